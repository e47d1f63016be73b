from __future__ import annotations

import pytest

from builders import FILES, HEADER, STEPS, Check

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
LINE = "extend: {p2: 10 business days}"
FCA = HEADER + "use_clocks: [uk-fca-disp/uk-disp-payment-services]\n"


def test_a_limit_that_is_longer_than_the_law_is_found_at_its_severity(check: Check) -> None:
    steps = STEPS.replace(WITHIN, "within:\n          p1: 2 business days\n          p2: 9 weeks").replace(LINE, "")
    assert check("K101", steps=steps) == [
        (
            "steps.yml: p2: 9 weeks",
            "steps/verify: 9 weeks in `answer` from received to decided breaks the 8 weeks of `final-response`",
        )
    ]


def test_an_extension_that_is_longer_than_the_law_is_found_where_it_is_written(check: Check) -> None:
    steps = STEPS.replace(LINE, "extend:\n          p2: 3 months")
    [(place, message)] = check("K101", steps=steps)
    assert place == "steps.yml: p2: 3 months"
    assert message == (
        "steps/verify: the extension to 3 months in `answer` from received to decided breaks the 8 weeks of "
        "`final-response`"
    )


def test_a_stricter_row_does_not_excuse_the_other(check: Check) -> None:
    disability = "      disability: {title: Row, from: received, by: decided, within: 30 calendar days}\n"
    steps = STEPS.replace(WITHIN, "within: 90 calendar days").replace(LINE, "")
    [(place, message)] = check("K101", steps=steps.replace("      answer:\n", disability + "      answer:\n", 1))
    assert place == "steps.yml: within: 90 calendar days"
    assert message.startswith("steps/verify: 90 calendar days in `answer` from received to decided breaks")


def test_each_row_that_breaks_a_clock_is_named(check: Check) -> None:
    psd = "      psd: {title: Row, from: received, by: decided, within: 15 business days, extend: 35 business days}\n"
    steps = STEPS.replace(WITHIN, "within: 8 weeks").replace(LINE, "")
    found = check("K101", steps=steps.replace("      answer:\n", psd + "      answer:\n", 1), sop=FCA)
    broken = "from received to decided breaks the 15 business days of `uk-disp-payment-services`"
    assert [message for _, message in found] == [
        f"steps/verify: the extension to 35 business days in `psd` {broken}",
        f"steps/verify: 8 weeks in `answer` {broken}",
    ]


@pytest.mark.parametrize("own", ["8 weeks", "56 calendar days", "20 business days", "at once"])
def test_a_limit_that_keeps_the_law_is_fine(check: Check, own: str) -> None:
    assert check("K101", steps=STEPS.replace(WITHIN, f"within: {own}").replace(LINE, "")) == []


@pytest.mark.parametrize("change", [("verified: true", "verified: false"), ("severity: must", "severity: should")])
def test_what_is_not_certain_to_bind_is_no_error(check: Check, change: tuple[str, str]) -> None:
    steps = STEPS.replace(WITHIN, "within: 9 weeks").replace(LINE, "")
    assert check("K101", steps=steps, tables=FILES["tables"].replace(*change)) == []
