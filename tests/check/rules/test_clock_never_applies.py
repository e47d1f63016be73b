from __future__ import annotations

import pytest

from builders import TABLES, Check

KINDS = "kinds: {payments: {title: Payments, short: payments}, safety: {title: Safety, short: safety}}\n"


def _clock(scope: str) -> str:
    return TABLES.replace("    within: 8 weeks\n", f"    within: 8 weeks\n    {scope}\n")


def test_an_exception_that_takes_all_away_is_found(check: Check) -> None:
    scope = "when: {kind: payments}, unless: {kind: [payments, safety]}".replace(", unless", "\n    unless")
    assert check("K115", tables=_clock(scope), kinds=KINDS) == [
        (
            "tables.yml: unless: {kind: [payments, safety]}",
            "clocks/final-response: no complaint fits the `when` of this clock without being taken away by its `unless`",
        )
    ]


@pytest.mark.parametrize("scope", ["when: {kind: payments}", "unless: {kind: payments}", "when: {kind: unheard-of}"])
def test_a_clock_for_some_complaints_is_in_order(check: Check, scope: str) -> None:
    assert check("K115", tables=_clock(scope), kinds=KINDS) == []
