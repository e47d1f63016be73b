from __future__ import annotations

import pytest

from amends.codes.code import Code
from amends.finding import Finding, Location

CODE = Code("Z001", "dull", "warning", "It is dull.\n\nWhy: x\n\nBad:\n    a\n\nGood:\n    b\n\nWay out: Polish it.\n")


def test_a_finding_of_a_code_has_its_code_its_name_and_its_severity() -> None:
    expected = Finding("Z001", "dull", "warning", "this is dull", "polish it", Location("a.yml", 1, 2))
    assert CODE.finding("this is dull", "polish it", Location("a.yml", 1, 2)) == expected


def test_a_code_gives_the_parts_of_its_explanation() -> None:
    assert CODE.explanation == ("It is dull.", "x", "a\n", "b\n", "Polish it.")


def test_a_code_without_an_explanation_is_refused_when_it_is_asked_for_one() -> None:
    with pytest.raises(ValueError, match="an explanation has Why, Bad, Good, Way out"):
        _ = Code("Z002", "mute", "error", "Nothing more is said.").explanation
