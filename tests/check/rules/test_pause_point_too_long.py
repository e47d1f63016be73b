from __future__ import annotations

from builders import Check


def _with_checks(count: int) -> str:
    items = "".join(f"      a{number}: {{do: Do {number}.}}\n" for number in range(count))
    return f"pause_points:\n  before-speak:\n    title: Before you speak\n    items:\n{items}"


def test_eight_checks_are_too_many(check: Check) -> None:
    assert check("P211", pauses=_with_checks(8)) == [
        (
            "pauses.yml: a7: {do: Do 7.}",
            "pause_points/before-speak: this pause point has 8 checks; more than 7 are ticked unread",
        )
    ]


def test_seven_are_not(check: Check) -> None:
    assert check("P211", pauses=_with_checks(7)) == []
