"""The box of each node as a card: its size, its lines of text, and where ways leave it. It has no place yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from amends.documents.process_map import Flow, Helper, Node, ProcessMap
from amends.drawing.drawing import Mark, Style, TextLine
from amends.drawing.glyph_widths import Weight
from amends.drawing.placement import Grid
from amends.drawing.route import Route, has_answers, leads
from amends.drawing.text_measure import Ruler, ruler_for

WIDTH = 112.0
ENTRY = 18.0
"""How far below the upper edge of a box a way from the left enters: the same for all, so that neighbours are level."""
ASIDE = 9.0
"""How far below `ENTRY` a single way leaves a box when it does not lead straight on."""
SIGN = 14.0
"""The width of the sign of a way that is named instead of drawn."""
BADGE = 15.0
DIAMOND = 7.5

_LEAST_HEIGHT = 2 * ENTRY
_PAD = 6.0
_TEXT = {
    "lane": (10.0, 12.5, "strong"),
    "title": (10.0, 12.0, "strong"),
    "limit": (8.5, 10.5, "regular"),
    "helper": (8.5, 10.5, "regular"),
    "question": (9.0, 11.0, "strong"),
    "answer": (8.5, 10.5, "regular"),
    "end": (9.5, 11.5, "strong"),
    "number": (9.0, 11.0, "strong"),
}
_ANSWER_GAP = 4.5
_MARK = 2.6  # the radius of the sign before a helper
_MOST_LINES = {"title": 5, "limit": 6, "helper": 2, "question": 6, "answer": 4, "end": 5, "lane": 5}


@dataclass(frozen=True)
class Exit:
    """Where a way leaves a card: at its right side, `y` below its upper edge; with its answer, if there is one."""

    route: Route
    y: float
    text: str = ""
    lines: tuple[TextLine, ...] = ()
    top: float = 0
    height: float = 0


@dataclass(frozen=True)
class Card:
    """A box at the origin."""

    node: Node
    height: float
    lines: tuple[TextLine, ...]
    exits: tuple[Exit, ...]
    symbol: tuple[float, float, float] | None = None
    marks: tuple[Mark, ...] = ()
    width: float = WIDTH


@dataclass(frozen=True)
class _Head:
    """What stands in a card above its answers, and where it ends."""

    lines: tuple[TextLine, ...]
    bottom: float
    symbol: tuple[float, float, float] | None = None
    marks: tuple[Mark, ...] = ()


def size_of(style: Style) -> float:
    """The size of letters of a style, in points."""
    return _TEXT[style][0]


def weight_of(style: Style) -> Weight:
    """How heavy the letters of a style are."""
    return "strong" if _TEXT[style][2] == "strong" else "regular"


def cards(chart: ProcessMap, grid: Grid, routes: list[Route]) -> dict[str, Card]:
    """The card of each node that has a cell."""
    leaving: dict[str, list[Route]] = {name: [] for name in grid.cells}
    for route in routes:
        leaving[route.flow.source].append(route)
    return {
        node.id: _card(node, sorted(leaving[node.id], key=lambda route: leads(route, grid.floating)))
        for node in chart.nodes
        if node.id in leaving
    }


def paragraph(text: str, style: Style, x: float, top: float, room: float) -> tuple[tuple[TextLine, ...], float]:
    """The lines of a text, set from `top` downwards, and where they end."""
    size, leading, _ = _TEXT[style]
    ruler = ruler_for(text, size, weight_of(style))
    lines = ruler.lines(text, room, _MOST_LINES[style])
    base = top + 0.5 * leading + 0.36 * size
    set_lines = tuple(TextLine(line, x, base + n * leading, ruler.width(line), style) for n, line in enumerate(lines))
    return set_lines, top + len(lines) * leading


def centred(lines: tuple[TextLine, ...], middle: float) -> tuple[TextLine, ...]:
    """The same lines, each centred on `middle`."""
    return tuple(TextLine(line.text, middle - line.width / 2, line.y, line.width, line.style) for line in lines)


def _card(node: Node, routes: list[Route]) -> Card:
    head = _HEADS.get(node.kind, _step)(node)
    if node.kind == "split" and not any(route.mode == "named" or route.flow.labels for route in routes):
        # Level with the entry goes only the way into the box beside it: any other could meet one that comes in there.
        aside = count(1)
        exits = tuple(Exit(it, ENTRY if it.mode == "right" else ENTRY + next(aside) * ASIDE) for it in routes)
        return Card(node, max(head.bottom, ENTRY + next(aside) * ASIDE, _LEAST_HEIGHT), head.lines, exits, head.symbol)
    flows = [route.flow for route in routes]
    if not has_answers(flows) and all(route.mode != "named" for route in routes):
        height = max(head.bottom, _LEAST_HEIGHT)
        is_terminal = node.kind in ("start", "end")
        lines = moved(head.lines, 0, (height - head.bottom) / 2) if is_terminal else head.lines
        exits = tuple(Exit(route, ENTRY if route.mode == "right" else ENTRY + ASIDE) for route in routes)
        return Card(node, height, lines, exits, head.symbol, head.marks)
    exits, bottom = _answers(routes, max(head.bottom, _LEAST_HEIGHT) - 1)
    return Card(node, bottom + 1, head.lines, exits, head.symbol, head.marks)


def _step(node: Node) -> _Head:
    left = _PAD
    number: tuple[TextLine, ...] = ()
    if node.number is not None:
        text = str(node.number)
        width = Ruler(size_of("number"), "strong").width(text)
        number = (TextLine(text, _PAD + (BADGE - width) / 2, ENTRY + 0.36 * size_of("number"), width, "number"),)
        left = _PAD + BADGE + 5
    first = 0.5 * _TEXT["title"][1]
    title, bottom = paragraph(node.title, "title", left, ENTRY - first, WIDTH - left - _PAD)
    if len(title) > 1:
        title, bottom = paragraph(node.title, "title", left, ENTRY - 2 * first + 2, WIDTH - left - _PAD)
    limit: tuple[TextLine, ...] = ()
    if node.limit:
        limit, bottom = _limit(node.limit, max(bottom, ENTRY + BADGE / 2) + 2.5)
    helpers, marks, bottom = _helpers(node.helpers, max(bottom, ENTRY + BADGE / 2) + 2.5, bottom)
    return _Head((*number, *title, *limit, *helpers), bottom + _PAD, marks=marks)


def _limit(text: str, top: float) -> tuple[tuple[TextLine, ...], float]:
    """Each severity's limit in a line of its own where it fits."""
    lines: list[TextLine] = []
    for part in text.split(" · "):
        more, top = paragraph(part, "limit", _PAD, top, WIDTH - 2 * _PAD)
        lines.extend(more)
    return tuple(lines), top


def _helpers(
    helpers: tuple[Helper, ...], top: float, bottom: float
) -> tuple[tuple[TextLine, ...], tuple[Mark, ...], float]:
    """Each helper under the others, with a mark in the colour of its own lane; without any, the card ends as it did."""
    lines: list[TextLine] = []
    marks: list[Mark] = []
    left = _PAD + 2 * _MARK + 3
    for helper in helpers:
        middle = top + 0.5 * _TEXT["helper"][1]
        marks.append(Mark(_PAD + _MARK, middle, _MARK, helper.colour, helper.is_asked))
        more, top = paragraph(helper.title, "helper", left, top, WIDTH - left - _PAD)
        lines.extend(more)
    return tuple(lines), tuple(marks), top if helpers else bottom


def _gateway(node: Node) -> _Head:
    left = _PAD + 2 * DIAMOND + 4
    top = ENTRY - 0.5 * _TEXT["question"][1]
    lines, bottom = paragraph(node.title, "question", left, top, WIDTH - left - _PAD / 2)
    if len(lines) > 1:
        lines, bottom = paragraph(node.title, "question", left, top - 5, WIDTH - left - _PAD / 2)
    return _Head(lines, bottom + _ANSWER_GAP, (_PAD + DIAMOND, ENTRY, DIAMOND))


def _terminal(node: Node) -> _Head:
    lines, bottom = paragraph(node.title, "end", 0, _PAD + 1, WIDTH - 24)
    return _Head(centred(lines, WIDTH / 2), bottom + _PAD + 1)


_HEADS = {
    "step": _step,
    "decision": _gateway,
    "split": _gateway,
    "join": _gateway,
    "start": _terminal,
    "end": _terminal,
}


def _answers(routes: list[Route], top: float) -> tuple[tuple[Exit, ...], float]:
    left = _PAD + 2 * DIAMOND + 4
    exits = []
    for route in routes:
        room = WIDTH - left - (SIGN + 8 if route.mode == "named" else _PAD)
        text = short_label(route.flow)
        lines, bottom = paragraph(text, "answer", left, top, room)
        bottom = max(bottom, top + _TEXT["answer"][1])
        exits.append(Exit(route, (top + bottom) / 2, text, lines, top, bottom - top))
        top = bottom + _ANSWER_GAP
    return tuple(exits), top


def short_label(flow: Flow) -> str:
    """The answers of a way as the picture shows them: the first one, and how many more there are."""
    if flow.short or not flow.labels:
        return flow.short
    return flow.labels[0] if len(flow.labels) == 1 else f"{flow.labels[0]} +{len(flow.labels) - 1}"


def moved(lines: tuple[TextLine, ...], x: float, y: float) -> tuple[TextLine, ...]:
    """The same lines in another place."""
    return tuple(TextLine(line.text, line.x + x, line.y + y, line.width, line.style) for line in lines)


def moved_marks(marks: tuple[Mark, ...], x: float, y: float) -> tuple[Mark, ...]:
    """The same marks in another place."""
    return tuple(replace(mark, x=mark.x + x, y=mark.y + y) for mark in marks)
