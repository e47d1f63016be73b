from __future__ import annotations

import pytest

from builders import FILES, STEPS, Check

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
LINE = "extend: {p2: 10 business days}"


def _steps(within: str) -> str:
    return STEPS.replace(WITHIN, f"within: {within}").replace(LINE, "")


def test_a_limit_that_may_end_after_the_law_is_found(check: Check) -> None:
    [(place, message)] = check("K106", steps=_steps("35 business days"))
    assert place == "steps.yml: within: 35 business days"
    assert message == (
        "steps/verify: 35 business days in `answer` from received to decided may be longer than the 8 weeks of `final-response`: "
        "it depends on weekends, holidays and the hour"
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("verified: true", "verified: false"), "a figure that is not verified"),
        (("severity: must", "severity: should"), "which is guidance"),
    ],
)
def test_a_limit_that_breaks_what_is_not_certain_to_bind_is_found(
    check: Check, change: tuple[str, str], why: str
) -> None:
    [(_, message)] = check("K106", steps=_steps("9 weeks"), tables=FILES["tables"].replace(*change))
    assert (
        message
        == f"steps/verify: 9 weeks in `answer` from received to decided breaks the 8 weeks of `final-response`, {why}"
    )


@pytest.mark.parametrize("own", ["8 weeks", "10 business days", "9 weeks"])
def test_what_keeps_the_law_or_is_an_error_is_not_found_here(check: Check, own: str) -> None:
    assert check("K106", steps=_steps(own)) == []
