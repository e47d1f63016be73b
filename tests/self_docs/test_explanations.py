from __future__ import annotations

import pytest

from amends.check.registry import RULES
from amends.codes.code import Code
from amends.codes.registry import CODES
from amends.finding import UsageError
from amends.self_docs.explanations import EXPLAINED, FAMILIES, explained, family_of


def test_codes_and_rules_stand_together_and_none_has_the_code_or_the_name_of_another() -> None:
    assert len(EXPLAINED) == len(CODES) + len(RULES) > 70
    assert len({code.code for code in EXPLAINED}) == len(EXPLAINED)
    assert len({code.name for code in EXPLAINED}) == len(EXPLAINED)


def test_every_family_has_a_code() -> None:
    assert {family_of(code) for code in EXPLAINED} == set(FAMILIES)


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_every_code_is_explained_by_its_code_and_by_its_name_in_small_letters_too(code: Code) -> None:
    by_code = explained(code.code)

    assert by_code.startswith(f"{code.code} {code.name} ({code.level})\n\n{code.explanation.what}\n")
    assert explained(code.code.lower()) == explained(code.name) == explained(code.name.upper()) == by_code


def test_an_explanation_has_every_part_and_says_when_the_problem_is_found() -> None:
    assert (
        explained("Y010")
        == """\
Y010 duplicate-field (error)

One block has the same field twice.

Why: only one of the two could count. Many programs use the last one and say nothing, so one text would be lost.

Bad:
    glossary:
      refund:
        term: Refund
        meaning: "The money goes back."
        meaning: "The customer gets the price back."

Good:
    glossary:
      refund:
        term: Refund
        meaning: "The customer gets the price back."

Way out: Delete one of the two fields. If both are needed, give one of them another name.

Found when a file is read."""
    )


def test_a_rule_says_no_time_since_check_finds_it() -> None:
    assert "Found when" not in explained("K101")


@pytest.mark.parametrize(
    ("word", "near"),
    [("b15", "`B115`"), ("Y0010", "`Y010`"), ("duplicate-feld", "`duplicate-field`"), ("Merge-Keys", "`merge-key`")],
)
def test_a_code_that_does_not_exist_is_answered_with_the_nearest(word: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"there is no code “{word}”; the nearest is {near}"):
        explained(word)
