"""Each legal clock beside the SOP's own limits for the same two events: which limits keep it, and which break it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amends.model.base import EVENTS
from amends.model.clock import Clock
from amends.model.duration import Duration
from amends.model.sop import Sop
from amends.model.span import Verdict, verdict
from amends.model.time_limits import Allowed, TimeLimit, in_force, limits_of_steps
from amends.model.walk import FieldPath

_RANK: dict[Verdict, int] = {"keeps": 0, "depends": 1, "breaks": 2}


@dataclass(frozen=True)
class Judged:
    """Whether an own limit keeps a clock, for one severity or for all (`BySeverity.EVERY`).

    `duration` is the time that decides: the limit itself or, if that does worse, the time to which it may be
    extended. `is_extension` says which of the two it is.
    """

    limit: TimeLimit
    severity: str
    duration: Duration
    verdict: Verdict
    is_extension: bool

    @property
    def path(self) -> FieldPath:
        """Where the limit is written."""
        return self.limit.path(self.severity)


def makes_sense(clock: Clock) -> bool:
    """Whether the event that ends the clock comes after the event that starts it."""
    return EVENTS.index(clock.start) < EVENTS.index(clock.by)


def compared(sop: Sop) -> Iterator[tuple[str, Clock, Judged]]:
    """Each clock in force with each own limit that serves it."""
    limits = tuple(limits_of_steps(sop))
    for clock_id, clock in in_force(sop).items():
        yield from ((clock_id, clock, found) for found in judged(limits, clock))


def serving(limits: Iterable[TimeLimit], clock: Clock) -> Iterator[TimeLimit]:
    """The limits of kind `within` that name both events of the clock.

    A limit that counts from the start of its step names no event, so it serves no clock.
    """
    return (limit for limit in limits if limit.kind == "within" and _events(limit) == _events(clock))


def judged(limits: Iterable[TimeLimit], clock: Clock) -> tuple[Judged, ...]:
    """For each severity, the own limit that serves the clock best, in the order of the SOP; empty if there is none.

    If two own limits run between the same events, staff must keep both, so the stricter one decides.
    """
    best: dict[str, Judged] = {}
    for limit in serving(limits, clock):
        for severity, allowed in limit.for_each_severity():
            found = _judged(limit, severity, allowed, clock.within)
            first = best.setdefault(severity, found)
            if _RANK[found.verdict] < _RANK[first.verdict]:
                best[severity] = found
    return tuple(best.values())


def _judged(limit: TimeLimit, severity: str, allowed: Allowed, legal: Duration) -> Judged:
    normal = verdict(allowed.within, legal)
    if allowed.extended:
        extended = verdict(allowed.extended, legal)
        if _RANK[normal] < _RANK[extended]:
            return Judged(limit, severity, allowed.extended, extended, is_extension=True)
    return Judged(limit, severity, allowed.within, normal, is_extension=False)


def _events(it: TimeLimit | Clock) -> tuple[str | None, str | None]:
    return it.start, it.by
