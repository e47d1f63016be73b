from __future__ import annotations

from builders import HEADER, STEPS, Check

MESSAGE = "`review` is a standing step: no case can go there"


def test_a_next_step_that_is_standing_is_found(check: Check) -> None:
    assert check("P207", steps=STEPS.replace("next: end/settled", "next: review")) == [
        ("steps.yml: next: review", f"steps/settle: {MESSAGE}")
    ]


def test_an_outcome_and_its_limit_are_ways_too(check: Check) -> None:
    steps = STEPS.replace("next: end/refused", "next: review").replace("then: settle", "then: review")
    assert [message for _, message in check("P207", steps=steps)] == [f"steps/verify: {MESSAGE}"] * 2


def test_a_standing_start_is_found(check: Check) -> None:
    assert check("P207", sop=HEADER.replace("start: accept", "start: review")) == [("sop.yml: start: review", MESSAGE)]


def test_an_escalation_is_a_way_too(check: Check) -> None:
    escalation = "escalations:\n  danger: {when: Danger, to: manager, next: review}\n"
    assert [message for _, message in check("P207", more=escalation)] == [f"escalations/danger: {MESSAGE}"]


def test_a_principle_may_name_a_standing_step(check: Check) -> None:
    principle = "principles:\n  learn: {title: Learn, text: Learn., steps: [review]}\n"
    assert check("P207", more=principle) == []
