"""Each text is judged once, and every place where it stands is told, in the order of the texts."""

from __future__ import annotations

from collections.abc import Mapping

from amends.check.texts import Texts
from amends.model.text import Text

THANKS = Text({"en": "Thank you.", "zh": "谢谢。"})
TEXTS = Texts(
    [
        (("scripts", "a", "title"), THANKS),
        (("scripts", "b", "title"), Text({"en": "Sorry."})),
        (("scripts", "c", "title"), Text({"zh": "谢谢。", "en": "Thank you."})),
    ]
)


def test_a_string_is_judged_once_in_each_locale_and_told_wherever_it_stands() -> None:
    judged: list[tuple[str, str]] = []

    def ends_with_a_stop(string: str, locale: str) -> str:
        judged.append((locale, string))
        return string[-1] if string != "Sorry." else ""

    told = list(TEXTS.strings_where(ends_with_a_stop))

    assert judged == [("en", "Thank you."), ("zh", "谢谢。"), ("en", "Sorry.")]
    assert told == [
        (("scripts", "a", "title", "en"), "."),
        (("scripts", "a", "title", "zh"), "。"),
        (("scripts", "c", "title", "zh"), "。"),
        (("scripts", "c", "title", "en"), "."),
    ]


def test_a_text_is_judged_with_all_its_languages_in_the_author_s_order() -> None:
    def locales(strings: Mapping[str, str]) -> list[str]:
        return list(strings) if len(strings) > 1 else []

    assert list(TEXTS.texts_where(locales)) == [
        (("scripts", "a", "title"), ["en", "zh"]),
        (("scripts", "c", "title"), ["zh", "en"]),
    ]


def test_each_string_is_named_once() -> None:
    assert list(TEXTS.strings()) == ["Thank you.", "谢谢。", "Sorry."]
