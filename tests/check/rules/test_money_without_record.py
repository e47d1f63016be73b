from __future__ import annotations

import pytest

from builders import STEPS, TABLES, Check

SETTLE = "    sets: {event}\n    phase: case\n    responsible: assistant\n    accountable: manager\n    actions:\n      repair"
BEFORE = SETTLE.replace("    sets: {event}\n", "")


@pytest.mark.parametrize("event", ["decided", "agreed"])
def test_a_decision_that_nobody_writes_down_is_found(check: Check, event: str) -> None:
    steps = STEPS.replace(BEFORE, SETTLE.format(event=event))
    assert check("P209", steps=steps) == [
        (
            f"steps.yml: sets: {event}",
            f"steps/settle: this step brings about `{event}`, and nothing in it is written down",
        )
    ]


def test_a_record_of_the_step_or_of_an_action_is_enough(check: Check) -> None:
    steps = STEPS.replace(BEFORE, SETTLE.format(event="agreed"))

    assert (
        check("P209", steps=steps.replace("    next: end/settled", "    records: [log]\n    next: end/settled")) == []
    )
    assert check("P209", steps=steps.replace('zh: "修理或更换。"}', 'zh: "修理或更换。"}, records: [log]')) == []


def test_a_step_that_decides_nothing_needs_no_record(check: Check) -> None:
    assert check("P209", steps=STEPS.replace(BEFORE, SETTLE.format(event="completed")), tables=TABLES) == []
