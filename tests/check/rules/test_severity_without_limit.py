from __future__ import annotations

import pytest

from builders import FILES, STEPS, Check

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
LINE = "        extend: {p2: 10 business days}\n"


def _steps(within: str, row: str = "") -> str:
    more = f"      disability: {{title: Row, from: received, by: decided, within: {row}}}\n" if row else ""
    steps = STEPS.replace(WITHIN, f"within: {within}").replace(LINE, "")
    return steps.replace("      answer:\n", more + "      answer:\n", 1)


def test_a_severity_without_a_limit_is_found(check: Check) -> None:
    assert check("K108", steps=_steps("{p1: 30 calendar days}")) == [
        (
            "steps.yml: within: {p1: 30 calendar days}",
            "steps/verify: `answer` has no limit for `p2` from received to decided; `final-response` asks for 8 weeks",
        )
    ]


def test_a_second_row_that_is_no_weaker_does_not_close_the_gap(check: Check) -> None:
    [(_, message)] = check("K108", steps=_steps("{p1: 30 calendar days}", "15 calendar days"))
    assert message.endswith("; `steps/verify/limits/disability` may be meant for some complaints only")


@pytest.mark.parametrize(
    ("within", "row"),
    [
        ("8 weeks", ""),
        ("{p1: 1 week, p2: 8 weeks}", ""),
        ("{p1: 1 week}", "{p2: 8 weeks}"),
        ("8 weeks", "{p1: 1 week}"),
    ],
)
def test_rows_that_together_name_every_severity_are_fine(check: Check, within: str, row: str) -> None:
    assert check("K108", steps=_steps(within, row)) == []


@pytest.mark.parametrize("change", [("verified: true", "verified: false"), ("severity: must", "severity: should")])
def test_what_is_not_certain_to_bind_asks_for_no_limit(check: Check, change: tuple[str, str]) -> None:
    tables = FILES["tables"].replace(*change)
    assert check("K108", steps=_steps("{p1: 30 calendar days}"), tables=tables) == []
