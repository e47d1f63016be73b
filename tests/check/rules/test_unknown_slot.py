from __future__ import annotations

import pytest

from builders import WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def _line(text: str) -> str:
    return WORDS.replace(LINE, f"call: {{en: '{text}', zh: '[time]'}}")


def test_a_slot_that_is_not_declared_is_found(check: Check) -> None:
    assert check("S502", words=_line("By [tiem].")) == [
        (
            "words.yml: call: {en: 'By [tiem].', zh: '[time]'}",
            "scripts/promise: there is no slot `tiem` in this script",
        )
    ]


@pytest.mark.parametrize("text", ["[Time]", "[your name]", "[时间]", "[]", "**[hour]**"])
def test_brackets_around_anything_else_are_found(check: Check, text: str) -> None:
    name = text.strip("*[]")
    assert [message for _, message in check("S502", words=_line(f"By {text}."))] == [
        f"scripts/promise: there is no slot `{name}` in this script"
    ]


@pytest.mark.parametrize("text", ["[time]", "**[time]**", "`[x]`", "[our terms](https://example.org)", "(time)"])
def test_declared_slots_code_and_links_are_fine(check: Check, text: str) -> None:
    assert check("S502", words=_line(text)) == []


def test_brackets_outside_lines_are_brackets(check: Check) -> None:
    words = WORDS.replace("    lines:", "    use: For [all] cases.\n    lines:")
    assert check("S502", words=words) == []


def test_a_letter_has_slots_of_its_own(check: Check) -> None:
    letter = 'letters: {no: {title: {en: No, zh: 不}, greeting: {en: "Dear [naem]", zh: "尊敬的[name]"}, paragraphs: {a: {en: A., zh: 甲。}}, slots: {name: {en: n, zh: 名}}}}\n'

    assert [message for _, message in check("S502", words=WORDS + letter)] == [
        "letters/no: there is no slot `naem` in this letter"
    ]
