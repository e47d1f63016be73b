from __future__ import annotations

import pytest

from builders import HEADER, SOURCES, STEPS, Check

PURPOSE = 'purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}'


def _purpose(zh: str) -> str:
    return STEPS.replace(PURPOSE, f"purpose:\n      en: Yes\n      zh: '{zh}'")


def test_a_half_width_comma_between_characters_is_found(check: Check) -> None:
    assert check("L704", steps=_purpose("谁来都接待,不推诿。")) == [
        (
            "steps.yml: zh: '谁来都接待,不推诿。'",
            "steps/accept: a half-width “,” stands in Chinese text: 谁来都接待,不推诿。",
        )
    ]


@pytest.mark.parametrize(
    "zh", ["好;", "说:“好”", "好!", "好吗?", "每百万件(PPM)", "PPM(百万分率)", "**好**,好", "{{ customer }},您好"]
)
def test_each_mark_beside_a_character_is_found(check: Check, zh: str) -> None:
    assert len(check("L704", steps=_purpose(zh))) == 1


@pytest.mark.parametrize(
    "zh",
    [
        "谁来都接待，不推诿。",
        "8:30至18:00",
        "见 A, B 两表",
        "1,000元",
        "代码`f(x),y`如下",
        "见[条款](https://example.org/a,b)第三条",
        "[条款](a.html)，不推诿",
        "P1/P2",
        "好.",
    ],
)
def test_full_width_marks_figures_code_and_addresses_are_fine(check: Check, zh: str) -> None:
    assert check("L704", steps=_purpose(zh)) == []


def test_several_marks_in_one_text_are_one_finding(check: Check) -> None:
    assert [message for _, message in check("L704", steps=_purpose("好,好,好!"))] == [
        "steps/accept: a half-width “,” stands in Chinese text: 好,好,好!, the first of 3 in this text"
    ]


def test_other_locales_use_half_width_marks(check: Check) -> None:
    steps = STEPS.replace("No {{ customer }} is sent away.", "客, that is: a customer")
    assert check("L704", steps=steps) == []


def test_variants_of_chinese_and_texts_of_frameworks_count(check: Check) -> None:
    header = HEADER.replace("locales: [en, zh]", "locales: [en, zh, zh-Hant]")
    sources = SOURCES.replace("Hear people out.", 'Hear.", zh-Hant: "聽,再聽')
    assert len(check("L704", sop=header, sources=sources)) == 1
