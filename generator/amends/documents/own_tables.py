"""Tables of the SOP's own: a page for each, with its columns and rows as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.documents.page import Page
from amends.edition.edition import Edition, Phrase
from amends.model.base import Citable
from amends.model.own_table import Column

HELP_BOOST = 2


@dataclass(frozen=True)
class TableColumn:
    """A column: its id, and what stands above it."""

    id: str
    title: str
    cited: Citable


@dataclass(frozen=True)
class TableRow:
    """A row with a cell for each column; a cell that nobody has filled is None."""

    id: str
    cells: tuple[Phrase | None, ...]


@dataclass(frozen=True)
class TableSheet:
    """A table of the SOP's own, in the reader's language."""

    id: str
    title: Phrase
    summary: Phrase | None
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    cited: Citable


def table_sheets(edition: Edition) -> tuple[TableSheet, ...]:
    """Every table that has a column, in the order of the SOP."""
    return tuple(_sheet(edition, key) for key, table in edition.sop.tables.items() if table.columns)


def own_table_pages(edition: Edition) -> Iterator[Page]:
    """A page for each table."""
    for sheet in table_sheets(edition):
        path = f"tables/{sheet.id}"
        yield Page(path, sheet.title.plain, "own_table.html.j2", {"sheet": sheet}, path, HELP_BOOST)


def own_table_entries(edition: Edition) -> tuple[str, ...]:
    """Their places in the navigation."""
    return tuple(f"tables/{sheet.id}" for sheet in table_sheets(edition))


def _sheet(edition: Edition, key: str) -> TableSheet:
    table = edition.sop.tables[key]
    return TableSheet(
        id=key,
        title=edition.phrase(table.title),
        summary=edition.phrase(table.summary) if table.summary else None,
        columns=tuple(_column(edition, name, column) for name, column in table.columns.items()),
        rows=tuple(
            TableRow(name, tuple(edition.phrase(row[column]) if column in row else None for column in table.columns))
            for name, row in table.rows.items()
        ),
        cited=table,
    )


def _column(edition: Edition, name: str, column: Column) -> TableColumn:
    return TableColumn(name, edition.plain(column.title), column)
