"""A process map -> a drawing: boxes into cells, ways into channels as wide as their tracks, then coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, zip_longest

from amends.documents.process_map import Lane, Node, ProcessMap
from amends.drawing.cards import ENTRY, SIGN, WIDTH, Exit, cards, centred, moved, moved_marks
from amends.drawing.channels import ARROW, LEAD, SEAM, Channels, count_of
from amends.drawing.drawing import Band, Box, Connector, Direction, Drawing, DrawnFlow, Label, Vertex
from amends.drawing.lane_order import lane_order
from amends.drawing.placement import placed
from amends.drawing.route import THICKET, Route, routed
from amends.drawing.table import LANE_HEAD, LANE_LEADING, TRACK, Table

_EDGE = 1.0
_UP_BESIDE = 16.0  # ways up keep this far from the middle, where other ways come down


def drawing_of(
    chart: ProcessMap,
    direction: Direction,
    *,
    thicket: int | None = THICKET,
) -> Drawing:
    """The drawing of a map. Without a `thicket`, every way has a line."""
    used = {node.lane for node in chart.nodes}
    lanes = {lane.id: lane for lane in chart.lanes}
    order = [lane for lane in lane_order(chart) if lane in used]
    grid = placed(chart, order, direction)
    routes = routed(chart, grid, thicket)
    table = Table(chart, tuple(lanes[lane] for lane in order), direction, grid, cards(chart, grid, routes))
    return _Frame(table).drawing()


class _Frame:
    """Everything with its coordinates."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._is_portrait = table.direction == "portrait"
        self._channels = Channels(table, _EDGE if self._is_portrait else _EDGE + LANE_HEAD)
        self._tops = list(self._row_tops())
        self._width = self._channels.end + _EDGE
        self._height = self._tops[-1] + table.heights[-1] + SEAM + 2 + _EDGE
        self._colours = {lane.id: lane.colour for lane in table.chart.lanes}

    def drawing(self) -> Drawing:
        """The whole picture."""
        return Drawing(
            round(self._width, 2),
            round(self._height, 2),
            self._table.direction,
            tuple(self._bands()),
            tuple(self._box(node) for node in self._table.nodes),
            tuple(self._ways()),
            tuple(self._labels()),
            tuple(self._connectors()),
        )

    # Rows

    def _row_tops(self) -> Iterator[float]:
        y = _EDGE + (self._head if self._is_portrait else 0)
        for row, height in enumerate(self._table.heights):
            y += self._channel_height(row)
            yield y
            y += height

    def _channel_height(self, row: int) -> float:
        count = count_of(self._channels.horizontal[row])
        tracks = LEAD + (count - 1) * TRACK if count else 0
        return self._seam(row) + tracks + ARROW

    def _seam(self, row: int) -> float:
        """The room that the lane above keeps free at its foot."""
        return 0 if self._is_portrait or row == 0 else SEAM

    def _track_y(self, route: Route) -> float:
        row = route.target.row
        first = self._tops[row] - self._channel_height(row) + self._seam(row) + LEAD
        return first + TRACK * self._channels.horizontal[row][route.flow.target]

    # Boxes and what is in them

    def _at(self, name: str) -> Vertex:
        cell = self._table.grid.cells[name]
        return self._channels.lefts[cell.column], self._tops[cell.row] + self._table.tops[name]

    def _box(self, node: Node) -> Box:
        card, (x, y) = self._table.cards[node.id], self._at(node.id)
        symbol = (card.symbol[0] + x, card.symbol[1] + y, card.symbol[2]) if card.symbol else None
        lines, marks = moved(card.lines, x, y), moved_marks(card.marks, x, y)
        return Box(node, x, y, card.width, card.height, self._colours[node.lane], lines, symbol, marks)

    def _exits(self) -> Iterator[tuple[Exit, float, float]]:
        for node in self._table.nodes:
            for leaving in self._table.cards[node.id].exits:
                yield leaving, *self._at(node.id)

    def _labels(self) -> Iterator[Label]:
        for leaving, x, y in self._exits():
            if leaving.lines:
                left, width = leaving.lines[0].x, max(line.width for line in leaving.lines)
                lines = moved(leaving.lines, x, y)
                yield Label(leaving.text, x + left, y + leaving.top, width, leaving.height, leaving.route.flow, lines)

    def _connectors(self) -> Iterator[Connector]:
        numbers = dict(_numbers(self._table.chart.nodes))
        nodes = {node.id: node for node in self._table.chart.nodes}
        for leaving, x, y in self._exits():
            if leaving.route.mode == "named":
                flow = leaving.route.flow
                left, top = x + WIDTH - SIGN - 4, y + leaving.y - SIGN / 2
                target = nodes[flow.target]
                colour = self._colours[target.lane]
                yield Connector(flow, numbers[target.id], left, top, SIGN, SIGN, colour, target.entry)

    # Ways

    def _ways(self) -> Iterator[DrawnFlow]:
        for leaving, x, y in self._exits():
            if leaving.route.mode != "named":
                points = dict.fromkeys((round(x, 2), round(y, 2)) for x, y in self._points(leaving, x, y))
                yield DrawnFlow(leaving.route.flow, tuple(points))

    def _points(self, leaving: Exit, x: float, y: float) -> list[Vertex]:
        """The corners of a way out of the box at (x, y)."""
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
        track = self._channels.track_x(leaving)
        if route.mode == "side":
            enter = target_y + ENTRY
            if round(enter, 2) == round(out[1], 2):
                return [out, (target_x, enter)]
            return [out, (track, out[1]), (track, enter), (target_x, enter)]
        above, drop = self._track_y(route), self._channels.middle(route.target.column)
        return [out, (track, out[1]), (track, above), (drop, above), (drop, target_y)]

    # Lanes

    @cached_property
    def _head(self) -> float:
        """How deep the heads of the lanes are when lanes are columns."""
        return 14 + LANE_LEADING * max((len(self._table.title(lane)) for lane in self._table.lanes), default=1)

    def _bands(self) -> Iterator[Band]:
        for lane, (start, end) in zip(self._table.lanes, pairwise(self._lane_edges()), strict=True):
            yield self._column_band(lane, start, end) if self._is_portrait else self._row_band(lane, start, end)

    def _row_band(self, lane: Lane, start: float, end: float) -> Band:
        title = self._table.title(lane)
        lines = moved(title, _EDGE + 11, (start + end - LANE_LEADING * len(title)) / 2)
        width = self._width - 2 * _EDGE
        return Band(lane.id, lane.title, lane.colour, _EDGE, start, width, end - start, LANE_HEAD, lines)

    def _column_band(self, lane: Lane, start: float, end: float) -> Band:
        title = self._table.title(lane)
        lines = moved(centred(title, (start + end) / 2), 0, _EDGE + (self._head - LANE_LEADING * len(title)) / 2)
        height = self._height - 2 * _EDGE
        return Band(lane.id, lane.title, lane.colour, start, _EDGE, end - start, height, self._head, lines)

    def _lane_edges(self) -> list[float]:
        """Where each lane begins, and where the last one ends."""
        inner = range(1, len(self._table.lanes))
        if self._is_portrait:
            return [_EDGE, *(self._channels.lefts[column] - ARROW for column in inner), self._width - _EDGE]
        begins = (self._tops[row] - self._channel_height(row) + SEAM for row in inner)
        return [_EDGE, *begins, self._height - _EDGE]


def _numbers(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The text of a sign that leads to each box: the number of the box's step, or nothing for an end.

    Steps side by side are reached where they split, which stands directly before the first of them.
    """
    last = ""
    for node, following in zip_longest(nodes, nodes[1:]):
        number = following.number if node.kind == "split" and following else node.number
        last = str(number) if number is not None else last
        yield node.id, "" if node.kind == "end" else last
