"""How each way runs through the grid: straight, beside, over the top, or named by a sign instead of a line.

Every way is at most one stub out of its box, one run along a vertical channel (between two columns), one run along a
horizontal channel (above a row) and one drop into its target:

    straight   right, down or up into the next box of the row or column, with nothing between
    side       into the left of a box of the next column:   box -> vertical channel -> box
    over       into the top of any box:                     box -> vertical channel -> channel above the target -> box
    named      nothing is drawn; a sign at the beginning says where the way leads

Runs lie in channels and never in cells, and each has a track of its own there. So no line can run through a box or
along another line, in any graph. Only ways to the same target share a track: they become one trunk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from amends.documents.process_map import Flow, ProcessMap
from amends.drawing.placement import Cell, Grid

Mode = Literal["right", "down", "up", "side", "over", "named"]
THICKET = 3
"""The eye can follow so many trunks side by side; a way that would add one more is named instead."""
FAR = 12
"""The eye can follow one line over so many rows and columns; a way that leads farther is named instead."""


@dataclass(frozen=True)
class Route:
    """One way with its mode, and the cells between which it runs."""

    flow: Flow
    mode: Mode
    source: Cell
    target: Cell


def routed(chart: ProcessMap, grid: Grid, thicket: int | None = THICKET) -> list[Route]:
    """A route for each way, in the order of the ways; without a `thicket`, every way is drawn."""
    straight = _straight(chart, grid)
    routes = [_route(flow, grid, straight.get(flow)) for flow in chart.flows]
    return routes if thicket is None else _thinned(routes, chart, thicket)


def leads(route: Route, floating: Collection[tuple[int, int]]) -> int:
    """The rank of a way among those that leave a box: up, beside, down, straight down.

    In this order no way out of a box has to cross another.
    """
    if route.mode in ("down", "named"):
        return 3 if route.mode == "down" else 1
    if (route.target.column, route.target.row) in floating:
        return 1
    return 0 if route.target.row <= route.source.row else 2


def has_answers(flows: list[Flow]) -> bool:
    """Whether the ways out of a box need a line of text each."""
    return len(flows) > 1 or any(flow.labels for flow in flows)


def _route(flow: Flow, grid: Grid, straight: Mode | None) -> Route:
    source, target = grid.cells[flow.source], grid.cells[flow.target]
    beside: Mode = "side" if target.column == source.column + 1 else "over"
    return Route(flow, straight or beside, source, target)


def _straight(chart: ProcessMap, grid: Grid) -> dict[Flow, Mode]:
    """The ways that run straight: at most one of a kind for each box."""
    right, down, up = _neighbours(grid)
    leaving: dict[str, list[Flow]] = defaultdict(list)
    for flow in chart.flows:
        leaving[flow.source].append(flow)
    found: dict[Flow, Mode] = {}
    for source, flows in leaving.items():
        found.update((flow, "down") for flow in flows if down.get(source) == flow.target)
        if not has_answers(flows):
            [only] = flows
            if right.get(source) == only.target:
                found[only] = "right"
            elif up.get(source) == only.target:
                found[only] = "up"
    return found


def _neighbours(grid: Grid) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """For each box the next box to the right on its level, the next one below and the next one above."""
    cells = grid.cells
    down = dict(_pairs(cells, lambda node: (cells[node].column, (cells[node].row, cells[node].place))))
    right = {
        one: other
        for one, other in _pairs(
            {node: cell for node, cell in cells.items() if cell.place == 0},
            lambda node: (cells[node].row, (cells[node].column, 0)),
        )
        if not grid.floating & {(cells[node].column, cells[node].row) for node in (one, other)}
    }
    return right, down, {other: one for one, other in down.items()}


def _pairs(nodes: Iterable[str], key: Callable[[str], tuple[int, tuple[int, int]]]) -> Iterator[tuple[str, str]]:
    """Neighbours in the order of a key, if their keys have the same first part."""
    for one, other in pairwise(sorted(nodes, key=key)):
        if key(one)[0] == key(other)[0]:
            yield one, other


def _thinned(routes: list[Route], chart: ProcessMap, thicket: int) -> list[Route]:
    """The same routes, but ways that would make one trunk too many are named; short ways are drawn first."""
    steps = _steps(chart)
    crowd: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    kept = list(routes)
    for index in sorted(
        range(len(routes)), key=lambda index: (not _is_next(routes[index], steps), _span(routes[index]))
    ):
        route = routes[index]
        stretches = list(_stretches(route))
        is_too_much = _span(route) > FAR or any(len(crowd[one] | {route.flow.target}) > thicket for one in stretches)
        if is_too_much and not _is_next(route, steps):
            kept[index] = replace(route, mode="named")
            continue
        for stretch in stretches:
            crowd[stretch].add(route.flow.target)
    return kept


def _steps(chart: ProcessMap) -> dict[str, int]:
    """The rank of the step to which each box belongs; 0 for an end, which belongs to every step.

    Steps side by side have one rank, with the boxes where they split and join.
    """
    rank, found, is_split = 0, {}, False
    for node in chart.nodes:
        rank += node.kind == "split" or (node.kind == "step" and not is_split)
        is_split = node.kind == "split" or (is_split and node.kind != "join")
        found[node.id] = rank if node.kind != "end" else 0
    return found


def _is_next(route: Route, steps: dict[str, int]) -> bool:
    """Whether a way stays in its step, leads to the next one or to an end beside it: such ways are always drawn."""
    source, target = steps[route.flow.source], steps[route.flow.target]
    return target - source in (0, 1) if target else _span(route) <= 2  # noqa: PLR2004 - beside, or a row further


def _span(route: Route) -> int:
    """How many columns and rows a way leads over."""
    return abs(route.source.column - route.target.column) + abs(route.source.row - route.target.row)


def _stretches(route: Route) -> Iterator[tuple[str, int, int]]:
    """The pieces of channels through which a way runs: which channel, and beside which row or column."""
    source, target = route.source, route.target
    if route.mode not in ("side", "over"):
        return
    for row in range(min(source.row, target.row), max(source.row, target.row) + 1):
        yield "vertical", source.column + 1, row
    if route.mode == "over":
        nearest, farthest = sorted((source.column + 1, target.column))
        for column in range(nearest, farthest + 1):
            yield "horizontal", target.row, column
