"""Which cell of a grid each box stands in: time along one axis, lanes along the other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from amends.documents.process_map import Node, ProcessMap
from amends.drawing.drawing import Direction

_TALLEST_STACK = 4


@dataclass(frozen=True)
class Cell:
    """A place in the grid. Boxes that share a column and a row are a stack; `place` counts them from the top."""

    column: int
    row: int
    place: int = 0


@dataclass(frozen=True)
class Grid:
    """The cell of each node, and the stacks whose boxes stand level with the answers that lead to them."""

    cells: dict[str, Cell]
    floating: frozenset[tuple[int, int]] = frozenset()

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((cell.column for cell in self.cells.values()), default=0)

    def stacks(self) -> dict[tuple[int, int], list[str]]:
        """The nodes of each stack by column and row, from the top."""
        found: dict[tuple[int, int], list[str]] = {}
        for name, cell in sorted(self.cells.items(), key=lambda item: item[1].place):
            found.setdefault((cell.column, cell.row), []).append(name)
        return found


def placed(chart: ProcessMap, lanes: list[str], direction: Direction) -> Grid:
    """Each node in a cell of its lane; later nodes stand farther along the axis of time.

    A landscape has one row for each lane, a portrait one column.
    """
    nodes = sorted(chart.nodes, key=lambda node: node.kind == "end")
    sources, splits = _sources(chart), _splits(chart)
    if direction == "landscape":
        return _landscape(nodes, sources, splits, lanes)
    return _portrait(nodes, sources, splits, lanes)


def _landscape(nodes: list[Node], sources: dict[str, set[str]], splits: dict[str, str], lanes: list[str]) -> Grid:
    board = _Board(sources, splits, {lane: row for row, lane in enumerate(lanes)})
    for node in nodes:
        board.put(node)
    return Grid(board.at, frozenset(board.floating))


@dataclass
class _Board:
    """A landscape while it is being filled."""

    sources: dict[str, set[str]]
    splits: dict[str, str]
    rows: dict[str, int]
    at: dict[str, Cell] = field(default_factory=dict)
    stacks: dict[tuple[int, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    floating: set[tuple[int, int]] = field(default_factory=set)
    steps: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    last: Node | None = None
    columns: int = 0

    def put(self, node: Node) -> None:
        """Set a node into its cell."""
        row = self.rows[node.lane]
        column = self._end_column(node, row) if node.kind == "end" else self._column(node, row)
        stack = self.stacks[column, row]
        self.at[node.id] = Cell(column, row, len(stack))
        stack.append(node.id)
        self.columns = max(self.columns, column + 1)
        if node.kind != "end":
            self.last = node
            self.steps[column] += node.kind == "step"

    def _column(self, node: Node, row: int) -> int:
        """The column of the previous box where this box can share it, or else a new column."""
        if (split := self.splits.get(node.id, "")) in self.at:
            column = self.at[split].column + 1  # steps side by side stand below one another
            return self.columns if self.stacks[column, row] else column
        if node.kind == "join" or self.last is None or self.last.id not in self.sources[node.id]:
            return self.columns
        column = self.at[self.last.id].column
        stack = self.stacks[column, row]
        if stack:
            # Only the top box of a stack can be reached from elsewhere.
            hangs = self.sources[node.id] == {stack[-1]} and len(stack) < _TALLEST_STACK
            return column if hangs and (node.kind == "decision" or self.last.kind == "start") else self.columns
        return column if node.kind == "decision" or self._may_share(column, row) else self.columns

    def _may_share(self, column: int, row: int) -> bool:
        """Whether a step may share the column of the previous box: below it, with no box of another lane between."""
        last = self.at[self.last.id].row if self.last else 0
        return self.steps[column] == 1 and row > last and not any(self.stacks[column, n] for n in range(last + 1, row))

    def _end_column(self, node: Node, row: int) -> int:
        """The column beside the answers that lead to an end; an end that also others lead to stands alone."""
        sources = self.sources[node.id]
        column = 1 + min((self.at[source].column for source in sources if source in self.at), default=self.columns - 1)
        is_beside = all(source in self.at and self.at[source].column == column - 1 for source in sources)
        if is_beside and not self._holds_others(column, row):
            self.floating.add((column, row))
            return column
        while self.stacks[column, row]:
            column += 1
        return column

    def _holds_others(self, column: int, row: int) -> bool:
        return bool(self.stacks[column, row]) and (column, row) not in self.floating


def _portrait(nodes: list[Node], sources: dict[str, set[str]], splits: dict[str, str], lanes: list[str]) -> Grid:
    columns = {lane: column for column, lane in enumerate(lanes)}
    cells: dict[str, Cell] = {}
    taken: set[Cell] = set()
    row, last, is_shared = -1, None, False
    first_rows: dict[str, int] = {}
    for node in nodes:
        column, split = columns[node.lane], splits.get(node.id, "")
        if split in first_rows and Cell(column, first_rows[split]) not in taken:
            cell, last, is_shared = Cell(column, first_rows[split]), node.id, True  # steps side by side share a row
        elif node.kind == "end":
            rows = [cells[source].row for source in sources[node.id] if source in cells]
            cell = _first_free(column, min(rows, default=row) + 1, taken)
        else:
            hangs = last is not None and last in sources[node.id] and node.kind != "join"
            is_shared = hangs and not is_shared and not split and column > cells[last or ""].column
            is_shared = is_shared and Cell(column, row) not in taken
            row += not is_shared
            cell, last = Cell(column, row), node.id
            if split:
                first_rows.setdefault(split, row)
        cells[node.id] = cell
        taken.add(cell)
    return Grid(cells)


def _first_free(column: int, row: int, taken: set[Cell]) -> Cell:
    while Cell(column, row) in taken:
        row += 1
    return Cell(column, row)


def _splits(chart: ProcessMap) -> dict[str, str]:
    """Where the ways split that alone lead to a step: steps with the same split run side by side."""
    kinds = {node.id: node.kind for node in chart.nodes}
    found: dict[str, str] = {}
    for name, sources in _sources(chart).items():
        split = min(sources, default="")
        if len(sources) == 1 and kinds[name] == "step" and kinds[split] == "split":
            found[name] = split
    return found


def _sources(chart: ProcessMap) -> dict[str, set[str]]:
    """Where the ways to each node come from."""
    found: dict[str, set[str]] = {node.id: set() for node in chart.nodes}
    for flow in chart.flows:
        found[flow.target].add(flow.source)
    return found
