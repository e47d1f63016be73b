"""A process map -> a drawing: boxes into cells, ways into channels, channels as wide as their tracks, then coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from amends.documents.process_map import Lane, Node, ProcessMap
from amends.drawing.cards import ENTRY, SIGN, WIDTH, Card, Exit, cards, centred, paragraph
from amends.drawing.drawing import Band, Box, Connector, Direction, Drawing, Label, Point, TextLine, Way
from amends.drawing.placement import Grid, lane_order, placed
from amends.drawing.route import THICKET, Route, routed
from amends.drawing.tracks import Run, track_of

TRACK = 7.0
"""How far apart two tracks of a channel are."""
_CLEAR = 12.0  # what two runs on one track keep between them
_LEAD = 8.0  # between a box and the first track
_ARROW = 13.0  # between the last track and the box that the arrow enters
_SEAM = 8.0  # between the boxes of one lane and the edge of the next
_EDGE = 6.0
_UP_BESIDE = 16.0  # ways up keep clear of the middle, where others come down
_HEAD = {"landscape": 78.0, "portrait": 34.0}


def drawing_of(drawn: ProcessMap, direction: Direction, thicket: int | None = THICKET) -> Drawing:
    """The drawing of a map; with no `thicket`, no way is named instead of drawn."""
    lanes = lane_order(drawn)
    grid = placed(drawn, lanes, direction)
    routes = routed(drawn, grid, thicket)
    table = _Table(drawn, lanes, direction, grid, cards(drawn, routes))
    exits = [(card, leaving) for card in table.cards.values() for leaving in card.exits]
    lines = _Lines(table, [(card.node, leaving) for card, leaving in exits if leaving.route.mode in ("side", "over")])
    frame = _Frame(table, lines)
    return frame.drawing()


@dataclass(frozen=True)
class _Table:
    """What stands in which cell, before anything has coordinates."""

    drawn: ProcessMap
    lanes: list[str]
    direction: Direction
    grid: Grid
    cards: dict[str, Card]

    def row_heights(self) -> list[float]:
        """The height of each row: that of its tallest card."""
        heights = [0.0] * self.grid.rows
        for name, cell in self.grid.cells.items():
            heights[cell.row] = max(heights[cell.row], self.cards[name].height)
        return heights

    def seams(self) -> set[int]:
        """The rows or columns with which a lane begins."""
        sizes = [self.grid.lanes[lane] for lane in self.lanes]
        return {0, *accumulate(sizes[:-1])} if sizes else set()


class _Lines:
    """The tracks of all runs, and how wide each channel is with them."""

    def __init__(self, table: _Table, exits: list[tuple[Node, Exit]]) -> None:
        self._table, self._exits = table, exits
        self.vertical = self._vertical()
        columns = range(table.grid.columns + 1)
        self.channel_widths = [self._width(column) for column in columns]
        self.lefts = self._lefts()
        self.horizontal = self._horizontal()

    def _vertical(self) -> list[dict[str, int]]:
        """The track of each net in each channel, the one left of column 0 first."""
        tops = list(accumulate((height + 40 for height in self._table.row_heights()), initial=40.0))
        grouped: list[dict[str, list[Exit]]] = [{} for _ in range(self._table.grid.columns + 1)]
        for _, leaving in self._exits:
            route = leaving.route
            grouped[route.source.column + 1].setdefault(route.flow.target, []).append(leaving)
        return [
            track_of([_vertical_run(net, leaving, tops) for net, leaving in nets.items()], _CLEAR) for nets in grouped
        ]

    def _width(self, column: int) -> float:
        tracks = self.vertical[column]
        count = 1 + max(tracks.values()) if tracks else 0
        is_outer = column in (0, self._table.grid.columns)
        if self._table.direction == "portrait":
            seam = 4.0 if column < self._table.grid.columns else _EDGE
            return (0 if column == 0 else _LEAD + max(0, count - 1) * TRACK + seam) + (
                0 if column == len(self.vertical) - 1 else _ARROW
            )
        return _ARROW if is_outer and not count else _LEAD + max(0, count - 1) * TRACK + _ARROW

    def _lefts(self) -> list[float]:
        """The left edge of each column."""
        start = _EDGE + (_HEAD["landscape"] if self._table.direction == "landscape" else 0)
        edges = accumulate((width + WIDTH for width in self.channel_widths[:-1]), initial=start)
        return [edge + width for edge, width in zip(edges, self.channel_widths[:-1], strict=False)]

    def track_x(self, leaving: Exit) -> float:
        """Where the vertical run of a way lies."""
        column = leaving.route.source.column + 1
        before = self.lefts[column - 1] + WIDTH + _LEAD
        return before + TRACK * self.vertical[column][leaving.route.flow.target]

    def middle(self, column: int) -> float:
        """The middle of a column, where ways come down into boxes."""
        return self.lefts[column] + WIDTH / 2

    def _horizontal(self) -> list[dict[str, int]]:
        """The track of each net in the channel above each row."""
        grouped: list[dict[str, list[Exit]]] = [{} for _ in range(self._table.grid.rows)]
        for _, leaving in self._exits:
            if leaving.route.mode == "over":
                grouped[leaving.route.target.row].setdefault(leaving.route.flow.target, []).append(leaving)
        return [
            track_of([self._horizontal_run(net, leaving) for net, leaving in nets.items()], _CLEAR) for nets in grouped
        ]

    def _horizontal_run(self, net: str, exits: list[Exit]) -> Run:
        target = exits[0].route.target
        drop = self.middle(target.column)
        from_above = tuple(self.track_x(one) for one in exits if one.route.source.row < target.row)
        from_below = tuple(self.track_x(one) for one in exits if one.route.source.row >= target.row)
        places = (drop, *from_above, *from_below)
        return Run(net, min(places), max(places), from_above, (drop, *from_below))


def _vertical_run(net: str, exits: list[Exit], tops: list[float]) -> Run:
    """One net's run in the channel to the right of the column that it leaves.

    Channels between rows have no height yet; any will do, as only the order of things along the run counts.
    """
    route = exits[0].route
    leave = tuple(tops[one.route.source.row] + one.y for one in exits)
    arrive = tops[route.target.row] + (ENTRY if route.mode == "side" else -20)
    goes_back = route.mode == "over" and route.target.column <= route.source.column
    before, after = ((*leave, arrive), ()) if goes_back else (leave, (arrive,))
    places = (*leave, arrive)
    return Run(net, min(places), max(places), before, after)


class _Frame:
    """Everything with its coordinates."""

    def __init__(self, table: _Table, lines: _Lines) -> None:
        self._table, self._lines = table, lines
        self._is_portrait = table.direction == "portrait"
        self._seams = table.seams()
        self._heights = table.row_heights()
        self._tops = list(self._row_tops())
        last = len(self._tops) - 1
        self._height = self._tops[last] + self._heights[last] + _SEAM + _EDGE
        self._width = lines.lefts[-1] + WIDTH + lines.channel_widths[-1] + _EDGE

    def drawing(self) -> Drawing:
        """The whole picture."""
        return Drawing(
            round(self._width, 2),
            round(self._height, 2),
            self._table.direction,
            tuple(self._bands()),
            tuple(self._box(node) for node in self._table.drawn.nodes),
            tuple(self._ways()),
            tuple(self._labels()),
            tuple(self._connectors()),
        )

    def _row_tops(self) -> Iterator[float]:
        y = _EDGE + (self._header_height() if self._is_portrait else 0)
        for row, height in enumerate(self._heights):
            y += self._channel_height(row)
            yield y
            y += height

    def _header_height(self) -> float:
        deepest = max(len(self._title(lane)) for lane in self._table.drawn.lanes)
        return 14 + 12.5 * deepest

    def _title(self, lane: Lane) -> tuple[TextLine, ...]:
        room = WIDTH if self._is_portrait else _HEAD["landscape"] - 16
        return paragraph(lane.title, "lane", 0, 0, room)[0]

    def _seam(self, row: int) -> float:
        if self._is_portrait:
            return 0
        return _SEAM if row in self._seams and row > 0 else 0

    def _channel_height(self, row: int) -> float:
        tracks = self._lines.horizontal[row]
        count = 1 + max(tracks.values()) if tracks else 0
        return self._seam(row) + _LEAD + max(0, count - 1) * TRACK + _ARROW - (0 if count else 4)

    def _track_y(self, route: Route) -> float:
        row = route.target.row
        top = self._tops[row] - self._channel_height(row) + self._seam(row) + _LEAD
        return top + TRACK * self._lines.horizontal[row][route.flow.target]

    def _at(self, name: str) -> Point:
        cell = self._table.grid.cells[name]
        return self._lines.lefts[cell.column], self._tops[cell.row]

    def _box(self, node: Node) -> Box:
        card, (x, y) = self._table.cards[node.id], self._at(node.id)
        symbol = (card.symbol[0] + x, card.symbol[1] + y, card.symbol[2]) if card.symbol else None
        return Box(node, x, y, card.width, card.height, self._colour(node), _moved(card.lines, x, y), symbol)

    def _colour(self, node: Node) -> str:
        return next(lane.colour for lane in self._table.drawn.lanes if lane.id == node.lane)

    def _exits(self) -> Iterator[tuple[Exit, float, float]]:
        for name, card in self._table.cards.items():
            x, y = self._at(name)
            for leaving in card.exits:
                yield leaving, x, y

    def _labels(self) -> Iterator[Label]:
        for leaving, x, y in self._exits():
            if leaving.lines:
                left = leaving.lines[0].x
                width = max(line.width for line in leaving.lines)
                lines = _moved(leaving.lines, x, y)
                yield Label(leaving.text, x + left, y + leaving.top, width, leaving.height, leaving.route.flow, lines)

    def _connectors(self) -> Iterator[Connector]:
        numbers = dict(_numbers(self._table.drawn.nodes))
        nodes = {node.id: node for node in self._table.drawn.nodes}
        for leaving, x, y in self._exits():
            flow = leaving.route.flow
            if leaving.route.mode == "named":
                target = nodes[flow.target]
                left, top = x + WIDTH - SIGN - 5, y + leaving.y - SIGN / 2
                colour = self._colour(target)
                yield Connector(flow, numbers[flow.target], left, top, SIGN, SIGN, colour, target.entry)

    def _ways(self) -> Iterator[Way]:
        found = {leaving.route.flow: (leaving, x, y) for leaving, x, y in self._exits()}
        for flow in self._table.drawn.flows:
            leaving, x, y = found[flow]
            if leaving.route.mode != "named":
                yield Way(flow, tuple(_rounded(self._points(leaving, x, y))))

    def _points(self, leaving: Exit, x: float, y: float) -> list[Point]:
        route = leaving.route
        target_x, target_y = self._at(route.flow.target)
        source, target = self._table.cards[route.flow.source], self._table.cards[route.flow.target]
        middle, out = x + WIDTH / 2, (x + WIDTH, y + leaving.y)
        match route.mode:
            case "right":
                return [out, (target_x, target_y + ENTRY)]
            case "down":
                return [(middle, y + source.height), (middle, target_y)]
            case "up":
                return [(middle + _UP_BESIDE, y), (middle + _UP_BESIDE, target_y + target.height)]
        track = self._lines.track_x(leaving)
        if route.mode == "side":
            enter = target_y + ENTRY
            return [out, (track, out[1]), (track, enter), (target_x, enter)]
        above, drop = self._track_y(route), self._lines.middle(route.target.column)
        return [out, (track, out[1]), (track, above), (drop, above), (drop, target_y)]

    def _bands(self) -> Iterator[Band]:
        lanes = {lane.id: lane for lane in self._table.drawn.lanes}
        for name, (start, end) in zip(self._table.lanes, pairwise(self._edges()), strict=True):
            lane = lanes[name]
            title = self._title(lane)
            if self._is_portrait:
                head = self._header_height()
                lines = _moved(centred(title, (start + end) / 2), 0, _EDGE + (head - 12.5 * len(title)) / 2)
                yield Band(
                    name, lane.title, lane.colour, start, _EDGE, end - start, self._height - 2 * _EDGE, head, lines
                )
            else:
                lines = _moved(title, _EDGE + 10, (start + end) / 2 - 6.25 * len(title))
                width = self._width - 2 * _EDGE
                yield Band(name, lane.title, lane.colour, _EDGE, start, width, end - start, _HEAD["landscape"], lines)

    def _edges(self) -> list[float]:
        """Where each lane begins, and where the last one ends."""
        begins = sorted(self._seams)
        if self._is_portrait:
            inner = [self._lines.lefts[column] - _ARROW for column in begins[1:]]
            return [_EDGE, *inner, self._width - _EDGE]
        inner = [self._tops[row] - self._channel_height(row) + self._seam(row) for row in begins[1:]]
        return [_EDGE, *inner, self._height - _EDGE]


def _numbers(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """What stands in the sign of a way to each box: the number of its step; nothing for an end."""
    last = ""
    for node in nodes:
        last = str(node.number) if node.number is not None else last
        yield node.id, "" if node.kind == "end" else last


def _moved(lines: tuple[TextLine, ...], x: float, y: float) -> tuple[TextLine, ...]:
    return tuple(TextLine(line.text, line.x + x, line.y + y, line.width, line.style) for line in lines)


def _rounded(points: list[Point]) -> Iterator[Point]:
    return ((round(x, 2), round(y, 2)) for x, y in points)
