from __future__ import annotations

import pytest

from builders import FILES, STEPS, Check

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
LINE = "extend: {p2: 10 business days}"


def test_a_limit_that_is_longer_than_the_law_is_found_at_its_severity(check: Check) -> None:
    steps = STEPS.replace(WITHIN, "within:\n          p1: 2 business days\n          p2: 9 weeks").replace(LINE, "")
    assert check("K101", steps=steps) == [
        (
            "steps.yml: p2: 9 weeks",
            "steps/verify: 9 weeks from received to decided breaks the 8 weeks of `final-response`",
        )
    ]


def test_an_extension_that_is_longer_than_the_law_is_found(check: Check) -> None:
    [(place, message)] = check("K101", steps=STEPS.replace(LINE, "extend: {p2: 3 months}"))
    assert place == f"steps.yml: {WITHIN}"
    assert (
        message
        == "steps/verify: the extension to 3 months from received to decided breaks the 8 weeks of `final-response`"
    )


@pytest.mark.parametrize("own", ["8 weeks", "56 calendar days", "20 business days", "at once"])
def test_a_limit_that_keeps_the_law_is_fine(check: Check, own: str) -> None:
    assert check("K101", steps=STEPS.replace(WITHIN, f"within: {own}").replace(LINE, "")) == []


@pytest.mark.parametrize("change", [("verified: true", "verified: false"), ("severity: must", "severity: should")])
def test_what_is_not_certain_to_bind_is_no_error(check: Check, change: tuple[str, str]) -> None:
    steps = STEPS.replace(WITHIN, "within: 9 weeks").replace(LINE, "")
    assert check("K101", steps=steps, tables=FILES["tables"].replace(*change)) == []
