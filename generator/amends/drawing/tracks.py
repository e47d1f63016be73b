"""Which track of a channel each run takes: few tracks, no overlap, and no crossing that another order would avoid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_PASSES = 4


@dataclass(frozen=True)
class Run:
    """One net's run along a channel from `start` to `end`, and where it is joined from either side.

    `before` are the places of what joins it from the side of the first track, `after` from the other side.
    """

    net: str
    start: float
    end: float
    before: tuple[float, ...] = ()
    after: tuple[float, ...] = ()


def track_of(runs: Sequence[Run], gap: float) -> dict[str, int]:
    """The track of each net, from 0; runs that come nearer than `gap` to each other never share one."""
    order = _least_crossing(sorted(runs, key=lambda run: (run.start, run.end, run.net)))
    tracks: dict[str, int] = {}
    for n, run in enumerate(order):
        meeting = [tracks[other.net] for other in order[:n] if _meet(run, other, gap)]
        tracks[run.net] = max(meeting, default=-1) + 1
    return tracks


def _meet(one: Run, other: Run, gap: float) -> bool:
    return one.start < other.end + gap and other.start < one.end + gap


def _least_crossing(runs: list[Run]) -> list[Run]:
    """An order of the runs in which no swap of neighbours saves a crossing."""
    for _ in range(_PASSES):
        is_settled = True
        for n in range(len(runs) - 1):
            one, other = runs[n], runs[n + 1]
            if _crossings(other, one) < _crossings(one, other):
                runs[n], runs[n + 1] = other, one
                is_settled = False
        if is_settled:
            break
    return runs


def _crossings(first: Run, second: Run) -> int:
    """How often two runs cross if `first` lies on an earlier track: with what joins the one from across the other."""
    return sum(first.start < place < first.end for place in second.before) + sum(
        second.start < place < second.end for place in first.after
    )
