"""Which track of a channel each run takes: few tracks, no overlap, and no crossing that another order would avoid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_PASSES = 4


@dataclass(frozen=True)
class Leg:
    """One net's run along a channel from `start` to `end`, and where lines join it from either side.

    `before` has the places where lines join it from the side of the first track, `after` those from the other side.
    """

    net: str
    start: float
    end: float
    before: tuple[float, ...] = ()
    after: tuple[float, ...] = ()


def track_of(legs: Sequence[Leg], gap: float) -> dict[str, int]:
    """The track of each net, from 0; runs that come nearer than `gap` to each other never share one."""
    order = _least_crossing(sorted(legs, key=lambda leg: (leg.start, leg.end, leg.net)))
    tracks: dict[str, int] = {}
    for n, leg in enumerate(order):
        meeting = [tracks[other.net] for other in order[:n] if _meet(leg, other, gap)]
        tracks[leg.net] = max(meeting, default=-1) + 1
    return tracks


def _meet(one: Leg, other: Leg, gap: float) -> bool:
    return one.start < other.end + gap and other.start < one.end + gap


def _least_crossing(legs: list[Leg]) -> list[Leg]:
    """An order of the runs in which no swap of neighbours saves a crossing."""
    for _ in range(_PASSES):
        is_settled = True
        for n in range(len(legs) - 1):
            one, other = legs[n], legs[n + 1]
            if _crossings(other, one) < _crossings(one, other):
                legs[n], legs[n + 1] = other, one
                is_settled = False
        if is_settled:
            break
    return legs


def _crossings(first: Leg, second: Leg) -> int:
    """How often two runs cross if `first` lies on an earlier track: a line that joins one may cross the other."""
    return sum(first.start < place < first.end for place in second.before) + sum(
        second.start < place < second.end for place in first.after
    )
