"""What every drawing promises for any process; checked in the finished coordinates, not in the code that makes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from amends.documents.process_map import ProcessMap
from amends.drawing.drawing import Box, Drawing, DrawnFlow, Label

_LEAST = 0.05  # coordinates are rounded to hundredths


class Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class Stretch(NamedTuple):
    """A straight part of a way."""

    way: DrawnFlow
    rect: Rect
    is_level: bool


def broken_promises(drawn: ProcessMap, drawing: Drawing) -> Iterator[str]:
    """Everything that is wrong with a drawing, in words."""
    stretches = [stretch for way in drawing.ways for stretch in _stretches(way)]
    boxes = [(box.node.id, _rect(box)) for box in drawing.boxes]
    yield from _completeness(drawn, drawing)
    yield from _overlaps(boxes)
    yield from _texts(drawing)
    yield from _outside(drawing, stretches)
    yield from _through_boxes(drawing, stretches)
    yield from _shared(stretches)


def _completeness(drawn: ProcessMap, drawing: Drawing) -> Iterator[str]:
    shown = {box.node.id for box in drawing.boxes}
    leaving = [flow for flow in drawn.flows if flow.source in shown]
    told = [way.flow for way in drawing.ways] + [sign.flow for sign in drawing.connectors]
    if sorted(map(repr, told)) != sorted(map(repr, leaving)):
        yield "a way is missing, or is there twice"
    answered = {label.flow for label in drawing.labels}
    yield from (f"{flow} has lost its answer" for flow in leaving if flow.labels and flow not in answered)
    at = {box.node.id: _rect(box) for box in drawing.boxes}
    for way in drawing.ways:
        (start_x, start_y), (end_x, end_y) = way.points[0], way.points[-1]
        if not _is_on_edge(at[way.flow.source], start_x, start_y):
            yield f"{way.flow} does not begin at its box"
        if not _is_on_edge(at[way.flow.target], end_x, end_y):
            yield f"{way.flow} does not end at its box"


def _overlaps(rects: list[tuple[str, Rect]]) -> Iterator[str]:
    for (one, here), (other, there) in combinations(rects, 2):
        if _meet(here, there):
            yield f"{one} lies over {other}"


def _texts(drawing: Drawing) -> Iterator[str]:
    """Every line of text lies inside its box or lane head, and overlaps no other text or sign."""
    at = {box.node.id: _rect(box) for box in drawing.boxes}
    for box in drawing.boxes:
        mine = [label for label in drawing.labels if label.flow and label.flow.source == box.node.id]
        signs = [
            ("a sign", Rect(sign.x, sign.y, sign.x + sign.width, sign.y + sign.height))
            for sign in drawing.connectors
            if sign.flow.source == box.node.id
        ]
        lines = [
            (f"“{line.text}”", _line_rect(line))
            for line in (*box.lines, *(line for label in mine for line in label.lines))
        ]
        symbol = (
            [("the diamond", Rect(x - half, y - half, x + half, y + half)) for x, y, half in [box.symbol] if half]
            if box.symbol
            else []
        )
        yield from _overlaps(lines + signs + symbol)
        yield from (
            f"{name} sticks out of {box.node.id}" for name, rect in lines + signs if not _holds(at[box.node.id], rect)
        )
    for band in drawing.bands:
        depth = band.head if drawing.direction == "portrait" else band.height
        width = band.head if drawing.direction == "landscape" else band.width
        head = Rect(band.x, band.y, band.x + width, band.y + depth)
        yield from (
            f"“{line.text}” sticks out of its lane head" for line in band.lines if not _holds(head, _line_rect(line))
        )


def _outside(drawing: Drawing, stretches: list[Stretch]) -> Iterator[str]:
    canvas = Rect(0, 0, drawing.width, drawing.height)
    bands = {band.id: Rect(band.x, band.y, band.x + band.width, band.y + band.height) for band in drawing.bands}
    yield from (f"{stretch.way.flow} leaves the canvas" for stretch in stretches if not _holds(canvas, stretch.rect))
    yield from (
        f"{box.node.id} is not in its lane" for box in drawing.boxes if not _holds(bands[box.node.lane], _rect(box))
    )
    yield from _overlaps(list(bands.items()))
    heads = [
        Rect(
            band.x,
            band.y,
            band.x + (band.width if drawing.direction == "portrait" else band.head),
            band.y + (band.head if drawing.direction == "portrait" else band.height),
        )
        for band in drawing.bands
    ]
    yield from (
        f"{stretch.way.flow} runs through a lane head"
        for stretch in stretches
        for head in heads
        if _meet(stretch.rect, head)
    )


def _through_boxes(drawing: Drawing, stretches: list[Stretch]) -> Iterator[str]:
    """All labels are inside boxes, so a way that crosses no box crosses no label."""
    for stretch in stretches:
        for box in drawing.boxes:
            if _meet(stretch.rect, _rect(box)):
                yield f"{stretch.way.flow} runs through {box.node.id}"


def _shared(stretches: list[Stretch]) -> Iterator[str]:
    for is_level in (True, False):
        alike = [stretch for stretch in stretches if stretch.is_level == is_level]
        for one, other in combinations(alike, 2):
            if one.way.flow.target != other.way.flow.target and _run_together(one.rect, other.rect, is_level=is_level):
                yield f"{one.way.flow} and {other.way.flow} share a stretch"


def _run_together(one: Rect, other: Rect, *, is_level: bool) -> bool:
    """Whether they are less than two points apart, side by side or end to end: a reader would see one line."""
    beside, along = (1, 0) if is_level else (0, 1)
    is_near = abs(one[beside] - other[beside]) < 2
    return is_near and one[along] < other[along + 2] + 2 and other[along] < one[along + 2] + 2


def _stretches(way: DrawnFlow) -> Iterator[Stretch]:
    for (x1, y1), (x2, y2) in pairwise(way.points):
        if (x1 == x2) == (y1 == y2):
            raise AssertionError(f"{way.flow} has a piece that is slanted or of no length")
        yield Stretch(way, Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), y1 == y2)


def _rect(part: Box | Label) -> Rect:
    return Rect(part.x, part.y, part.x + part.width, part.y + part.height)


def _line_rect(line: object) -> Rect:
    x, y, width = (getattr(line, name) for name in ("x", "y", "width"))
    return Rect(x, y - 6.5, x + width, y + 1)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right - _LEAST
        and other.left < one.right - _LEAST
        and one.top < other.bottom - _LEAST
        and other.top < one.bottom - _LEAST
    )


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.left - _LEAST <= inner.left
        and outer.top - _LEAST <= inner.top
        and inner.right <= outer.right + _LEAST
        and inner.bottom <= outer.bottom + _LEAST
    )


def _is_on_edge(rect: Rect, x: float, y: float) -> bool:
    is_level = rect.left - _LEAST <= x <= rect.right + _LEAST
    is_upright = rect.top - _LEAST <= y <= rect.bottom + _LEAST
    beside = min(abs(x - rect.left), abs(x - rect.right)) < _LEAST
    above = min(abs(y - rect.top), abs(y - rect.bottom)) < _LEAST
    return (beside and is_upright) or (above and is_level)
