"""A scale on which minutes and weeks are both legible."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.drawing.scale import STRETCHES, Scale


def test_the_scale_has_no_more_stretches_than_it_needs() -> None:
    assert [stretch.unit for stretch in Scale.over([0, 0.5, 20], 0, 100).stretches] == ["minutes", "hours"]
    assert [stretch.unit for stretch in Scale.over([], 0, 100).stretches] == ["minutes"]
    assert len(Scale.over([10_000_000], 0, 100).stretches) == len(STRETCHES)


@pytest.mark.parametrize(
    ("hours", "place"),
    [(0, 0), (0.5, 10), (1, 20), (12.5, 30), (24, 40), (96, 50), (168, 60), (672, 80), (8760, 100), (90_000, 100)],
)
def test_inside_a_stretch_distances_are_to_scale(hours: float, place: float) -> None:
    assert Scale(0, 100).place(hours) == pytest.approx(place)


@given(st.lists(st.floats(0, 20_000), min_size=2, max_size=20))
def test_what_is_longer_never_stands_further_left(hours: list[float]) -> None:
    scale = Scale.over(hours, 7, 353)
    places = [scale.place(hour) for hour in sorted(hours)]
    assert all(one <= other for one, other in pairwise(places))
    assert all(7 <= place <= 353 for place in places)
