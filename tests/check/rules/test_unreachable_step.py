from __future__ import annotations

from builders import HEADER, STEPS, Check


def test_a_step_that_nothing_leads_to_is_found(check: Check) -> None:
    steps = STEPS.replace("    records: [log]\n  verify:", "    records: [log]\n    next: settle\n  verify:")
    assert check("P201", steps=steps) == [
        ("steps.yml: verify:", "steps/verify: no way from the start `accept` leads to this step")
    ]


def test_an_outcome_is_a_way(check: Check) -> None:
    steps = STEPS.replace('right: {label: {en: "Yes", zh: "成立"}}', "right: {label: Yes!, next: settle}")
    assert check("P201", steps=steps) == []


def test_an_escalation_is_a_way(check: Check) -> None:
    steps = STEPS.replace("    records: [log]\n  verify:", "    records: [log]\n    next: settle\n  verify:")
    escalation = "escalations:\n  danger: {when: Danger, to: manager, next: verify}\n"
    assert check("P201", steps=steps, more=escalation) == []


def test_standing_steps_are_done_without_any_way(check: Check) -> None:
    assert check("P201") == []


def test_nothing_is_said_while_a_way_leads_nowhere(check: Check) -> None:
    steps = STEPS.replace("    records: [log]\n  verify:", "    records: [log]\n    next: verfy\n  verify:")
    assert check("P201", steps=steps) == []
    assert check("P201", sop=HEADER.replace("start: accept", "start: acept")) == []
    assert check("P201", sop=HEADER.replace("start: accept", "start: review")) == []
