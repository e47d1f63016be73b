"""A drawing of the process -> the data of the SVG template: paths as text, and the words of each box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amends.drawing.drawing import Box, Connector, Drawing, Label, Vertex
from amends.drawing.pen import arrow, branches, strokes


@dataclass(frozen=True)
class SvgBox:
    """A box with its answers; `twigs` is the path of lines to them, `description` the text for screen readers."""

    box: Box
    labels: tuple[Label, ...]
    twigs: str
    description: str


@dataclass(frozen=True)
class Picture:
    """A drawing, ready for its template; `lines` and `arrows` are each one path for all ways."""

    drawing: Drawing
    lines: str
    arrows: str
    boxes: tuple[SvgBox, ...]
    signs: tuple[tuple[Connector, str], ...]


def picture(drawing: Drawing, descriptions: Mapping[str, str]) -> Picture:
    """The paths and words of a drawing; `descriptions` are the descriptions of the boxes, by id."""
    labels: dict[str, list[Label]] = defaultdict(list)
    for label in drawing.labels:
        if label.flow:
            labels[label.flow.source].append(label)
    boxes = (
        SvgBox(box, tuple(labels[box.node.id]), _twigs(box, labels[box.node.id]), descriptions[box.node.id])
        for box in drawing.boxes
    )
    return Picture(
        drawing,
        "".join(_line(way.points) for way in drawing.ways),
        "".join(_polygon(arrow(way.points)) for way in drawing.ways),
        tuple(boxes),
        tuple((sign, descriptions[sign.flow.target]) for sign in drawing.connectors),
    )


def _line(points: Sequence[Vertex]) -> str:
    first, *rest = strokes(points)
    steps = (
        f"Q{_point(stroke.control)} {_point(stroke.end)}" if stroke.control else f"L{_point(stroke.end)}"
        for stroke in rest
    )
    return f"M{_point(first.end)}" + "".join(steps)


def _polygon(points: Sequence[Vertex]) -> str:
    return "M" + "L".join(map(_point, points)) + "Z"


def _twigs(box: Box, labels: Sequence[Label]) -> str:
    return "".join("M" + "L".join(map(_point, twig)) for twig in branches(box, labels))


def _point(point: Vertex) -> str:
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"
