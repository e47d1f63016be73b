import re

import pytest

from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints
from hotel import Hotel


def marks(hotel: Hotel, locale: str = "en") -> dict[str, str]:
    return dict(fingerprints(Sheets(hotel.edition(locale))))


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    assert before.keys() == after.keys()
    return {name for name in before if before[name] != after[name]}


def test_every_sheet_and_every_card_has_a_mark_of_eight_digits(hotel: Hotel) -> None:
    found = marks(hotel)

    assert list(found) == [
        *("steps/watch", "steps/accept", "steps/solve", "roles/front-desk", "roles/manager"),
        *("scripts/welcome", "scripts/sorry", "customer_types/shouting", "pause_points/before-speak"),
        *("records/form", "process"),
        *("posters/first-minutes", "posters/severity", "posters/authority"),
    ]
    assert all(re.fullmatch(r"[0-9a-f]{8}", mark) for mark in found.values())
    assert len(set(found.values())) == len(found)


def test_the_same_content_has_the_same_mark(hotel: Hotel) -> None:
    assert marks(hotel) == marks(hotel)


SPOKEN = {"steps/accept", "steps/solve", "roles/front-desk", "roles/manager"}
PAUSED = {"pause_points/before-speak", "steps/accept", "roles/front-desk", "process"}
COUNTER = {"process", "posters/first-minutes"}


@pytest.mark.parametrize(
    ("old", "new", "sheets"),
    [
        ('hint: {en: "Use *their* words."', 'hint: {en: "Use their words."', {"steps/accept"}),
        ('zh: "提出方案。"', 'zh: "提出办法。"', set()),
        ("I am sorry.", "We are sorry.", {*SPOKEN, "scripts/sorry", "customer_types/shouting"}),
        ("Case owner", "Owner", {*SPOKEN, "process"}),
        ('phone: "9"', 'phone: "99"', {"roles/front-desk", *COUNTER}),
        ("amount: 2000", "amount: 2001", {"roles/front-desk", "posters/authority"}),
        ("Say nothing of fault", "Say nothing of guilt", PAUSED),
        ("What happened", "What went wrong", {"records/form"}),
    ],
    ids=[
        "emphasis",
        "another language",
        "a script",
        "a role",
        "a telephone number",
        "an authority",
        "a pause point",
        "a field",
    ],
)
def test_the_mark_changes_where_what_is_shown_changes_and_nowhere_else(
    hotel: Hotel, old: str, new: str, sheets: set[str]
) -> None:
    before = marks(hotel)

    assert changed(before, marks(hotel.replace(old, new))) == sheets


def test_each_language_has_marks_of_its_own(hotel: Hotel) -> None:
    english, chinese = marks(hotel), marks(hotel, "zh")
    assert english["steps/solve"] != chinese["steps/solve"]

    hotel.replace('zh: "提出方案。"', 'zh: "提出办法。"')

    assert changed(english, marks(hotel)) == set()
    assert changed(chinese, marks(hotel, "zh")) == {"steps/solve"}


def test_whoever_is_informed_is_part_of_what_a_sheet_shows(hotel: Hotel) -> None:
    hotel.replace("inform: [manager], say", "inform: [insurer], say")
    before = marks(hotel)

    hotel.replace('title: {en: "Insurer"', 'title: {en: "Underwriter"')

    assert "steps/accept" in changed(before, marks(hotel))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version: "2.1"', 'version: "2.2"'),
        ("effective: 2026-02-03", "effective: 2026-02-28"),
        ("site_url: https://hotel.example/complaints/", "site_url: https://other.example/"),
    ],
)
def test_neither_document_control_nor_the_address_of_the_site_changes_a_mark(hotel: Hotel, old: str, new: str) -> None:
    before = marks(hotel)

    assert changed(before, marks(hotel.replace(old, new))) == set()
