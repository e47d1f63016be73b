import pytest

from amends.drawing.pen import Stroke, arrow, strokes


def test_corners_are_rounded_and_the_line_ends_inside_its_arrow() -> None:
    line = list(strokes([(0, 0), (50, 0), (50, 40)]))

    assert line == [Stroke((0, 0)), Stroke((45, 0)), Stroke((50, 5), (50, 0)), Stroke((50, 35))]


def test_a_short_piece_between_two_corners_is_rounded_by_half_of_it() -> None:
    line = list(strokes([(0, 0), (50, 0), (50, 4), (90, 4)]))

    assert [stroke.end for stroke in line] == [(0, 0), (48, 0), (50, 2), (50, 2), (52, 4), (85, 4)]


def test_an_arrow_points_where_its_line_leads() -> None:
    assert arrow([(0, 0), (0, 20)]) == ((0, 20), (-3.2, 14), (3.2, 14))
    assert [value for point in arrow([(30, 5), (10, 5)]) for value in point] == pytest.approx([10, 5, 16, 1.8, 16, 8.2])
