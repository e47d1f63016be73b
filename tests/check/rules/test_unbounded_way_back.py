from __future__ import annotations

from builders import STEPS, Check

BACK = "next: accept, at_most: {times: 1, then: settle}"


def test_an_outcome_that_leads_back_without_a_limit_is_found(check: Check) -> None:
    assert check("P204", steps=STEPS.replace(BACK, "next: accept")) == [
        (
            'steps.yml: unclear: {label: {en: "Not clear", zh: "不清楚"}, next: accept}',
            "steps/verify: `unclear` leads back to the earlier step `accept`, as often as it likes",
        )
    ]


def test_an_outcome_that_leads_to_its_own_step_is_found(check: Check) -> None:
    assert [message for _, message in check("P204", steps=STEPS.replace(BACK, "next: verify"))] == [
        "steps/verify: `unclear` leads back to its own step, as often as it likes"
    ]


def test_an_outcome_that_stays_in_the_step_leads_nowhere(check: Check) -> None:
    assert check("P204", steps=STEPS.replace(f", {BACK}", "")) == []


def test_ways_on_and_ways_to_an_end_need_no_limit(check: Check) -> None:
    assert check("P204", steps=STEPS.replace(BACK, "next: settle")) == []
    assert check("P204", steps=STEPS.replace(BACK, "next: end/refused")) == []


def test_a_way_to_an_unknown_step_is_no_way_back(check: Check) -> None:
    assert check("P204", steps=STEPS.replace(BACK, "next: acept")) == []


def test_a_step_that_always_leads_back_is_found(check: Check) -> None:
    assert check("P204", steps=STEPS.replace("next: end/settled", "next: accept")) == [
        (
            "steps.yml: next: accept",
            "steps/settle: `settle` leads back to `accept` each time, and from there a case comes here again",
        )
    ]


def test_a_step_behind_a_way_that_is_limited_may_lead_back(check: Check) -> None:
    limited = STEPS.replace("next: end/settled", "next: verify").replace(
        'right: {label: {en: "Yes", zh: "成立"}}',
        'right: {label: {en: "Yes", zh: "成立"}, next: settle, at_most: {times: 1, then: end/refused}}',
    )

    assert check("P204", steps=limited.replace(f", {BACK}", ", next: end/refused")) == []


def test_a_case_may_wait_in_its_step_as_long_as_a_limit_says_what_happens_meanwhile(check: Check) -> None:
    waiting = STEPS.replace(BACK, "next: verify")
    news = '    limits:\n      news: {title: {en: "News", zh: "进展"}, within: 1 day, kind: every}\n'

    assert check("P204", steps=waiting.replace("    limits:\n", news.replace("1 day", "1 calendar day"), 1)) == []
    assert (
        len(check("P204", steps=waiting.replace("    limits:\n", news.replace("1 day, kind: every", "1 week"), 1))) == 1
    )
