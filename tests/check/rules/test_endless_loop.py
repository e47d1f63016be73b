from __future__ import annotations

from builders import STEPS, Check


def test_a_circle_without_a_way_out_is_told_once_at_its_first_step(check: Check) -> None:
    steps = STEPS.replace("next: end/settled", "next: verify").replace("next: end/refused", "next: settle")
    assert check("P203", steps=steps.replace("next: accept,", "next: verify,")) == [
        (
            "steps.yml: verify:",
            "steps/verify: a case that comes here can never end: it only goes round through `verify`, `settle`",
        )
    ]


def test_a_step_that_leads_to_itself_alone_is_a_circle(check: Check) -> None:
    assert check("P203", steps=STEPS.replace("next: end/settled", "next: settle")) == [
        (
            "steps.yml: settle:",
            "steps/settle: a case that comes here can never end: it only goes round through `settle`",
        )
    ]


def test_one_outcome_that_ends_the_case_is_a_way_out(check: Check) -> None:
    assert check("P203", steps=STEPS.replace("next: end/settled", "next: verify")) == []


def test_a_way_back_with_a_limit_is_a_way_out_where_its_end_is(check: Check) -> None:
    steps = STEPS.replace("next: end/refused", "next: verify, at_most: {times: 2, then: end/refused}")
    assert check("P203", steps=steps.replace("next: end/settled", "next: verify")) == []


def test_the_end_of_the_last_step_is_an_end(check: Check) -> None:
    assert check("P203", steps=STEPS.replace("    next: end/settled\n", "")) == []


def test_a_last_step_whose_outcomes_all_lead_back_is_none(check: Check) -> None:
    decision = """\
    decisions:
      happy:
        question: Happy?
        outcomes: {one: {label: "Yes", next: settle}, two: {label: "No", next: settle}}
"""
    steps = STEPS.replace("    next: end/settled\n", decision)
    assert [place for place, _ in check("P203", steps=steps)] == ["steps.yml: settle:"]


def test_a_case_cannot_end_in_a_circle_by_being_the_last_but_one_to_enter_it(check: Check) -> None:
    # accept cannot end either, but the mistake lies in the circle behind it.
    steps = STEPS.replace("next: end/settled", "next: settle").replace("next: end/refused", "next: settle")
    assert [place for place, _ in check("P203", steps=steps)] == ["steps.yml: settle:"]


def test_nothing_is_said_while_a_way_leads_nowhere(check: Check) -> None:
    steps = STEPS.replace("next: end/settled", "next: settle").replace("next: end/refused", "next: end/refsed")
    assert check("P203", steps=steps) == []
