from __future__ import annotations

import pytest

from builders import STEPS, Check


@pytest.mark.parametrize("text", ["Repair it as appropriate.", "Call in a timely manner.", "Check size, colour, etc."])
def test_a_vague_command_is_found(check: Check, text: str) -> None:
    [(_, message)] = check("W102", steps=STEPS.replace("Repair or replace.", text))
    assert message.endswith("” leaves open what to do")


@pytest.mark.parametrize("text", ["Fetch the goods.", "Choose the appropriate form."])
def test_a_clear_command_is_none(check: Check, text: str) -> None:
    assert check("W102", steps=STEPS.replace("Repair or replace.", text)) == []


def test_a_purpose_is_no_command(check: Check) -> None:
    assert check("W102", steps=STEPS.replace("The same thing does not", "As appropriate, it does not")) == []


def test_a_vague_chinese_command_is_found(check: Check) -> None:
    assert len(check("W102", steps=STEPS.replace("修理或更换。", "酌情修理。"))) == 1
