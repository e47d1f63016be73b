from __future__ import annotations

import pytest

from builders import WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


def test_a_sentence_of_more_than_25_words_is_found(check: Check) -> None:
    assert check("S513", words=said("word " * 24 + "by")) != []
    assert check("S513", words=said("word " * 23 + "by")) == []


def test_a_sentence_of_more_than_50_chinese_characters_is_found(check: Check) -> None:
    [(_, message)] = check("S513", words=said("Yes, by", "字" * 51 + "。[time]"))

    assert message == "scripts/promise: this sentence has 51 characters, too many to say in one breath"
    assert check("S513", words=said("Yes, by", "字" * 50 + "。" + "字" * 50 + "。[time]")) == []


@pytest.mark.parametrize("end", [".", "!", "?", ";"])
def test_short_sentences_may_follow_each_other(check: Check, end: str) -> None:
    assert check("S513", words=said(f"{'word ' * 20}{end} {'word ' * 15}by")) == []


def test_a_figure_with_a_point_ends_no_sentence(check: Check) -> None:
    assert check("S513", words=said("word " * 20 + "1.5 " + "word " * 6 + "by")) != []
