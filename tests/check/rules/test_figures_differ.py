from __future__ import annotations

import pytest

from amends.check.figures import figures_in
from builders import STEPS, Check


def texts(en: str, zh: str) -> str:
    return STEPS.replace('{do: {en: "Repair or replace.", zh: "修理或更换。"}}', f"{{do: {{en: '{en}', zh: '{zh}'}}}}")


@pytest.mark.parametrize(
    ("en", "zh", "lost"),
    [
        ("Within 48 hours.", "24小时内。", "the en text has 48, and the zh text does not"),
        ("Up to 2,000 yuan.", "最多200元。", "the en text has 2000, and the zh text does not"),
        ("Within 2 days.", "3天内。", "the en text has 2, and the zh text does not"),
        ("Within a month.", "45天内。", "the zh text has 45, and the en text does not"),
        ("It costs 20 %.", "收费。", "the en text has 20, and the zh text does not"),
    ],
)
def test_a_figure_that_one_language_lacks_is_found(check: Check, en: str, zh: str, lost: str) -> None:
    assert [message for _, message in check("L706", steps=texts(en, zh))] == [f"steps/settle: {lost}"]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Within two days.", "2天内。"),
        ("Call us between 9 and 17.", "上午9点到下午5点可来电。"),
        ("From 2 to 5 pm.", "下午2点到5点。"),
        ("It takes half an hour.", "大约30分钟。"),
        ("Monday at 8:30.", "星期一上午8点半。"),
        ("Every quarter.", "每3个月一次。"),
        ("Within 2 days.", "两天内。"),
        ("Within 12 days.", "十二天内。"),
        ("Within fourteen days.", "14天内。"),
        ("Up to 10,000 yuan.", "最多1万元。"),
        ("Up to 10,000 yuan.", "最多一万元。"),
        ("On 1 March 2026.", "2026年3月1日。"),
        ("Half of it, 50 %.", "一半，50%。"),
        ("Call at once.", "1分钟内回电。"),
        ("Within a day.", "24小时内。"),
        ("Call 12315.", "拨打投诉电话。"),
        ("See {{ step:verify }} of 1.5 m.", "见{{ step:verify }}，1.5米。"),
    ],
)
def test_the_same_figure_in_another_form_is_none(check: Check, en: str, zh: str) -> None:
    assert check("L706", steps=texts(en, zh)) == []


def test_words_to_search_for_are_each_language_s_own(check: Check) -> None:
    more = """
situations:
  loud: {title: {en: "Loud", zh: "吵"}, also: {en: "noise", zh: "噪音、119、300分贝"}, go: [steps/verify]}
"""
    assert check("L706", more=more) == []


@pytest.mark.parametrize(
    ("string", "locale", "digits"),
    [
        ("1,234,567", "en", (1234567.0,)),
        ("1.234,5", "de", (1234.5,)),
        ("1 000 et 2", "fr", (1000.0, 2.0)),
        ("3.5万", "zh", (35000.0,)),
        ("12345", "en", ()),
    ],
)
def test_figures_are_read_as_each_language_writes_them(string: str, locale: str, digits: tuple[float, ...]) -> None:
    assert figures_in(string, locale).digits == digits
