from __future__ import annotations

import pytest

from builders import HEADER, Check
from side_by_side import TOGETHER


@pytest.mark.parametrize("code", ["P201", "P203", "P204", "P212", "P213", "P214"])
def test_work_side_by_side_is_in_order(check: Check, code: str) -> None:
    assert check(code, steps=TOGETHER) == []


def test_no_way_leaves_while_the_others_are_under_way(check: Check) -> None:
    back = TOGETHER.replace('zh: "不清楚"}}', 'zh: "不清楚"}, next: accept, at_most: {times: 1, then: settle}}')
    assert [message for _, message in check("P213", steps=back)] == [
        "steps/verify: this way leaves `verify` while `call` may still be under way"
    ]


def test_no_way_leads_to_a_later_one_alone(check: Check) -> None:
    message = "this way leads to `call` alone, which begins together with `verify`"
    escalation = "escalations:\n  danger: {when: Danger, to: manager, next: call}\n"
    assert [it for _, it in check("P213", steps=TOGETHER, more=escalation)] == [f"escalations/danger: {message}"]


def test_a_case_does_not_begin_at_a_later_one_alone(check: Check) -> None:
    start = HEADER.replace("start: accept", "start: call")
    assert check("P213", steps=TOGETHER, sop=start) == [
        ("sop.yml: start: call", "this way leads to `call` alone, which begins together with `verify`")
    ]


def test_a_later_one_has_no_end_of_its_own(check: Check) -> None:
    ends = TOGETHER.replace("    alongside: verify\n", "    alongside: verify\n    next: end/settled\n")
    assert [message for _, message in check("P213", steps=ends)] == [
        "steps/call: this way leaves `call` while `verify` may still be under way"
    ]
