"""The rows of a table -> variants: the first row names the fields, each further row is a variant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from amends.codes.code import Code
from amends.codes.variants import BROKEN_TABLE, DAMAGED_CELL, UNKNOWN_VARIANT_FIELD
from amends.content.variant import Setting, Variant
from amends.finding import Finding, Findings, Location
from amends.variants.fields import ID, LAYER, folders, is_list, trouble_with_path
from amends.variants.table import Cell, Row, rows

_SPOILT: Final = re.compile(r"#[^\W\d_][\w/]*[!?]?")
_SHORTENED: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?E\+\d+")
_BETWEEN_ITEMS: Final = re.compile(r"[,;\s]+")
_REMARK: Final = "#"


@dataclass(frozen=True)
class _Column:
    """A column of the table: its name, where that stands, and the path of the field that it sets, if it sets one."""

    name: str
    location: Location
    path: tuple[str, ...]
    holds_lists: bool


def _column(cell: Cell) -> _Column:
    sets_a_field = cell.text and cell.text not in (ID, LAYER) and not cell.text.startswith(_REMARK)
    path = tuple(cell.text.split(".")) if sets_a_field else ()
    return _Column(cell.text, cell.location, path, is_list(path))


def variants_in(source: bytes, file: str) -> Iterator[Variant]:
    """The variants of a table. Raises Findings where the table, or the names of its columns, cannot be read.

    A wrong cell is a problem of the variant of its row. A cell without a text says nothing.
    """
    all_rows = rows(source, file)
    columns = _columns(next(all_rows, []))
    if columns:
        _refuse_wrong(columns)
        yield from (_variant(row, columns, file) for row in all_rows)


def _columns(header: Row) -> list[_Column]:
    """The columns; spreadsheet programs add columns without a name behind the last one."""
    while header and not header[-1].text:
        header.pop()
    return list(map(_column, header))


def _refuse_wrong(columns: Sequence[_Column]) -> None:
    """Raise Findings if no column has the ids, or if one has no name, names no field, or sets what another one sets."""
    found: list[Finding] = []

    def find(code: Code, column: _Column, message: str, hint: str) -> None:
        found.append(code.finding(message, hint, column.location))

    if ID not in [column.name for column in columns]:
        find(BROKEN_TABLE, columns[0], f"no column is called `{ID}`", f"call the column with the ids `{ID}`")
    for column in columns if not found else ():  # one of these names may stand for `id`
        if not column.name:
            find(BROKEN_TABLE, column, "this column has no name", "name a field, or begin the name with “#”")
        elif column.path and (trouble := trouble_with_path(column.path)):
            find(UNKNOWN_VARIANT_FIELD, column, *trouble)
    for one, other in combinations(columns, 2):
        if _clash(one, other):
            message = f"the columns `{one.name}` and `{other.name}` set the same value"
            find(BROKEN_TABLE, other, message, "delete one of them")
    if found:
        raise Findings(found)


def _clash(one: _Column, other: _Column) -> bool:
    """Whether two columns say the same thing, or one says a part of what the other says."""
    if not (one.path and other.path):
        return one.name == other.name and one.name in (ID, LAYER)
    length = min(len(one.path), len(other.path))
    return one.path[:length] == other.path[:length]


def _variant(row: Row, columns: Sequence[_Column], file: str) -> Variant:
    cells = {column.name: cell for column, cell in zip(columns, row, strict=False)}
    variant_id = cells[ID] if ID in cells else Cell("", row[0].location)
    problems = list(_problems(row, columns, cells))
    layer = cells.get(LAYER)
    layers = folders(_items(layer), file, layer.location, problems) if layer is not None else ()
    settings = (
        Setting(column.path, _items(cell) if column.holds_lists else cell.text, cell.location)
        for column, cell in zip(columns, row, strict=False)
        if column.path and cell.text
    )
    return Variant(variant_id.text, variant_id.location, tuple(layers), tuple(settings), tuple(problems))


def _items(cell: Cell) -> list[str]:
    return [item for item in _BETWEEN_ITEMS.split(cell.text) if item]


def _problems(row: Row, columns: Sequence[_Column], cells: dict[str, Cell]) -> Iterator[Finding]:
    """What is wrong with a row: more or fewer cells than columns, and values that a spreadsheet program has spoilt."""
    surplus = [cell for cell in row[len(columns) :] if cell.text]
    if surplus or len(row) < len(columns):
        message = f"this row has {len(row)} cells, and the first row names {len(columns)} columns"
        hint = "put a text that holds the separator in quotes; leave cells empty that have nothing to say"
        yield BROKEN_TABLE.finding(message, hint, (surplus or row)[0].location)
    hint = "give the column the format “Text”, type the value again, and save the table once more"
    for name, cell in cells.items():
        if name.startswith(_REMARK):
            continue
        if _SPOILT.fullmatch(cell.text):
            yield DAMAGED_CELL.finding(f"“{cell.text}” is an error of the spreadsheet program", hint, cell.location)
        elif _SHORTENED.fullmatch(cell.text):
            yield DAMAGED_CELL.finding(f"“{cell.text}” is a number that was shortened", hint, cell.location)
