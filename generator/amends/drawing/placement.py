"""Which cell of a grid each box stands in: time along one axis, lanes along the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from amends.documents.process_map import Flow, Node, ProcessMap
from amends.drawing.drawing import Direction

_TALLEST_STACK = 3


@dataclass(frozen=True)
class Cell:
    """A place in the grid; no two boxes share one."""

    column: int
    row: int


@dataclass(frozen=True)
class Grid:
    """The cell of each node, and the size of each lane in cells: rows in a landscape, one column in a portrait."""

    cells: dict[str, Cell]
    lanes: dict[str, int]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((cell.column for cell in self.cells.values()), default=0)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 1 + max((cell.row for cell in self.cells.values()), default=0)


def placed(drawn: ProcessMap, lanes: list[str], direction: Direction) -> Grid:
    """Each node in a cell of its lane, later ones farther along the axis of time."""
    return _landscape(drawn, lanes) if direction == "landscape" else _portrait(drawn, lanes)


def _landscape(drawn: ProcessMap, lanes: list[str]) -> Grid:
    board = _Board(lanes, _sources(drawn))
    for node in _ends_last(drawn):
        board.put(node)
    first: dict[str, int] = {}
    rows = 0
    for lane in lanes:
        first[lane] = rows
        rows += board.depth(lane)
    cells = {node.id: Cell(board.at[node.id].column, first[node.lane] + board.at[node.id].row) for node in drawn.nodes}
    return Grid(cells, {lane: board.depth(lane) for lane in lanes})


@dataclass
class _Board:
    """A landscape while it is being filled: cells are counted within each lane."""

    lanes: list[str]
    sources: dict[str, list[str]]
    at: dict[str, Cell] = field(default_factory=dict)
    lane_of: dict[str, str] = field(default_factory=dict)
    taken: dict[tuple[int, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    depths: dict[str, int] = field(default_factory=dict)
    last: Node | None = None
    steps: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    end: int = 0

    def depth(self, lane: str) -> int:
        """How many rows a lane has."""
        return self.depths.get(lane, 1)

    def put(self, node: Node) -> None:
        """Set a node into its cell."""
        cell = self._cell(node)
        self.at[node.id], self.lane_of[node.id] = cell, node.lane
        self.taken[cell.column, node.lane].add(cell.row)
        self.depths[node.lane] = max(self.depth(node.lane), cell.row + 1)
        self.end = max(self.end, cell.column + 1)
        if node.kind != "end":
            self.last = node
            self.steps[cell.column] += node.kind != "decision"

    def _cell(self, node: Node) -> Cell:
        if node.kind == "end":
            return self._beside_its_source(node)
        if self.last is None:
            return Cell(0, 0)
        column = self.at[self.last.id].column
        if self.last.id in self.sources[node.id]:
            if node.kind == "decision":
                below = self._below(node, column)
                if below is not None:
                    return below
            elif self._may_share(node, column):
                return Cell(column, 0)
        return Cell(self.end, 0)

    def _below(self, node: Node, column: int) -> Cell | None:
        """A decision stands under its step, or in the same column of another lane."""
        rows = self.taken[column, node.lane]
        row = max(rows, default=-1) + 1
        return Cell(column, row) if row < _TALLEST_STACK else None

    def _may_share(self, node: Node, column: int) -> bool:
        """Whether a step may stand in the column of the one before: below it, with no other lane's box between."""
        if node.kind != "step" or self.last is None or self.steps[column] > 1:
            return False
        here, there = self.lanes.index(self.last.lane), self.lanes.index(node.lane)
        return there > here and not any(self.taken[column, lane] for lane in self.lanes[here + 1 :])

    def _beside_its_source(self, node: Node) -> Cell:
        source = next((source for source in self.sources[node.id] if source in self.at), None)
        column = self.at[source].column + 1 if source else self.end
        wish = self.at[source].row if source else 0
        rows = self.taken[column, node.lane]
        free = [row for row in range(self.depth(node.lane)) if row not in rows]
        later = [row for row in free if row >= wish] or free
        return Cell(column, later[0] if later else max(rows) + 1)


def _portrait(drawn: ProcessMap, lanes: list[str]) -> Grid:
    sources = _sources(drawn)
    cells: dict[str, Cell] = {}
    taken: set[Cell] = set()
    row, last, is_shared = -1, None, False
    for node in _ends_last(drawn):
        column = lanes.index(node.lane)
        if node.kind == "end":
            cell = _first_free(
                column, [cells[source].row for source in sources[node.id] if source in cells], row, taken
            )
        else:
            may_share = last is not None and not is_shared and last.id in sources[node.id]
            is_shared = may_share and column > cells[last.id].column if last else False
            row += not is_shared
            cell, last = Cell(column, row), node
        cells[node.id] = cell
        taken.add(cell)
    return Grid(cells, dict.fromkeys(lanes, 1))


def _first_free(column: int, sources: list[int], last: int, taken: set[Cell]) -> Cell:
    row = min(sources, default=last) + 1
    while Cell(column, row) in taken:
        row += 1
    return Cell(column, row)


def _ends_last(drawn: ProcessMap) -> Iterator[Node]:
    yield from (node for node in drawn.nodes if node.kind != "end")
    yield from (node for node in drawn.nodes if node.kind == "end")


def _sources(drawn: ProcessMap) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {node.id: [] for node in drawn.nodes}
    for flow in drawn.flows:
        found[flow.target].append(flow.source)
    return found


def lane_order(drawn: ProcessMap) -> list[str]:
    """The lanes so that ways between them are short; the lane in which the case begins stays first."""
    order = [lane.id for lane in drawn.lanes]
    pull = _pull(drawn)
    best = _length(order, pull)
    for _ in range(len(order) if len(order) <= _SEARCHED_LANES else 0):
        before = best
        for candidate in _moves(order):
            length = _length(candidate, pull)
            if length < best:
                order, best = candidate, length
        if best == before:
            break
    return order


_SEARCHED_LANES = 12


def _moves(order: list[str]) -> Iterator[list[str]]:
    """Every order in which one lane stands elsewhere."""
    for origin in range(1, len(order)):
        rest = [*order[:origin], *order[origin + 1 :]]
        for place in range(1, len(order)):
            yield [*rest[:place], order[origin], *rest[place:]]


def _pull(drawn: ProcessMap) -> dict[tuple[str, str], float]:
    """How strongly lanes want to be near each other: the ordinary way on pulls most."""
    lane = {node.id: node.lane for node in drawn.nodes}
    following = {(one.id, other.id) for one, other in zip(drawn.nodes, drawn.nodes[1:], strict=False)}
    found: dict[tuple[str, str], float] = defaultdict(float)
    for flow in drawn.flows:
        if lane[flow.source] != lane[flow.target]:
            found[lane[flow.source], lane[flow.target]] += _weight(flow, following)
    return found


def _weight(flow: Flow, following: set[tuple[str, str]]) -> float:
    return 3 if (flow.source, flow.target) in following else 1


def _length(order: list[str], pull: dict[tuple[str, str], float]) -> float:
    """The length of all ways; those that go up against the reading count a little more."""
    place = {lane: n for n, lane in enumerate(order)}
    return sum(
        weight * (abs(place[one] - place[other]) + (0.25 if place[one] > place[other] else 0))
        for (one, other), weight in pull.items()
    )
