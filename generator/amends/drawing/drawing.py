"""A finished drawing of the process: every coordinate is settled, and SVG and Typst only draw it.

Units are points, x runs to the right and y down, from the top left corner of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amends.documents.process_map import Flow, Node

Direction = Literal["landscape", "portrait"]
"""Where time runs: to the right, with the lanes as rows; or down, with the lanes as columns."""

Vertex = tuple[float, float]
Style = Literal["lane", "title", "limit", "helper", "question", "answer", "end", "number"]


@dataclass(frozen=True)
class TextLine:
    """One line of text; `x` is its left edge, `y` its base line, `width` what it takes in the house font."""

    text: str
    x: float
    y: float
    width: float
    style: Style


@dataclass(frozen=True)
class Mark:
    """The sign before the name of a helper, round its middle: full, or hollow if the role `is_asked` only."""

    x: float
    y: float
    radius: float
    colour: str
    is_asked: bool


@dataclass(frozen=True)
class Band:
    """A lane: the whole stripe, including the head with its title; `head` is the depth of that head."""

    id: str
    title: str
    colour: str
    x: float
    y: float
    width: float
    height: float
    head: float = 0
    lines: tuple[TextLine, ...] = ()


@dataclass(frozen=True)
class Box:
    """A node in its place, with its words. `symbol` is the diamond of a gateway: its middle and its half width."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    colour: str = "slate"
    lines: tuple[TextLine, ...] = ()
    symbol: tuple[float, float, float] | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class DrawnFlow:
    """A flow as a line from box to box, with right angles only; the last point is the tip of the arrow."""

    flow: Flow
    points: tuple[Vertex, ...]


@dataclass(frozen=True)
class Label:
    """An answer, in its short form, inside the box of its question; `flow` is where it leads."""

    text: str
    x: float
    y: float
    width: float
    height: float
    flow: Flow | None = None
    lines: tuple[TextLine, ...] = ()


@dataclass(frozen=True)
class Connector:
    """A flow that is named instead of drawn: a small sign at its beginning with the number of its target."""

    flow: Flow
    text: str
    x: float
    y: float
    width: float
    height: float
    colour: str
    entry: str | None


@dataclass(frozen=True)
class Drawing:
    """The whole picture."""

    width: float
    height: float
    direction: Direction
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    ways: tuple[DrawnFlow, ...]
    labels: tuple[Label, ...]
    connectors: tuple[Connector, ...] = ()
