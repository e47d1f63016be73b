"""Each text is judged once, and every place where it stands is told, in the order of the texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from amends.check.texts import Texts, folded
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


def test_only_what_has_one_of_the_signs_is_judged() -> None:
    judged: list[str] = []
    signs = (re.compile("谢"), re.compile(r"^Sor|\.", re.MULTILINE))

    def is_sorry(string: str, _: str) -> bool:
        judged.append(string)
        return string == "Sorry."

    told = list(TEXTS.strings_where(is_sorry, *signs))

    assert judged == ["Thank you.", "谢谢。", "Sorry."]
    assert told == [(("scripts", "b", "title", "en"), True)]
    assert list(TEXTS.strings_where(lambda string, _: string, re.compile("Thanks"))) == []
    assert [path[1] for path, _ in TEXTS.texts_where(len, re.compile("谢"))] == ["a", "c"]


def test_a_sign_may_be_looked_for_without_capitals_and_apostrophes() -> None:
    texts = Texts([(("steps", "a"), Text({"en": "DON’T"})), (("steps", "b"), Text({"en": "rock 'n' roll"}))])

    assert [path[1] for path, _ in texts.folded_where(lambda string, _: string, re.compile("dont"))] == ["a"]
    assert folded("ROCK 'n' Roll") == "rock 'n' roll"


def test_each_string_is_named_once_and_each_character() -> None:
    assert list(TEXTS.strings()) == ["Thank you.", "谢谢。", "Sorry."]
    assert list(TEXTS.strings(re.compile("rr"))) == ["Sorry."]
    assert TEXTS.characters() == set("Thank you.谢谢。Sorry.")
