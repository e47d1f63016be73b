"""The sheet as text for a terminal, wide characters aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amends.deadlines.sheet import DeadlineSheet, Row
from amends.text_width import columns, padded

_GAP = "  "


def as_table(sheet: DeadlineSheet) -> str:
    """Two tables, what the SOP asks for and what the law does; notes under their row."""
    words = sheet.edition.words
    head = (words("deadlines.when"), words("deadlines.what"), words("deadlines.limit"))
    cells = [head, *((row.when, row.title, row.limit) for row in sheet.rows)]
    widths = [max(columns(row[place]) for row in cells) for place in range(len(head))]
    lines = [sheet.heading]
    for name, is_legal in (("deadlines.own", False), ("deadlines.legal", True)):
        rows = [row for row in sheet.rows if row.is_legal == is_legal]
        if rows:
            lines += ["", words(name), _line(head, widths), *_lines(rows, widths)]
    return "\n".join([*lines, "", *sheet.assumptions])


def _lines(rows: Sequence[Row], widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        yield _line((row.when, row.title, row.limit), widths)
        yield from (f"{' ' * widths[0]}{_GAP}- {note}" for note in row.notes)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(padded(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()
