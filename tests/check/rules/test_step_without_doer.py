from __future__ import annotations

from builders import STEPS, Check

SETTLE = STEPS.index("  settle:")


def _settle(old: str, new: str) -> str:
    return STEPS[:SETTLE] + STEPS[SETTLE:].replace(old, new, 1)


def test_an_action_that_nobody_does_is_found(check: Check) -> None:
    assert check("P205", steps=_settle("    responsible: assistant\n", "")) == [
        (
            'steps.yml: repair: {do: {en: "Repair or replace.", zh: "修理或更换。"}}',
            "steps/settle: nobody does the action `repair`",
        )
    ]


def test_a_decision_that_nobody_makes_is_found(check: Check) -> None:
    steps = STEPS.replace(
        "    responsible: assistant\n    accountable: manager\n    limits", "    accountable: manager\n    limits"
    )
    assert [message for _, message in check("P205", steps=steps)] == [
        "steps/verify: nobody does the action `look`",
        "steps/verify: nobody does the action `photos`",
        "steps/verify: nobody makes the decision `grounds`",
    ]


def test_a_doer_for_every_action_is_enough(check: Check) -> None:
    steps = _settle("    responsible: assistant\n", "").replace('修理或更换。"}}', '修理或更换。"}, by: assistant}')
    assert check("P205", steps=steps) == []


def test_a_step_without_actions_is_found_even_if_somebody_is_responsible(check: Check) -> None:
    steps = _settle(
        '    actions:\n      repair: {do: {en: "Repair or replace.", zh: "修理或更换。"}}\n', "    actions: {}\n"
    )
    assert check("P205", steps=steps) == [
        ("steps.yml: actions: {}", "steps/settle: there is nothing to do in this step")
    ]


def test_standing_steps_need_a_doer_too(check: Check) -> None:
    steps = STEPS.replace("    responsible: manager\n", "")
    assert [message for _, message in check("P205", steps=steps)] == ["steps/review: nobody does the action `read`"]
