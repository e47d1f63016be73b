from __future__ import annotations

import pytest

from builders import WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("You will have it as soon as possible.", "as soon as possible"),
        ("ASAP!", "asap"),
        ("We’ll get back to you.", "get back to you"),
        ("It comes shortly. I call by", "shortly"),
    ],
)
def test_a_promise_without_a_time_is_found(check: Check, line: str, phrase: str) -> None:
    assert [message for _, message in check("S507", words=said(line))] == [
        f"scripts/promise: “{phrase}” promises no time that anybody can hold us to"
    ]


def test_a_promise_without_a_time_is_found_in_chinese(check: Check) -> None:
    assert len(check("S507", words=said("Yes, by", "我们会尽快处理。[time]前给您回电话。"))) == 1
    assert check("S507", words=said("Yes, by", "我们会尽快处理，[time]前给您回电话。")) == []


@pytest.mark.parametrize(
    "line", ["As soon as possible, at the latest by", "ASAP, today.", "In due course: in 3 days.", "Briefly."]
)
def test_a_time_in_the_same_sentence_is_enough(check: Check, line: str) -> None:
    assert check("S507", words=said(line)) == []


def test_a_letter_promises_a_time_too(check: Check) -> None:
    letter = """
letters:
  note: {title: {en: "Note", zh: "便笺"}, paragraphs: {p: {en: "We will write as soon as possible.", zh: "我们会写信。"}}}
"""
    assert [message for _, message in check("S507", more=letter)] == [
        "letters/note: “as soon as possible” promises no time that anybody can hold us to"
    ]
