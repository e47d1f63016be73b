from __future__ import annotations

from builders import WORDS, Check

SLOT = '      time: {en: "time", zh: "时间"}\n'


def test_a_slot_that_no_line_uses_is_found(check: Check) -> None:
    assert check("S503", words=WORDS.replace(SLOT, SLOT + "      name: your name\n")) == [
        ("words.yml: name: your name", "scripts/promise: no line uses the slot `name`")
    ]


def test_one_use_in_one_locale_is_enough(check: Check) -> None:
    assert check("S503", words=WORDS.replace("[time]前", "马上")) == []


def test_a_mistyped_slot_is_told_by_another_rule_alone(check: Check) -> None:
    words = WORDS.replace("[time]", "[tiem]")
    assert check("S503", words=words) == []
    assert len(check("S502", words=words)) == 2


def test_a_slot_in_code_is_no_use(check: Check) -> None:
    assert len(check("S503", words=WORDS.replace("[time]", "`[time]`"))) == 1


def test_a_slot_of_a_letter_is_used_in_any_part_of_it(check: Check) -> None:
    letter = 'letters: {no: {title: {en: No, zh: 不}, closing: {a: {en: "[name]", zh: "[name]"}}, paragraphs: {a: {en: A., zh: 甲。}}, slots: {name: {en: n, zh: 名}, date: {en: d, zh: 日}}}}\n'

    assert [message for _, message in check("S503", words=WORDS + letter)] == [
        "letters/no: no text uses the slot `date`"
    ]
