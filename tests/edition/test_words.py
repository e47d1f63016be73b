"""The fixed words of a locale: the same names in every locale, with the same gaps to fill."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.edition import words as words_module
from amends.edition.words import Words, known_locales, read_words
from amends.finding import Findings, PlaceError

GAP = re.compile(r"\{\w+\}")


@pytest.fixture
def shipped_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation's own folder of words, empty."""
    folder = tmp_path / "words"
    folder.mkdir()
    monkeypatch.setattr(words_module, "shipped", lambda _: tmp_path)
    return folder


def test_words_are_found_by_their_dotted_name_and_filled_in() -> None:
    words = Words("en", {"leads.step": "Step {number}: {title}"})

    assert words("leads.step", number=4, title="Verify") == "Step 4: Verify"


def test_what_is_filled_in_is_never_filled_in_again() -> None:
    words = Words("en", {"leads.step": "{number}: {title}"})

    assert words("leads.step", number="{title}", title="{number}") == "{title}: {number}"


def test_a_gap_for_which_nothing_is_given_stays() -> None:
    assert Words("en", {"a": "{one} and {two}"})("a", one="1") == "1 and {two}"


def test_words_that_are_not_there_are_a_bug_and_say_which() -> None:
    with pytest.raises(KeyError, match=r"leads\.nothing"):
        Words("en", {})("leads.nothing")


def test_a_group_is_all_words_below_a_name() -> None:
    words = Words("en", {"leads.step": "a", "leads.to.end": "b", "leadsman": "c", "leads": "d"})

    assert words.group("leads") == {"step": "a", "to.end": "b"}


def test_blocks_become_dotted_names_and_every_word_is_text(shipped_words: Path) -> None:
    (shipped_words / "en.yml").write_text("title: Handbook\nleads:\n  to: {end: 7}\n  none:\n", encoding="utf-8")

    assert read_words("en") == Words("en", {"title": "Handbook", "leads.to.end": "7", "leads.none": ""})


@pytest.mark.parametrize(
    ("locale", "found"),
    [("en", "en"), ("zh", "zh"), ("zh-Hant", "zh-Hant"), ("zh-TW", "zh"), ("de", "en"), ("z", "en")],
)
def test_a_locale_without_words_has_those_of_its_language_or_the_english_ones(
    shipped_words: Path, locale: str, found: str
) -> None:
    for name in ("en", "zh", "zh-Hant"):
        (shipped_words / f"{name}.yml").write_text(f"title: {name}\n", encoding="utf-8")

    assert read_words(locale) == Words(found, {"title": found})


def test_an_installation_without_words_says_so(shipped_words: Path) -> None:
    with pytest.raises(PlaceError) as caught:
        read_words("en")

    assert str(caught.value) == f"{shipped_words}: the fixed words are missing; install amends again"


def test_broken_words_are_told_with_their_place(shipped_words: Path) -> None:
    (shipped_words / "en.yml").write_text("a: 1\na: 2\n", encoding="utf-8")

    with pytest.raises(Findings) as caught:
        read_words("en")

    assert str(caught.value.findings[0].location) == f"{shipped_words / 'en.yml'}:2:1"


# What is shipped ------------------------------------------------------------------------------------------------------


def test_english_and_chinese_are_shipped() -> None:
    assert {"en", "zh"} <= known_locales()


@pytest.mark.parametrize("locale", sorted(known_locales() - {"en"}))
def test_every_shipped_locale_has_the_words_of_the_english_one(locale: str) -> None:
    assert sorted(read_words(locale).entries) == sorted(read_words("en").entries)


@pytest.mark.parametrize("locale", sorted(known_locales() - {"en"}))
def test_every_shipped_word_has_the_gaps_of_the_english_one(locale: str) -> None:
    english, other = read_words("en").entries, read_words(locale).entries

    differ = {
        name: (english[name], other[name])
        for name in english
        if sorted(set(GAP.findall(english[name]))) != sorted(set(GAP.findall(other[name])))
    }

    assert differ == {}


@pytest.mark.parametrize("locale", sorted(known_locales()))
def test_no_shipped_word_is_empty(locale: str) -> None:
    assert [name for name, text in read_words(locale).entries.items() if not text.strip()] == []
