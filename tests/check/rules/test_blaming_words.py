from __future__ import annotations

import pytest

from builders import WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


@pytest.mark.parametrize("line", ["You should have told us.", "That’s our policy.", "It is your fault."])
def test_such_words_are_found_in_their_line(check: Check, line: str) -> None:
    [(place, _)] = check("S508", words=said(line))
    assert place.startswith("words.yml: en: ")


def test_such_words_are_found_in_chinese(check: Check) -> None:
    assert check("S508", words=said("Yes, by", "这是公司规定。[time]前给您回电话。")) != []


@pytest.mark.parametrize("line", ["It is not your fault.", "What should have come?", "The policy is written."])
def test_other_words_are_no_finding(check: Check, line: str) -> None:
    assert check("S508", words=said(line)) == []
