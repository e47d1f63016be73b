"""Each legal clock with the SOP's own limits for the same two events: which of them keep it, and which break it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.model.base import EVENTS, Event
from amends.model.clock import Clock
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop
from amends.model.span import Verdict, verdict
from amends.model.step import Limit
from amends.model.walk import Path

_RANK: dict[Verdict, int] = {"keeps": 0, "depends": 1, "breaks": 2}


@dataclass(frozen=True)
class OwnLimit:
    """A limit of the SOP between two events, for one severity or for all (`BySeverity.EVERY`).

    `extended` is how long it may be made, once; the same as `within` where it may not.
    """

    path: Path
    start: Event
    by: Event
    severity: str
    within: Duration
    extended: Duration

    @property
    def step(self) -> str:
        """The step on which it stands."""
        return str(self.path[1])

    @property
    def limit(self) -> str | None:
        """Its id below the step's `limits`; none for the step's own `within`."""
        return str(self.path[3]) if self.path[2] == "limits" else None


@dataclass(frozen=True)
class Judged:
    """What an own limit does to a clock; `duration` is what decides: the limit, or its extension."""

    own: OwnLimit
    duration: Duration
    verdict: Verdict

    @property
    def is_extension(self) -> bool:
        """Whether the limit itself does better than what it may be extended to."""
        return self.duration != self.own.within


def in_force(sop: Sop) -> dict[str, Clock]:
    """The clocks that no other has superseded."""
    return {clock_id: clock for clock_id, clock in sop.clocks.items() if clock.superseded_by is None}


def makes_sense(clock: Clock) -> bool:
    """Whether its second event comes after its first."""
    return EVENTS.index(clock.start) < EVENTS.index(clock.by)


def own_limits(sop: Sop) -> Iterator[OwnLimit]:
    """Every limit of the SOP that says between which events it runs.

    That is the `within` of a step that has both `from` and `sets`, and each row of `limits` that has `from` and `by`
    and is of the kind `within`. A limit that counts from the start of its step is bound to no event.
    """
    for step_id, step in sop.steps.items():
        if step.within and step.start and step.sets:
            for severity, within in step.within.durations():
                path = _at(("steps", step_id, "within"), severity)
                yield OwnLimit(path, step.start, step.sets, severity, within, within)
        for limit_id, limit in step.limits.items():
            if limit.start and limit.by and limit.kind == "within":
                path = ("steps", step_id, "limits", limit_id, "within")
                for severity, within, extended in _with_extensions(limit):
                    yield OwnLimit(_at(path, severity), limit.start, limit.by, severity, within, extended)


def _with_extensions(limit: Limit) -> Iterator[tuple[str, Duration, Duration]]:
    """For each severity that the limit or its extension names: how long it may take, and how long at most."""
    extended = dict(limit.extend.durations()) if limit.extend else {}
    for severity, within in limit.within.durations():
        yield severity, within, extended.get(severity) or extended.get(BySeverity.EVERY) or within
        if severity == BySeverity.EVERY:
            yield from ((name, within, longer) for name, longer in extended.items() if name != BySeverity.EVERY)


def judged(sop: Sop, clock: Clock) -> tuple[Judged, ...]:
    """The own limit that serves a clock best, for each severity, in the order of the SOP; none where there is none.

    Where two own limits run between the same events, both must be kept, so the stricter one decides.
    """
    best: dict[str, Judged] = {}
    for own in own_limits(sop):
        if (own.start, own.by) == (clock.start, clock.by):
            found = _judged(own, clock.within)
            first = best.setdefault(own.severity, found)
            if _RANK[found.verdict] < _RANK[first.verdict]:
                best[own.severity] = found
    return tuple(best.values())


def _judged(own: OwnLimit, legal: Duration) -> Judged:
    normal, extended = verdict(own.within, legal), verdict(own.extended, legal)
    if _RANK[normal] < _RANK[extended]:
        return Judged(own, own.extended, extended)
    return Judged(own, own.within, normal)


def _at(path: Path, severity: str) -> Path:
    return path if severity == BySeverity.EVERY else (*path, severity)
