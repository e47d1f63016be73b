"""Authority that is not money: the page, the card and the poster say what a level may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.documents.authority_words import authority_table
from amends.documents.bound.blocks import Section, Table
from amends.documents.bound.table_chapters import decision_table
from amends.documents.posters import posters
from amends.documents.sheets import Sheets
from hotel import Hotel
from page_html import html_of_pages

LIMIT = "limit: {amount: 2000, currency: CNY}, "


@pytest.fixture
def powers(hotel: Hotel) -> Sheets:
    hotel.replace(LIMIT, 'may: {en: "Open **any** room", zh: "打开任何房间"}, ')
    return Sheets(hotel.edition())


def test_one_level_without_a_sum_changes_the_words_over_all(powers: Sheets, tmp_path: Path) -> None:
    table, sums = authority_table(powers.edition), authority_table(Hotel(tmp_path / "sums").edition())

    assert (table.title, table.column) == ("Who may decide what", "May do")
    assert [reach.plain for reach in table.reach.values()] == ["Open any room", "no limit"]
    assert (sums.title, sums.column) == ("Who may give how much", "Up to")


def test_the_bound_handbook_has_the_same_words_over_the_levels(powers: Sheets, tmp_path: Path) -> None:
    levels = decision_table(powers.edition, "authority")
    sums = decision_table(Hotel(tmp_path / "sums").edition(), "authority")

    assert heads(levels) == ("Who may decide what", ("Level", "Who decides", "May do", "How"))
    assert heads(sums) == ("Who may give how much", ("Level", "Who decides", "Up to", "How"))


def heads(section: Section) -> tuple[str, tuple[str, ...]]:
    [part] = section.parts
    [table] = part.blocks
    assert isinstance(table, Table)
    assert section.title is not None
    return section.title.plain, table.columns


def test_page_card_and_poster_say_what_a_level_may_do(powers: Sheets) -> None:
    page = html_of_pages([powers])["decisions"]

    assert "Open <strong>any</strong> room" in page
    assert "am-ladder" not in page
    assert [it.plain for it in powers.cards["front-desk"].powers] == ["L1: Open any room (only LO)"]
    assert powers.cards["front-desk"].authority == ()
    [poster] = [it for it in posters(powers) if it.id == "authority"]
    assert [[it.plain for it in block.points] for block in poster.blocks] == [["Open any room"], []]


@pytest.mark.parametrize("both", [LIMIT + "may: {en: Pay, zh: 付}, ", ""])
def test_a_level_says_either_a_sum_or_what_it_may_do(hotel: Hotel, both: str) -> None:
    [finding] = [it for it in hotel.replace(LIMIT, both).reading().findings if it.is_error]

    assert (
        Path(finding.location.file).read_text(encoding="utf-8").splitlines()[finding.location.line - 1][:5] == "  l1:"
    )
    assert "a level says either its `limit` or what it `may` do" in finding.message
