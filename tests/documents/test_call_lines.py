"""One line for each number: what is called in danger must be found at one look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amends.book import all_sheets
from amends.content.place import find_place
from amends.documents.call_lines import call_lines
from amends.documents.sheets import Sheets
from amends.read import usable_sop
from shipped_sops import ShippedSops

BANK = Path(__file__).parents[1] / "projects" / "bank"


def first_lines(sheets: Sheets, count: int) -> list[tuple[str, str, str | None]]:
    edition = sheets.edition
    first = edition.sop.steps[edition.sop.start].responsible
    assert first
    lines = call_lines(edition, sheets.cards[first].calls)
    return [(line.when.plain, line.who, line.how) for line in lines[:count]]


@pytest.mark.parametrize("name", ["reference", "lean", "banking", "tourism"])
def test_the_first_three_lines_are_the_three_numbers_for_danger(shipped_sops: ShippedSops, name: str) -> None:
    for locale in ("en", "zh"):
        assert [how for _, _, how in first_lines(shipped_sops.sheets(name, locale), 3)] == ["120", "110", "119"]


def test_each_line_says_for_what_it_is(shipped_sops: ShippedSops) -> None:
    assert first_lines(shipped_sops.sheets("reference", "en"), 3) == [
        ("Hurt, ill, about to take their life", "Ambulance", "120"),
        ("Violence, weapon, threat to life", "Police", "110"),
        ("Fire, smoke, smell of gas: get out first", "Fire brigade", "119"),
    ]


@pytest.mark.shipped
def test_one_number_for_all_dangers_is_one_line() -> None:
    sop, _ = usable_sop(find_place(str(BANK)), date(2026, 12, 1))
    [sheets] = all_sheets(sop)
    assert first_lines(sheets, 2) == [
        (
            "Hurt, ill, about to take their life · Violence, weapon, threat to life · Fire, smoke, smell of gas: get out first",
            "Ambulance, Police, Fire brigade",
            "999",
        ),
        ("Money is leaving an account now", "Fraud line of the bank, or 159", "0800 496 0280"),
    ]


def test_calls_without_a_number_stay_apart(shipped_sops: ShippedSops) -> None:
    sheets = shipped_sops.sheets("reference", "en")
    card = sheets.cards["front-line"]
    nameless = [type(call)(call.id, call.when, call.who, None, call.cited) for call in card.calls]
    assert len(call_lines(sheets.edition, nameless)) == len(card.calls)
