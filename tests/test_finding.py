"""One record for every problem: it knows its place, its gravity and its order."""

from __future__ import annotations

import pytest

from amends.finding import Finding, Findings, Level, Location, UsageError
from amends.shipped import shipped


def finding(file: str = "a.yml", line: int = 1, column: int = 1, level: Level = "error", code: str = "R101") -> Finding:
    return Finding(code, "a-name", level, "It is wrong.", "Do it right.", Location(file, line, column))


def test_a_place_is_written_as_editors_read_it() -> None:
    assert str(Location("steps/a.yml", 12, 5)) == "steps/a.yml:12:5"


def test_a_place_without_a_line_is_the_file_as_a_whole() -> None:
    assert str(Location("steps/a.yml")) == "steps/a.yml"


@pytest.mark.parametrize(("level", "is_error"), [("error", True), ("warning", False), ("info", False)])
def test_only_errors_stop_a_build(level: Level, is_error: bool) -> None:  # noqa: FBT001 - it is what is expected
    assert finding(level=level).is_error is is_error


def test_findings_stand_in_the_order_in_which_an_author_meets_them() -> None:
    ordered = [
        finding("a.yml", 0, 0),
        finding("a.yml", 2, 1),
        finding("a.yml", 2, 9, "error"),
        finding("a.yml", 2, 9, "warning", "A001"),
        finding("a.yml", 2, 9, "info", "A000"),
        finding("a.yml", 10, 1),
        finding("b.yml", 1, 1, "error", "A001"),
        finding("b.yml", 1, 1, "error", "B001"),
    ]

    assert Findings(list(reversed(ordered))).findings == ordered


@pytest.mark.parametrize("own", ["a.yml", "/a.yml", "/zzz/a.yml"])
def test_files_of_the_author_come_before_shipped_ones_wherever_both_are(own: str) -> None:
    ordered = [finding(own, 9), finding(str(shipped("sop") / "clocks" / "eu.yml"), 1)]

    assert Findings(list(reversed(ordered))).findings == ordered


def test_the_same_problem_is_told_once() -> None:
    assert Findings([finding(), finding(), finding(line=2)]).findings == [finding(), finding(line=2)]


def test_as_an_exception_they_say_what_they_carry() -> None:
    assert str(Findings([finding(line=7), finding()])) == "a.yml:1:1: It is wrong.\na.yml:7:1: It is wrong."


def test_a_place_error_is_its_text() -> None:
    assert str(UsageError("x: is not there; make it")) == "x: is not there; make it"
