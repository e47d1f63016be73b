from __future__ import annotations

from builders import STEPS, Check

NOT_CLEAR = 'unclear: {label: {en: "Not clear", zh: "不清楚"}, next: accept, at_most: {times: 1, then: settle}}'
STAYS = 'unclear: {label: {en: "Not clear", zh: "不清楚"}, stay: true}'
NEWS = "    limits:\n      news: {title: {en: News, zh: 进展}, within: 1 day, kind: every}\n"


def test_an_answer_stays_or_leads_on(check: Check) -> None:
    both = STEPS.replace("next: accept, at_most", "stay: true, next: accept, at_most")
    assert check("P216", steps=STEPS.replace(NOT_CLEAR, STAYS)) == []
    assert [message for _, message in check("P216", steps=both)] == [
        "steps/verify: `unclear` stays in the step, and leads elsewhere"
    ]


def test_a_case_that_may_stay_for_ever_is_found_unless_something_happens_meanwhile(check: Check) -> None:
    stays = STEPS.replace(NOT_CLEAR, STAYS)
    meanwhile = stays.replace("    limits:\n", NEWS.replace("1 day", "1 business day"), 1)
    assert [message for _, message in check("P204", steps=stays)] == [
        "steps/verify: `unclear` leads back to its own step, as often as it likes"
    ]
    assert check("P204", steps=meanwhile) == []
