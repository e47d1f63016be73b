from __future__ import annotations

from builders import WORDS, Check


def test_a_slot_that_one_locale_lacks_is_found_there(check: Check) -> None:
    words = (
        WORDS.replace("call: {en:", "call:\n        en:")
        .replace(', zh: "我马上去看，[time]前', '\n        zh: "我马上')
        .replace('电话。"}', '电话。"')
    )
    assert check("S504", words=words) == [
        (
            'words.yml: zh: "我马上给您回电话。"',
            "scripts/promise: the zh line lacks the slot `time` that the en line has",
        )
    ]


def test_slots_may_stand_in_another_order(check: Check) -> None:
    scripts = """\
scripts:
  handing-over:
    title: Handing over
    lines: {pass: {en: "[name] will call you by [time].", zh: "[time]前[name]会给您打电话。"}}
    slots: {name: name, time: time}
"""
    assert check("S504", more=scripts) == []


def test_a_line_that_a_locale_lacks_differs_in_nothing(check: Check) -> None:
    scripts = 'scripts:\n  bye: {title: Bye, lines: {bye: {en: "Until [time]."}}, slots: {time: time}}\n'
    assert check("S504", more=scripts) == []


def test_a_mistyped_slot_is_told_by_another_rule_alone(check: Check) -> None:
    assert check("S504", words=WORDS.replace("[time]前", "[tiem]前")) == []


def test_a_letter_uses_the_same_slots_in_each_language(check: Check) -> None:
    letter = 'letters: {no: {title: {en: No, zh: 不}, subject: {en: "Of [date]", zh: "来信"}, paragraphs: {a: {en: A., zh: 甲。}}, slots: {date: {en: d, zh: 日}}}}\n'

    assert [message for _, message in check("S504", words=WORDS + letter)] == [
        "letters/no: the zh text lacks the slot `date` that the en text has"
    ]
