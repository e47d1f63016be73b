from __future__ import annotations

import pytest

from builders import WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


@pytest.mark.parametrize("line", ["I guarantee it.", "This will never happen again.", "You will definitely get it."])
def test_such_words_are_found_in_their_line(check: Check, line: str) -> None:
    [(place, _)] = check("S509", words=said(line))
    assert place.startswith("words.yml: en: ")


def test_such_words_are_found_in_chinese(check: Check) -> None:
    assert check("S509", words=said("Yes, by", "绝对不会出问题。[time]前给您回电话。")) != []


@pytest.mark.parametrize("line", ["I will report it.", "The guarantee is two years."])
def test_other_words_are_no_finding(check: Check, line: str) -> None:
    assert check("S509", words=said(line)) == []
