from __future__ import annotations

import pytest

from builders import STEPS, Check

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
EXTEND = "extend: {p2: 10 business days}"


def _limit(within: str, extend: str) -> str:
    return STEPS.replace(WITHIN, f"within: {within}").replace(EXTEND, f"extend: {extend}")


def test_an_extension_to_less_time_is_found_at_its_severity(check: Check) -> None:
    steps = STEPS.replace(EXTEND, "extend:\n          p1: 3 business days\n          p2: 3 business days")
    assert check("T401", steps=steps) == [
        (
            "steps.yml: p2: 3 business days",
            "steps/verify: `answer` is extended from 5 business days to 3 business days, which is not longer",
        )
    ]


@pytest.mark.parametrize(
    ("within", "extend"),
    [
        ("5 minutes", "5 minutes"),
        ("2 hours", "90 minutes"),
        ("1 week", "7 calendar days"),
        ("48 hours", "2 calendar days"),
        ("1 year", "12 months"),
        ("8 working hours", "4 working hours"),
        ("1 hour", "at once"),
        ("unlimited", "1 year"),
        ("{p1: 1 hour, p2: 3 hours}", "2 hours"),
        ("2 hours", "{p1: 1 hour}"),
    ],
)
def test_an_extension_that_is_not_longer_is_found(check: Check, within: str, extend: str) -> None:
    assert len(check("T401", steps=_limit(within, extend))) == 1


@pytest.mark.parametrize(
    ("within", "extend"),
    [
        ("5 minutes", "6 minutes"),
        ("90 minutes", "2 hours"),
        ("1 year", "13 months"),
        ("at once", "1 hour"),
        ("1 year", "unlimited"),
        ("{p1: 1 hour, p2: 3 hours}", "4 hours"),
        # Whether these are longer depends on the calendar and on the opening hours.
        ("2 business days", "1 week"),
        ("3 working hours", "1 business day"),
        ("31 calendar days", "1 month"),
        ("same day", "4 hours"),
        ("{p1: 1 hour}", "{p2: 1 minute}"),
    ],
)
def test_a_longer_extension_or_one_that_cannot_be_compared_is_fine(check: Check, within: str, extend: str) -> None:
    assert check("T401", steps=_limit(within, extend)) == []
