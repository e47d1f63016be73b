"""The folded card, the cut leaves and the booklet, folded and turned: as with paper, on numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from amends.printing.imposition import Side, back_to_back, booklet, folded_sides, side_by_side


@dataclass(frozen=True)
class Printed:
    """A face as it lies before the reader."""

    face: int
    is_upright: bool


Faces = dict[tuple[int, int], Printed]
"""What stands where on one side of the sheet: by column and row."""


def printed_sides() -> tuple[Faces, Faces]:
    front, back = (
        {(it["column"], it["row"]): Printed(it["face"], not it["turned"]) for it in side} for side in folded_sides()
    )
    return front, back


def behind(cell: tuple[int, int]) -> tuple[int, int]:
    """The cell on the other side of the paper, when the sheet is turned over its long edge."""
    column, row = cell
    return 1 - column, row


def upside_down(printed: Printed) -> Printed:
    return Printed(printed.face, not printed.is_upright)


def test_the_open_sheet_shows_four_pages_in_reading_order() -> None:
    _, back = printed_sides()

    assert [back[cell] for cell in ((0, 0), (1, 0), (0, 1), (1, 1))] == [
        Printed(face, is_upright=True) for face in (4, 5, 6, 7)
    ]


def test_folded_across_and_down_the_pages_come_one_after_the_other() -> None:
    front, _ = printed_sides()

    # The upper half goes behind the lower one, so that what was open lies inside. Seen from the front there is the lower
    # half; seen from behind there is the upper one, which now stands on its head.
    lower = [front[0, 1], front[1, 1]]
    upper = [upside_down(front[column, 0]) for column in (1, 0)]
    # Folded down the middle, with the lower half outside: its right page is the cover, its left page the back.
    back_cover, cover = lower
    # Opened like a book, the pages behind the cover and before the back cover lie side by side.
    left, right = upper
    assert (cover, left, right, back_cover) == tuple(Printed(face, is_upright=True) for face in (1, 2, 3, 8))


def test_every_page_lies_on_one_side_only() -> None:
    front, back = printed_sides()

    assert sorted(printed.face for printed in (*front.values(), *back.values())) == list(range(1, 9))
    assert {behind(cell) for cell in front} == set(back)


def test_pages_side_by_side_are_read_row_by_row() -> None:
    assert side_by_side(5, columns=2, rows=2) == [[1, 2, 3, 4], [5, None, None, None]]


@pytest.mark.parametrize(("columns", "rows"), [(2, 1), (1, 2), (2, 2)])
@pytest.mark.parametrize("pages", range(1, 18))
def test_back_to_back_each_even_page_lies_behind_the_odd_one_before_it(pages: int, columns: int, rows: int) -> None:
    sides = back_to_back(pages, columns, rows)

    leaves = []
    for front, back in batched(sides):
        for row in range(rows):
            for column in range(columns):
                mirrored = columns - 1 - column
                leaves.append((front[row * columns + column], back[row * columns + mirrored]))
    told = [leaf for leaf in leaves if leaf != (None, None)]
    assert told == [(page, page + 1 if page < pages else None) for page in range(1, pages + 1, 2)]


@pytest.mark.parametrize("pages", range(1, 30))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(pages: int) -> None:
    sheets = list(batched(booklet(pages)))

    # Sheets lie in each other. Leafing through, the right halves come first, then the left ones from the inside out.
    first_half = [page for front, back in sheets for page in (front[1], back[0])]
    second_half = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    read = [*first_half, *second_half]
    assert read == [*range(1, pages + 1), *[None] * (len(read) - pages)]
    assert len(read) - pages < 4


def batched(sides: list[Side]) -> Iterator[tuple[Side, Side]]:
    """The front and the back of each sheet."""
    return zip(sides[::2], sides[1::2], strict=True)
