from __future__ import annotations

import pytest

from builders import HEADER, STEPS, Check

PACK = HEADER + "use_clocks: [cn-consumer-law]\n"
WITHIN = "within: {p1: 2 business days, p2: 5 business days}"


def _steps(within: str, by: str = "agreed") -> str:
    return STEPS.replace(WITHIN, f"within: {within}").replace("by: decided", f"by: {by}")


def test_a_limit_that_repeats_a_repealed_one_is_found(check: Check) -> None:
    [(place, message)] = check("K103", sop=PACK, steps=_steps("45 business days"))
    assert place == "steps.yml: within: 45 business days"
    assert message == (
        "steps/verify: 45 business days is the limit of `cn-order-20-mediation`, "
        "which `cn-order-121-mediation` has superseded"
    )


@pytest.mark.parametrize(("within", "by"), [("44 business days", "agreed"), ("45 business days", "decided")])
def test_another_figure_or_other_events_are_fine(check: Check, within: str, by: str) -> None:
    assert check("K103", sop=PACK, steps=_steps(within, by)) == []


def test_a_superseded_clock_in_a_pack_is_no_fault_of_the_sop(check: Check) -> None:
    assert check("K103", sop=PACK) == []
