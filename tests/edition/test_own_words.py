"""An SOP of incidents speaks of incidents, also in the fixed words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.book import editions
from amends.edition.own_words import words_of
from amends.edition.words import known_locales, read_words
from amends.spelling import respelled
from hotel import Hotel

INCIDENT = """  customer: {en: {one: guest, a: a guest, many: guests}, zh: 客人}
  complaint: {en: {one: incident, a: an incident, many: incidents}, zh: 故障}
"""
COMPLAINT = {"en": "complain", "fr": "réclam|se plaint", "zh": "投诉"}
GAP = re.compile(r"(?<!\{)\{\w+\}")


def incidents(folder: Path) -> Hotel:
    hotel = Hotel(folder, {})
    return hotel.replace("  customer: {en: {one: guest, a: a guest, many: guests}, zh: 客人}\n", INCIDENT)


@pytest.mark.parametrize("locale", sorted(known_locales()))
def test_every_word_that_speaks_of_complaints_has_one_that_does_not(locale: str) -> None:
    words, complaint = read_words(locale), respelled(COMPLAINT[locale.partition("-")[0]], locale)
    own = words.group("own-word")
    others = {name: text for name, text in words.entries.items() if not name.startswith(("own-word.", "init."))}

    speaking = {name for name, text in others.items() if re.search(complaint, text, re.IGNORECASE)}
    assert len(speaking) > 10
    assert speaking - own.keys() == set()
    assert own.keys() <= others.keys()
    assert {name for name, text in own.items() if re.search(complaint, text.replace("{{ ", ""))} - {
        name for name, text in own.items() if "{{ " in text
    } == set()
    assert {name: GAP.findall(text) for name, text in own.items()} == {name: GAP.findall(others[name]) for name in own}


def test_an_sop_of_incidents_speaks_of_incidents(tmp_path: Path) -> None:
    english, chinese = editions(incidents(tmp_path).sop())

    assert english.words("home.now") == "An incident: begin here"
    assert english.words("clock.every-kind") == "incidents"
    assert chinese.words("map.start") == "出现故障"
    assert not [text for name, text in english.words.entries.items() if "{{ " in text and name.startswith("home.")]


def test_without_a_word_of_its_own_it_speaks_of_complaints(hotel: Hotel) -> None:
    assert words_of(hotel.sop(), "en") == read_words("en")
