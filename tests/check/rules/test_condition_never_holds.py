from __future__ import annotations

from builders import STEPS, Check

BY = "        by: decided\n"
KINDS = """\
kinds:
  payments: {title: Payments, short: payments}
  safety: {title: Safety, short: safety}
"""
PHOTOS = "when: {outcome: grounds/unclear}"
UNCLEAR = "unclear: {label:"


def test_a_limit_for_a_severity_for_which_it_has_no_time_is_found(check: Check) -> None:
    within = "within: {p1: 2 business days, p2: 5 business days}"
    steps = STEPS.replace(within, "within: {p1: 2 business days}").replace(BY, f"{BY}        when: {{severity: p2}}\n")
    assert check("T402", steps=steps) == [
        (
            "steps.yml: when: {severity: p2}",
            "steps/verify: `answer` is only for `p2`, for which its `within` has no time",
        )
    ]


def test_the_same_of_a_steps_own_limit(check: Check) -> None:
    steps = STEPS.replace("    within: 1 hour\n", "    within: {p1: 1 hour}\n    within_when: {severity: p2}\n")
    assert check("T402", steps=steps) == [
        (
            "steps.yml: within_when: {severity: p2}",
            "steps/accept: `within` is only for `p2`, for which it has no time",
        )
    ]
    assert check("T402", steps=steps.replace("severity: p2", "severity: p1")) == []


def test_a_limit_for_one_of_its_severities_is_in_order(check: Check) -> None:
    assert check("T402", steps=STEPS.replace(BY, f"{BY}        when: {{severity: [p2]}}\n")) == []


def test_an_answer_that_is_given_only_for_other_complaints_is_found(check: Check) -> None:
    steps = STEPS.replace(UNCLEAR, "unclear: {when: {kind: safety}, label:")
    both = "when: {outcome: grounds/unclear, kind: payments}"
    [(_, message)] = check("T402", steps=steps.replace(PHOTOS, both), kinds=KINDS)
    assert message == ("steps/verify: `grounds/unclear` is given only for other complaints than this condition names")
    agreeing = both.replace("payments", "[payments, safety]")
    assert check("T402", steps=steps.replace(PHOTOS, agreeing), kinds=KINDS) == []
