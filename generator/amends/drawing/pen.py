"""Lines of a drawing as strokes of a pen, with rounded corners and heads of arrows: for SVG and for paper alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from amends.drawing.drawing import Box, Label, Vertex

_RADIUS = 5.0
_ARROW_LENGTH, _ARROW_HALF = 6.0, 3.2


class Stroke(NamedTuple):
    """A straight line to `end`, or a curve round a corner: `control` is then the corner itself."""

    end: Vertex
    control: Vertex | None = None


def strokes(points: Sequence[Vertex]) -> Iterator[Stroke]:
    """A line with its corners rounded, from its first point to a little before the tip of its arrow."""
    *inner, last = points
    ends = [*inner, _towards(last, inner[-1], _ARROW_LENGTH - 1)]
    yield Stroke(ends[0])
    for before, corner, after in zip(ends, ends[1:], ends[2:], strict=False):
        radius = min(_RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        yield Stroke(_towards(corner, before, radius))
        yield Stroke(_towards(corner, after, radius), corner)
    yield Stroke(ends[-1])


def arrow(points: Sequence[Vertex]) -> tuple[Vertex, Vertex, Vertex]:
    """The head of the arrow at the end of a line; the tip is its first point."""
    before, tip = points[-2:]
    foot = _towards(tip, before, _ARROW_LENGTH)
    across = _ARROW_HALF if before[1] == tip[1] else 0, _ARROW_HALF if before[0] == tip[0] else 0
    return tip, (foot[0] - across[1], foot[1] - across[0]), (foot[0] + across[1], foot[1] + across[0])


def branches(box: Box, labels: Sequence[Label]) -> list[tuple[Vertex, Vertex, Vertex]]:
    """The twigs that lead from the diamond of a question to each of its answers."""
    if box.symbol is None:
        return []
    x, y, half = box.symbol
    middles = [label.y + label.height / 2 for label in labels]
    starts = [y + half, *middles]
    return [
        ((x, start), (x, middle), (label.x - 3, middle))
        for (start, middle), label in zip(pairwise(starts), labels, strict=True)
    ]


def _towards(point: Vertex, goal: Vertex, distance: float) -> Vertex:
    whole = _distance(point, goal) or 1
    share = distance / whole
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share


def _distance(one: Vertex, other: Vertex) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
