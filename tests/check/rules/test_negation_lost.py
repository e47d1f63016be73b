from __future__ import annotations

import pytest

from builders import STEPS, Check


def texts(en: str, zh: str) -> str:
    return STEPS.replace('{do: {en: "Repair or replace.", zh: "修理或更换。"}}', f"{{do: {{en: '{en}', zh: '{zh}'}}}}")


@pytest.mark.parametrize(
    ("en", "zh", "said"),
    [
        ("Never open the box.", "打开包装。", "the en text begins with “Never”, and the zh text denies nothing"),
        ("Do not pay.", "付款。", "the en text begins with “Do not”, and the zh text denies nothing"),
        ("Open the box.", "不得打开包装。", "the zh text begins with “不得”, and the en text denies nothing"),
    ],
)
def test_a_negation_that_one_language_lacks_is_found(check: Check, en: str, zh: str, said: str) -> None:
    assert [message for _, message in check("L707", steps=texts(en, zh))] == [f"steps/settle: {said}"]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Never open the box.", "不得打开包装。"),
        ("Never open the box.", "严禁打开包装。"),
        ("Do not pay before that.", "先核实，再付款。"),
        ("Leave the box closed.", "不要打开包装。"),
        ("Would you like another one?", "要不要再来一个？"),
        ("Say that you cannot decide.", "说明由他人决定。"),
    ],
)
def test_a_free_translation_is_none(check: Check, en: str, zh: str) -> None:
    assert check("L707", steps=texts(en, zh)) == []
