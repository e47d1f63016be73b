from __future__ import annotations

import pytest

from builders import STEPS, Check


@pytest.mark.parametrize(
    ("text", "word"), [("Repair the the goods.", "the"), ("Repair Repair it.", "Repair"), ("It is  is done.", "is")]
)
def test_a_word_that_stands_twice_is_found(check: Check, text: str, word: str) -> None:
    assert [message for _, message in check("W103", steps=STEPS.replace("Repair or replace.", text))] == [
        f"steps/settle: “{word}” stands twice"
    ]


@pytest.mark.parametrize(
    "text", ["What they had had.", "Pay 10 10 times.", "The {{ customer }} the", "Is, is it?", "A a A a"]
)
def test_what_may_stand_twice_is_none(check: Check, text: str) -> None:
    assert check("W103", steps=STEPS.replace("Repair or replace.", text)) == []


@pytest.mark.parametrize(
    ("text", "count"), [("修理的的商品。", 1), ("目的的说明。", 0), ("为了了解情况。", 0), ("您您好。", 1)]
)
def test_chinese_words_that_stand_twice(check: Check, text: str, count: int) -> None:
    assert len(check("W103", steps=STEPS.replace("修理或更换。", text))) == count
