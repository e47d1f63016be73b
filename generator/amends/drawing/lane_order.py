"""The order of the lanes: each stands near those that it deals with, and close to the order of appearance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from amends.documents.process_map import ProcessMap

_NEXT, _OTHER = 3.0, 1.0  # how much the length of the ordinary way counts, and that of any other
_UPWARDS = 0.25  # what it costs that a way leads upwards, against the direction of reading
_OUT_OF_TURN = 4.0  # what it costs that a lane stands before one that comes into the case earlier
_SEARCHED = 14  # with more lanes than this, the order of appearance is good enough

Pull = dict[tuple[int, int], float]


def lane_order(chart: ProcessMap) -> list[str]:
    """The lanes in an order with short ways between them; the lane in which the case begins stays first."""
    pull = _pull(chart)
    order = list(range(len(chart.lanes)))
    best = _cost(order, pull)
    is_settled = len(order) > _SEARCHED
    while not is_settled:
        is_settled = True
        for candidate in _moves(order):
            cost = _cost(candidate, pull)
            if cost < best:
                order, best, is_settled = candidate, cost, False
    return [chart.lanes[lane].id for lane in order]


def _moves(order: list[int]) -> Iterator[list[int]]:
    """Every order that moves one lane to another place."""
    for origin in range(1, len(order)):
        rest = [*order[:origin], *order[origin + 1 :]]
        for place in range(1, len(order)):
            yield [*rest[:place], order[origin], *rest[place:]]


def _pull(chart: ProcessMap) -> Pull:
    """How strongly two lanes pull each other closer; lanes are numbered by their order of appearance."""
    lanes = {lane.id: n for n, lane in enumerate(chart.lanes)}
    lane = {node.id: lanes[node.lane] for node in chart.nodes}
    following = {(one.id, other.id) for one, other in zip(chart.nodes, chart.nodes[1:], strict=False)}
    found: Pull = defaultdict(float)
    for flow in chart.flows:
        if lane[flow.source] != lane[flow.target]:
            weight = _NEXT if (flow.source, flow.target) in following else _OTHER
            found[lane[flow.source], lane[flow.target]] += weight
    return found


def _cost(order: list[int], pull: Pull) -> float:
    place = {lane: n for n, lane in enumerate(order)}
    length = sum(
        weight * (abs(place[one] - place[other]) + (_UPWARDS if place[one] > place[other] else 0))
        for (one, other), weight in pull.items()
    )
    return length + _OUT_OF_TURN * sum(one > other for n, one in enumerate(order) for other in order[n + 1 :])
