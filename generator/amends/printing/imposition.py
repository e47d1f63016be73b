"""Which page stands where on a sheet: the faces of a folded card, the pages of a booklet, several pages side by side.

A folded card is printed on both sides and turned over its long edge, as office printers do. It is folded across first,
then down. Folded, face 1 is its cover and face 8 its back. Opened once it shows 2 and 3 side by side, wholly 4 to 7:

    front: 3 and 2 upside down      back: 4  5
           8     1                        6  7

Nothing is cut, so no page is closed.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.printing.kind import Data

Side = list[int | None]
"""The numbers of the pages on one side of a sheet, row by row; None where nothing stands."""

_FRONT = ((1, 1, 1), (2, 1, 0), (3, 0, 0), (8, 0, 1))
_BACK = ((4, 0, 0), (5, 1, 0), (6, 0, 1), (7, 1, 1))


def folded_sides() -> list[list[Data]]:
    """For each side of the sheet, its faces in the order in which they are read; `turned` ones stand upside down."""
    return [[_cell(*cell, is_front=side is _FRONT) for cell in side] for side in (_FRONT, _BACK)]


def _cell(face: int, column: int, row: int, *, is_front: bool) -> Data:
    return {"face": face, "column": column, "row": row, "turned": is_front and row == 0}


def side_by_side(pages: int, columns: int, rows: int) -> list[Side]:
    """Several pages on each side, in order."""
    return [_filled(side, columns * rows) for side in _portions(range(1, pages + 1), columns * rows)]


def back_to_back(pages: int, columns: int, rows: int) -> list[Side]:
    """Several leaves on each sheet: a front, and behind each page of it the next page.

    A sheet is turned over like a page of a book, so that its left and its right change places.
    """
    sides: list[Side] = []
    for fronts in _portions(range(1, pages + 1, 2), columns * rows):
        backs: Side = [front + 1 if front < pages else None for front in fronts]
        sides += [_filled(fronts, columns * rows), _mirrored(_filled(backs, columns * rows), columns)]
    return sides


def booklet(pages: int) -> list[Side]:
    """Two pages on each side of sheets that lie in each other and are folded down the middle."""
    last = 4 * -(-pages // 4)
    numbers: Side = [page if page <= pages else None for page in range(1, last + 1)]
    sides: list[Side] = []
    for first in range(0, last // 2, 2):
        sides += [[numbers[-1 - first], numbers[first]], [numbers[first + 1], numbers[-2 - first]]]
    return sides


def _portions(pages: Sequence[int], size: int) -> list[list[int]]:
    return [list(pages[begin : begin + size]) for begin in range(0, len(pages), size)]


def _filled(side: Sequence[int | None], size: int) -> Side:
    return [*side, *[None] * (size - len(side))]


def _mirrored(side: Side, columns: int) -> Side:
    return [page for begin in range(0, len(side), columns) for page in reversed(side[begin : begin + columns])]
