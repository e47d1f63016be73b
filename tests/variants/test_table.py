"""A table is read cell by cell, each with its place; what is no table is refused where it breaks."""

from __future__ import annotations

import pytest

from amends.finding import Findings
from amends.variants.table import rows


def read(text: str | bytes) -> list[list[str]]:
    source = text.encode() if isinstance(text, str) else text
    return [[cell.text for cell in row] for row in rows(source, "t.csv")]


def places(text: str) -> list[list[str]]:
    return [[f"{cell.location}" for cell in row] for row in rows(text.encode(), "t.csv")]


def refused(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(Findings) as caught:
        read(text)
    return [(f"{finding.code} {finding.location}", finding.message) for finding in caught.value.findings]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_parted_by_the_separator_that_the_first_row_shows(separator: str) -> None:
    text = separator.join(["id", "name"]) + "\n" + separator.join(["a", "x"]) + "\n"
    assert read(text) == [["id", "name"], ["a", "x"]]


def test_the_first_line_may_name_the_separator_for_a_spreadsheet_program() -> None:
    assert read("sep=;\nid;name\na;x, y\n") == [["id", "name"], ["a", "x, y"]]
    assert places("sep=;\nid;name\n") == [["t.csv:2:1", "t.csv:2:4"]]


def test_a_cell_in_quotes_holds_separators_quotes_and_lines() -> None:
    assert read('id,name\na,"North, ""the"" inn\nat the sea"\nb,x') == [
        ["id", "name"],
        ["a", 'North, "the" inn\nat the sea'],
        ["b", "x"],
    ]


def test_a_cell_knows_its_line_and_column_behind_a_cell_of_several_lines() -> None:
    assert places('id,name,phone\na,"x\nyz",7\nb,,8\n')[1:] == [
        ["t.csv:2:1", "t.csv:2:3", "t.csv:3:5"],
        ["t.csv:4:1", "t.csv:4:3", "t.csv:4:4"],
    ]


def test_rows_without_a_text_are_passed_over() -> None:
    assert read("id,name\n,\n\na,x\n , \n") == [["id", "name"], ["a", "x"]]


def test_an_empty_last_cell_is_a_cell() -> None:
    assert read("id,name\na,") == [["id", "name"], ["a", ""]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_a_mark_and_without(encoding: str) -> None:
    assert read("id,name\r\na,海松酒店\r\n".encode(encoding)) == [["id", "name"], ["a", "海松酒店"]]


def test_another_encoding_is_refused_at_the_first_sign_with_a_guess() -> None:
    assert refused("id,name\na,Süd\n".encode("cp1252")) == [
        ("Y003 t.csv:2:4", "the byte 0xfc is not UTF-8 text; it is probably “ü”, saved in an older Windows encoding")
    ]


def test_half_of_a_sign_in_utf_16_is_no_text() -> None:
    assert refused("id,name".encode("utf-16")[:-1]) == [("Y003 t.csv", "the file is saved as UTF-16 (“Unicode”)")]


def test_text_behind_a_closing_quote_is_refused_since_an_earlier_quote_may_be_open() -> None:
    [(place, message)] = refused('id,name\na,"North\nb,x\nc,"y"\n')
    assert (place, message.startswith("this cell ends with its closing quote")) == ("V004 t.csv:2:3", True)


def test_a_hundred_thousand_open_quotes_cost_no_time() -> None:
    assert len(refused("id,name\n" + 'a,"\n' * 100_001)) == 1


def test_a_last_quote_that_is_not_closed_is_told_where_it_opens() -> None:
    assert refused('id,name\na,x\nb,"North\nc,y\n') == [("V004 t.csv:3:3", "the quote that opens here is never closed")]


def test_a_quote_in_the_middle_of_a_cell_is_refused() -> None:
    assert refused('id,name\na,7" screen\n') == [("V004 t.csv:2:3", "a quote stands in the middle of this cell")]
