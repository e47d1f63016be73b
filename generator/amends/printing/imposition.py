"""Where the faces of a folded card stand on its sheet.

The sheet is printed on both sides and turned over its long edge, as office printers do. It is folded across first, then
down. Folded, face 1 is its cover and face 8 its back. Opened once it shows 2 and 3 side by side, opened wholly 4 to 7:

    front: 3 and 2 upside down      back: 4  5
           8     1                        6  7

Nothing is cut, so no page is closed.
"""

from __future__ import annotations

from amends.printing.kind import Data

_FRONT = ((1, 1, 1), (2, 1, 0), (3, 0, 0), (8, 0, 1))
_BACK = ((4, 0, 0), (5, 1, 0), (6, 0, 1), (7, 1, 1))


def folded_sides() -> list[list[Data]]:
    """For each side of the sheet, its faces in the order in which they are read; `turned` ones stand upside down."""
    return [[_cell(*cell, is_front=side is _FRONT) for cell in side] for side in (_FRONT, _BACK)]


def _cell(face: int, column: int, row: int, *, is_front: bool) -> Data:
    return {"face": face, "column": column, "row": row, "turned": is_front and row == 0}
