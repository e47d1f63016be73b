from __future__ import annotations

from builders import STEPS, Check

UNCLEAR = "when: {outcome: grounds/unclear}"


def test_an_unknown_outcome_is_found(check: Check) -> None:
    line = 'photos: {do: {en: "Take photos.", zh: "拍照。"}, when: {outcome: grounds/unclaer}}'
    assert check("R103", steps=STEPS.replace(UNCLEAR, "when: {outcome: grounds/unclaer}")) == [
        (f"steps.yml: {line}", "steps/verify: this step has no outcome `grounds/unclaer`")
    ]


def test_a_decision_alone_is_no_outcome(check: Check) -> None:
    assert len(check("R103", steps=STEPS.replace(UNCLEAR, "when: {outcome: grounds}"))) == 1


def test_an_outcome_of_another_step_does_not_count(check: Check) -> None:
    steps = STEPS.replace(
        'repair: {do: {en: "Repair or replace.", zh: "修理或更换。"}}', f"repair: {{do: Repair, {UNCLEAR}}}"
    )
    assert check("R103", steps=steps) == [
        (
            "steps.yml: repair: {do: Repair, when: {outcome: grounds/unclear}}",
            "steps/settle: this step has no outcome `grounds/unclear`",
        )
    ]


def test_a_condition_on_severity_alone_names_no_outcome(check: Check) -> None:
    assert check("R103", steps=STEPS.replace(UNCLEAR, "when: {severity: [p1]}")) == []
