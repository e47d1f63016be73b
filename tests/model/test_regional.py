"""An SOP in a region has every text of its language, and its own where it has one."""

from __future__ import annotations

from pathlib import Path

from amends.model.regional import with_regional_texts
from hotel import Hotel


def test_what_a_text_says_in_its_language_is_respelled_and_its_own_words_stay() -> None:
    steps = {"a": {"title": {"en": "Apologise", "zh": "道歉"}, "purpose": {"en": "Organise", "en-US": "Tidy up"}}}

    filled = with_regional_texts(steps, ["en-US", "zh"], "steps")

    assert filled == {
        "a": {
            "title": {"en": "Apologise", "zh": "道歉", "en-US": "Apologize"},
            "purpose": {"en": "Organise", "en-US": "Tidy up"},
        }
    }
    assert steps["a"]["title"] == {"en": "Apologise", "zh": "道歉"}


def test_a_further_region_takes_from_the_nearest_one() -> None:
    header = {"title": {"en": "Colour", "en-US": "Hue"}}

    assert with_regional_texts(header, ["en-US-x-bank"])["title"]["en-US-x-bank"] == "Hue"


def test_words_of_the_vocabulary_come_in_all_their_forms() -> None:
    word = {"one": "neighbour", "a": "a neighbour", "many": "neighbours"}

    filled = with_regional_texts({"vocabulary": {"customer": {"en": word}}}, ["en-US"])

    assert filled["vocabulary"]["customer"]["en-US"] == {"one": "neighbor", "a": "a neighbor", "many": "neighbors"}


def test_nothing_is_missing_and_no_locale_is_unknown(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).replace("locales: [en, zh]", "locales: [en-US, zh]")

    found = hotel.replace("default_locale: en", "default_locale: en-US").reading().findings

    assert [it.message for it in found if it.code.startswith("L7")] == []


def test_pages_and_dates_are_those_of_the_region(tmp_path: Path) -> None:
    edition = Hotel(tmp_path).replace("locales: [en, zh]", "locales: [en, zh, en-US]").edition("en-US")

    assert edition.date(edition.sop.document.effective) == "February 3, 2026"
    assert edition.words("nav.home") == "Home"
    assert not edition.phrase(edition.sop.title).is_fallback


def test_what_is_no_block_stays_for_validation_to_judge() -> None:
    broken = {"title": "Colour", "vocabulary": {"customer": 3}, "organisation": ["a"], "unknown": {"en": "Colour"}}

    assert with_regional_texts(broken, ["en-US"]) == broken
    assert with_regional_texts({"vocabulary": "x"}, ["en-US"]) == {"vocabulary": "x"}
