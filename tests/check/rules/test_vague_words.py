from __future__ import annotations

import pytest

from builders import STEPS, Check


@pytest.mark.parametrize(
    "text",
    [
        "Repair it as appropriate.",
        "Take appropriate action.",
        "Call the manager where necessary.",
        "Call in a timely manner.",
        "Answer in due course.",
        "Check size, colour, etc.",
    ],
)
def test_a_vague_command_is_found(check: Check, text: str) -> None:
    [(_, message)] = check("W102", steps=STEPS.replace("Repair or replace.", text))
    assert message.endswith("” leaves open what to do")


@pytest.mark.parametrize(
    "text",
    [
        "Fetch the goods.",
        "Choose the appropriate form.",
        "Repair it as appropriate: the seam by hand, the zip by machine.",
        "Repair it as needed (seams, zips).",
        "Answer in due course, and at the latest after 2 days.",
    ],
)
def test_a_clear_command_is_none(check: Check, text: str) -> None:
    assert check("W102", steps=STEPS.replace("Repair or replace.", text)) == []


def test_a_purpose_is_no_command(check: Check) -> None:
    assert check("W102", steps=STEPS.replace("The same thing does not", "As appropriate, it does not")) == []


@pytest.mark.parametrize(
    "text", ["酌情修理。", "尽量修理。", "原则上修理。", "适当补偿。", "视情况修理。", "报告有关部门。", "及时修理。"]
)
def test_a_vague_chinese_command_is_found(check: Check, text: str) -> None:
    assert len(check("W102", steps=STEPS.replace("修理或更换。", text))) == 1


@pytest.mark.parametrize("text", ["拒绝不适当的要求。", "及时修理，最迟明天。", "原则上修理：线缝手工，拉链机器。"])
def test_a_clear_chinese_command_is_none(check: Check, text: str) -> None:
    assert check("W102", steps=STEPS.replace("修理或更换。", text)) == []


def test_a_hint_says_in_which_case(check: Check) -> None:
    steps = STEPS.replace(
        '"Repair or replace.", zh: "修理或更换。"}',
        '"Repair as needed.", zh: "视情况修理。"}, hint: {en: "Seams.", zh: "线缝。"}',
    )

    assert check("W102", steps=steps) == []


def test_a_limit_of_the_step_says_by_when(check: Check) -> None:
    promptly = STEPS.replace("Repair or replace.", "Repair promptly.")

    assert len(check("W102", steps=promptly)) == 1
    assert (
        check(
            "W102",
            steps=promptly.replace("    next: end/settled", "    within: 2 business days\n    next: end/settled"),
        )
        == []
    )


def test_what_to_do_after_an_answer_is_a_command_too(check: Check) -> None:
    answer = 'wrong: {do: {en: "Refuse, as appropriate.", zh: "拒绝。"}, label:'

    [(place, _)] = check("W102", steps=STEPS.replace("wrong: {label:", answer))
    assert "Refuse, as appropriate." in place
