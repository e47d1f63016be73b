"""The folded card, folded: as with paper, on numbers."""

from __future__ import annotations

from dataclasses import dataclass

from amends.printing.imposition import folded_sides


@dataclass(frozen=True)
class Printed:
    """A face as it lies before the reader."""

    face: int
    is_upright: bool


Side = dict[tuple[int, int], Printed]
"""What stands where on one side of the sheet: by column and row."""


def printed_sides() -> tuple[Side, Side]:
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
