from __future__ import annotations

from pathlib import Path

import pytest

from builders import FILES, STEPS, WORDS, Check, corner_shop

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def _line(en: str, zh: str = "好。") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en}'\n        zh: '{zh}'")


def test_a_forbidden_phrase_in_a_line_is_found_in_its_locale(check: Check) -> None:
    assert check("S501", words=_line("Please wait a moment.")) == [
        (
            "words.yml: en: 'Please wait a moment.'",
            "scripts/promise: this says “please wait a moment”, which `wording/waiting` forbids",
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        "PLEASE WAIT A MOMENT!",
        "Oh, please wait a moment, will you?",
        "“Please, wait - a moment”, he said",
        "please\u00a0wait a **moment**",
    ],
)
def test_capitals_marks_and_quotes_make_no_difference(check: Check, line: str) -> None:
    assert len(check("S501", words=_line(line))) == 1


@pytest.mark.parametrize("line", ["Please wait a momentum.", "Please wait for a moment.", "Displease wait a moment"])
def test_other_words_are_no_finding(check: Check, line: str) -> None:
    assert check("S501", words=_line(line)) == []


def test_chinese_phrases_are_found_without_spaces_around_them(check: Check) -> None:
    assert [message for _, message in check("S501", words=_line("OK.", "好的，请 稍等！"))] == [
        "scripts/promise: this says “请稍等”, which `wording/waiting` forbids"
    ]


def test_a_phrase_is_forbidden_in_its_own_locale_only(check: Check) -> None:
    assert check("S501", words=_line("请稍等。", "Please wait a moment.")) == []


def test_an_apostrophe_is_one_whichever_way_it_is_typed(check: Check) -> None:
    wording = 'wording:\n  passing-on:\n    never: {mine: "That\'s not my job."}\n'
    assert len(check("S501", words=_line("That’s not my job, sorry"), more=wording)) == 1


def test_a_phrase_that_is_wrong_for_a_time_only_is_not_judged(check: Check) -> None:
    words = _line("Please wait a moment.").replace("    instead: [promise]", "    instead: [promise]\n    until: found")
    assert check("S501", words=words) == []


def test_a_phrase_without_words_forbids_nothing(check: Check) -> None:
    assert check("S501", more="wording:\n  dots:\n    never: {dots: “……”}\n") == []


def test_words_of_an_action_are_said_aloud_too(check: Check) -> None:
    steps = STEPS.replace("say: [promise]", 'say: [promise], words: "Please wait a moment."')
    assert [message for _, message in check("S501", steps=steps)] == [
        "steps/accept: this says “please wait a moment”, which `wording/waiting` forbids"
    ]


def test_a_letter_does_not_say_it_either(check: Check) -> None:
    letter = "letters: {no: {title: {en: No, zh: 不}, paragraphs: {a: {en: Please wait a moment., zh: 甲。}}}}\n"

    assert [message for _, message in check("S501", words=WORDS + letter)] == [
        "letters/no: this says “please wait a moment”, which `wording/waiting` forbids"
    ]


def test_the_way_out_never_names_the_script_that_is_wrong(tmp_path: Path) -> None:
    shop = corner_shop(tmp_path, FILES | {"words": _line("Please wait a moment.")})

    [found] = [it for it in shop.reading().findings if it.code == "S501"]

    assert found.hint == "say it in other words, or take the phrase out of `wording/waiting`"
