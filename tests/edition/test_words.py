"""The fixed words of a locale: the same names in every locale, with the same gaps to fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from amends.edition import words as words_module
from amends.edition.locale_form import plural
from amends.edition.words import Words, known_locales, read_words
from amends.finding import Findings, UsageError

CATEGORIES = {"zero", "one", "two", "few", "many", "other"}


def gaps(text: str) -> set[str]:
    """What is filled in: `{count}` by us, `{{ customer }}` by the SOP in which the text will stand."""
    return {*re.findall(r"(?<!\{)\{\w+\}", text), *re.findall(r"\{\{.+?\}\}", text)}


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


@pytest.mark.parametrize(
    ("locale", "february", "first", "figure", "weeks"),
    [
        ("en", "3 February 2026", "1 February 2026", "350,000.50", ("0 weeks", "1 week", "2 weeks")),
        ("fr", "3 février 2026", "1er février 2026", "350\u202f000,50", ("0 semaine", "1 semaine", "2 semaines")),
        ("zh", "2026年2月3日", "2026年2月1日", "350,000.50", ("0周", "1周", "2周")),
    ],
)
def test_days_figures_and_plurals_are_written_as_in_that_language(
    locale: str, february: str, first: str, figure: str, weeks: tuple[str, ...]
) -> None:
    words = read_words(locale)

    assert (words.day(date(2026, 2, 3)), words.day(date(2026, 2, 1))) == (february, first)
    assert words.figure(Decimal("350000.50")) == figure
    assert tuple(words.counted("duration.week", count) for count in range(3)) == weeks


def test_a_plural_form_that_is_not_given_is_the_other_one() -> None:
    words = Words("ru", {"form.locale": "ru", "box.one": "{count} one", "box.other": "{count} other"})

    assert [words.counted("box", count) for count in (1, 2, 21)] == ["1 one", "2 other", "21 one"]


def test_an_installation_without_words_says_so(shipped_words: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_words("en")

    assert str(caught.value) == f"{shipped_words}: the fixed words are missing; install amends again"


def test_broken_words_are_told_with_their_place(shipped_words: Path) -> None:
    (shipped_words / "en.yml").write_text("a: 1\na: 2\n", encoding="utf-8")

    with pytest.raises(Findings) as caught:
        read_words("en")

    assert str(caught.value.findings[0].location) == f"{shipped_words / 'en.yml'}:2:1"


# What is shipped ------------------------------------------------------------------------------------------------------


def singular(name: str, entries: Mapping[str, str]) -> str:
    """The name of a word; of a plural form the name of its `other` form, which every language has."""
    group, _, category = name.rpartition(".")
    return f"{group}.other" if category in CATEGORIES and f"{group}.other" in entries else name


def spoken_by_all(locale: str) -> dict[str, str]:
    """The words that every locale needs: each says for itself which of them speak of complaints (`own-word`)."""
    return {name: text for name, text in read_words(locale).entries.items() if not name.startswith("own-word.")}


def test_english_french_and_chinese_are_shipped() -> None:
    assert {"en", "fr", "zh"} <= known_locales()


@pytest.mark.parametrize("locale", sorted(known_locales() - {"en"}))
def test_every_shipped_locale_has_the_words_of_the_english_one(locale: str) -> None:
    english, other = spoken_by_all("en"), spoken_by_all(locale)

    assert {singular(name, other) for name in other} == {singular(name, english) for name in english}


@pytest.mark.parametrize("locale", sorted(known_locales() - {"en"}))
def test_every_shipped_word_has_the_gaps_of_the_english_one(locale: str) -> None:
    english, other = spoken_by_all("en"), spoken_by_all(locale)

    differ = {
        name: (english[singular(name, other)], text)
        for name, text in other.items()
        if gaps(english[singular(name, other)]) != gaps(text)
    }

    assert differ == {}


@pytest.mark.parametrize("locale", sorted(known_locales()))
def test_every_shipped_locale_has_the_plural_forms_that_its_language_needs(locale: str) -> None:
    words = read_words(locale)
    needed = {plural(count, words("form.locale")) for count in range(1000)} | {"other"}

    groups = {name.removesuffix(".other") for name in words.entries if name.endswith(".other")}
    groups.remove("change.value.kind")  # “another letter” is no plural

    assert "duration.week" in groups
    assert {group: set(words.group(group)) for group in groups} == dict.fromkeys(groups, needed)


def test_french_has_its_own_spaces_quotation_marks_and_apostrophes() -> None:
    straight = re.compile(r" [;:!?»]|[^\s][;!?](?!\w)|« |(?<=\w)'(?=\w)")

    wrong = {name: text for name, text in read_words("fr").entries.items() if straight.search(text)}

    assert list(wrong) == ["form.first-of-month"]  # a pattern, in which apostrophes mean something else


@pytest.mark.parametrize("locale", sorted(known_locales()))
def test_no_shipped_word_is_empty(locale: str) -> None:
    empty = [name for name, text in read_words(locale).entries.items() if not text.strip()]

    assert empty == ["sentence-separator"]
    # Chinese sentences follow each other without a space.
    assert read_words(locale)("sentence-separator") == ("" if locale.startswith("zh") else " ")


def test_in_french_no_article_is_cut_short_before_what_is_filled_in() -> None:
    words = read_words("fr").entries
    cut = re.compile(r"(?i)\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'](?=\{|\s*$)")

    assert len(words) > 1000
    assert [name for name, text in words.items() if cut.search(text)] == []
