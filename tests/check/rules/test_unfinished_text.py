from __future__ import annotations

import pytest

from builders import STEPS, Check


@pytest.mark.parametrize("text", ["TODO: write", "Ask XXX.", "TBC", "Lorem ipsum dolor"])
def test_an_unfinished_text_is_found(check: Check, text: str) -> None:
    [(_, message)] = check("W101", steps=STEPS.replace("Repair or replace.", text))
    assert message.endswith("”: this text is not finished")


@pytest.mark.parametrize("text", ["Write a to-do list.", "Size XXXL", "Confirm it."])
def test_a_finished_text_is_none(check: Check, text: str) -> None:
    assert check("W101", steps=STEPS.replace("Repair or replace.", text)) == []


def test_an_unfinished_chinese_text_is_found(check: Check) -> None:
    assert len(check("W101", steps=STEPS.replace("修理或更换。", "（待补充）"))) == 1
