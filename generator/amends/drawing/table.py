"""What stands in which cell, and how far down: everything about the boxes that does not depend on the lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from amends.documents.process_map import Lane, Node, ProcessMap
from amends.drawing.cards import ENTRY, WIDTH, Card, Exit, paragraph
from amends.drawing.drawing import Direction, TextLine
from amends.drawing.placement import Grid

TRACK = 7.0
"""The distance between two lines that run side by side."""
LANE_HEAD = 82.0
"""How wide the head of a lane is when lanes are rows."""
LANE_LEADING = 12.5
_DOWN = 17.0  # between two boxes of a stack


@dataclass(frozen=True)
class Table:
    """The boxes in their cells; `lanes` in the order in which they are drawn."""

    chart: ProcessMap
    lanes: tuple[Lane, ...]
    direction: Direction
    grid: Grid
    cards: dict[str, Card]

    @cached_property
    def rows(self) -> int:
        """How many rows there are; a lane without a box has one too."""
        used = 1 + max((cell.row for cell in self.grid.cells.values()), default=0)
        return max(used, len(self.lanes)) if self.direction == "landscape" else used

    @cached_property
    def columns(self) -> int:
        """How many columns there are."""
        return max(self.grid.columns, len(self.lanes)) if self.direction == "portrait" else self.grid.columns

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes, in reading order."""
        return self.chart.nodes

    @cached_property
    def tops(self) -> dict[str, float]:
        """How far below the upper edge of its row each box stands."""
        found: dict[str, float] = {}
        for place, stack in sorted(self.grid.stacks().items()):
            found.update(self._level(place, stack, found) if place in self.grid.floating else self._stacked(stack))
        return found

    @cached_property
    def heights(self) -> list[float]:
        """The height of each row: that of its tallest stack, or of the title of its lane."""
        heights = [self._title_height(row) for row in range(self.rows)]
        for name, cell in self.grid.cells.items():
            heights[cell.row] = max(heights[cell.row], self.tops[name] + self.cards[name].height)
        return heights

    def title(self, lane: Lane) -> tuple[TextLine, ...]:
        """The title of a lane, at the origin."""
        return paragraph(lane.title, "lane", 0, 0, WIDTH if self.direction == "portrait" else LANE_HEAD - 16)[0]

    def _title_height(self, row: int) -> float:
        is_row = self.direction == "landscape" and row < len(self.lanes)
        return LANE_LEADING * len(self.title(self.lanes[row])) if is_row else 0

    def _stacked(self, stack: Iterable[str]) -> dict[str, float]:
        found, y = {}, 0.0
        for name in stack:
            found[name] = y
            y += self.cards[name].height + _DOWN
        return found

    def _level(self, place: tuple[int, int], stack: list[str], tops: dict[str, float]) -> dict[str, float]:
        """How far down each end stands: level with the answer that leads to it, or else clear of all other ways."""
        column, row = place
        beside = [name for name in self.grid.cells if self._is_at(name, column - 1, row)]
        leaving = [(tops[name] + one.y, one) for name in beside for one in self.cards[name].exits]
        wishes = {
            name: min((y for y, one in leaving if one.route.flow.target == name), default=ENTRY) for name in stack
        }
        found, floor = {}, 0.0
        for name in sorted(stack, key=lambda name: wishes[name]):
            entry = _clear(max(floor + ENTRY, wishes[name]), name, leaving)
            found[name] = entry - ENTRY
            floor = found[name] + self.cards[name].height + _DOWN / 2
        return found

    def _is_at(self, name: str, column: int, row: int) -> bool:
        cell = self.grid.cells[name]
        return (cell.column, cell.row) == (column, row)


def _clear(entry: float, name: str, leaving: list[tuple[float, Exit]]) -> float:
    """The first height from `entry` downwards at which a line can enter without running along another."""
    for y, one in sorted(leaving, key=lambda item: item[0]):
        is_straight = y == entry and one.route.flow.target == name
        if abs(y - entry) < TRACK and not is_straight:
            entry = y + TRACK
    return entry
