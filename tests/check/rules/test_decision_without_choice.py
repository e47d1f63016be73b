from __future__ import annotations

from builders import STEPS, Check

OUTCOMES = STEPS[STEPS.index("          right:") : STEPS.index("  settle:\n    title")]


def test_a_single_outcome_is_no_choice(check: Check) -> None:
    steps = STEPS.replace(OUTCOMES, "          right: {label: Right}\n")
    assert check("P202", steps=steps) == [
        ("steps.yml: outcomes:", "steps/verify: the decision `grounds` has only one outcome")
    ]


def test_no_outcome_at_all_is_none_either_and_the_flow_goes_on(check: Check) -> None:
    steps = STEPS.replace("outcomes:\n" + OUTCOMES, "outcomes: {}\n")
    assert check("P202", steps=steps) == [
        ("steps.yml: outcomes: {}", "steps/verify: the decision `grounds` has no outcome")
    ]
    assert check("P201", steps=steps) == []


def test_two_outcomes_are_a_choice(check: Check) -> None:
    steps = STEPS.replace(OUTCOMES, "          right: {label: Right}\n          wrong: {label: Wrong}\n")
    assert check("P202", steps=steps) == []
