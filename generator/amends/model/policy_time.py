"""The time limits that the public policy names: where they stand, and the longest that they allow."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from amends.model.clock import Clock
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop
from amends.model.span import shortest_hours
from amends.model.step import Limit, Step
from amends.model.tables import Escalation


class NamedLimit(NamedTuple):
    """A time, and the longest that an extension makes of it, each for all severities together."""

    longest: Duration
    extended: Duration | None


def limit_named(sop: Sop, full_name: str) -> NamedLimit | None:
    """What `steps/accept/limits/written` allows at most; None if it sets no time."""
    entry = _entry(sop, full_name.split("/"))
    if isinstance(entry, Clock):
        return NamedLimit(entry.within, None)
    if not isinstance(entry, Step | Limit | Escalation) or entry.within is None:
        return None
    extend = entry.extend if isinstance(entry, Limit) else None
    return NamedLimit(_longest(entry.within), _longest(extend) if extend else None)


def _entry(sop: Sop, parts: list[str]) -> object:
    match parts:
        case ["steps", step]:
            return sop.steps.get(step)
        case ["steps", step, "limits", limit] if step in sop.steps:
            return sop.steps[step].limits.get(limit)
        case ["escalations", key]:
            return sop.escalations.get(key)
        case ["clocks", key]:
            return sop.clocks.get(key)
    return None


def _longest(limit: BySeverity) -> Duration:
    return max((duration for _, duration in limit.durations()), key=_length)


def _length(duration: Duration) -> float:
    hours = shortest_hours(duration)
    return inf if hours is None else hours
