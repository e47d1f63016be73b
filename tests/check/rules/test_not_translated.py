from __future__ import annotations

import pytest

from builders import FILES, STEPS, Check


def texts(en: str, zh: str) -> str:
    return STEPS.replace('{do: {en: "Repair or replace.", zh: "修理或更换。"}}', f"{{do: {{en: '{en}', zh: '{zh}'}}}}")


@pytest.mark.parametrize(
    ("en", "zh", "said"),
    [
        ("Repair it.", "Repair it or replace.", "this text stands under `zh` and has no sign of that script"),
        ("修理商品。", "修理商品。", "this text stands under `en` and is in an East Asian script"),
    ],
)
def test_a_text_in_the_wrong_line_is_found(check: Check, en: str, zh: str, said: str) -> None:
    assert [message for _, message in check("L708", steps=texts(en, zh))] == [f"steps/settle: {said}"]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Repair it.", "修理。"),
        ("OK", "OK"),
        ("Email", "E-mail"),
        ("Say “你好” to them.", "说“你好”。"),
        ("A B C D E", "A B C D E"),
    ],
)
def test_short_texts_and_names_may_be_the_same(check: Check, en: str, zh: str) -> None:
    assert check("L708", steps=texts(en, zh)) == []


def test_a_copy_in_a_language_of_the_same_script_is_found(check: Check) -> None:
    sop = FILES["sop"].replace("locales: [en, zh]", "locales: [en, zh, fr]")
    steps = texts("Repair it or replace it.", "修理或更换。").replace(
        "zh: '修", "fr: 'Repair it or replace it.', zh: '修"
    )

    assert [message for _, message in check("L708", steps=steps, sop=sop)] == [
        "steps/settle: the fr text is the same as the en text"
    ]
