"""When everything is due: each time limit of the steps and each legal clock, counted from the events of one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from amends.deadlines.calendar import WorkingCalendar
from amends.model import flow
from amends.model.base import Event
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop

State = Literal["due", "not-yet-known", "no-limit", "met", "late"]
Kind = Literal["within", "every", "wait"]


@dataclass(frozen=True)
class Case:
    """One complaint: its severity where it is known, and when each event came; `received` always has."""

    events: Mapping[Event, datetime]
    severity: str | None = None

    @property
    def received(self) -> datetime:
        """When the complaint came."""
        return self.events["received"]


@dataclass(frozen=True)
class Deadline:
    """One time limit of a case.

    `name` is the full name of what sets it: `steps/inform/limits/decision`, `clocks/uk-disp-final-response`.
    `start` is the event from which it counts, none where that is the start of a step that no event marks; `starts` is
    when it came. `due` is there once that is known and there is an end; `extended` is when it is due at the latest.
    `by` is the event that settles it, `done` when that came.
    """

    name: str
    severities: tuple[str, ...]
    within: Duration
    kind: Kind
    start: Event | None
    starts: datetime | None
    due: datetime | None
    longest: Duration | None = None
    extended: datetime | None = None
    by: Event | None = None
    done: datetime | None = None

    @property
    def state(self) -> State:
        """Where it stands; `late` means that its event came after the last moment, extension included."""
        if self.starts is None:
            return "not-yet-known"
        if self.done is not None:
            last = self.extended or self.due
            return "late" if last and self.done.astimezone(UTC) > last.astimezone(UTC) else "met"
        return "due" if self.due else "no-limit"


def deadlines(sop: Sop, calendar: WorkingCalendar, case: Case) -> tuple[Deadline, ...]:
    """Every deadline of the case: those of the steps, then those of the law, each group by date, the unknown last."""
    counter = _Counter(sop, calendar, case)
    return (*sorted(counter.of_steps(), key=_when), *sorted(counter.of_clocks(), key=_when))


def step_starts(sop: Sop) -> dict[str, Event | None]:
    """The event that marks the start of each step of the case: what the step before it sets, for the first `received`.

    None where no event marks it, and for a step that brings the case in itself.
    """
    order = flow.case_steps(sop)
    starts: dict[str, Event | None] = {later: sop.steps[earlier].sets for earlier, later in pairwise(order)}
    if sop.start in sop.steps:
        starts[sop.start] = None if sop.steps[sop.start].sets == "received" else "received"
    return {step_id: starts.get(step_id) for step_id in order}


def _when(deadline: Deadline) -> tuple[bool, datetime]:
    return deadline.due is None, deadline.due.astimezone(UTC) if deadline.due else datetime.min.replace(tzinfo=UTC)


class _Row(NamedTuple):
    """A limit as it holds for the case: for which severities, how long, and to how long it may be extended."""

    severities: tuple[str, ...]
    within: Duration
    longest: Duration | None


@dataclass(frozen=True)
class _Counter:
    sop: Sop
    calendar: WorkingCalendar
    case: Case

    def of_steps(self) -> Iterator[Deadline]:
        for step_id, start in step_starts(self.sop).items():
            step = self.sop.steps[step_id]
            for row in self.rows(step.within, None):
                yield self.deadline(f"steps/{step_id}", row, step.start or start, step.sets)
            for limit_id, limit in step.limits.items():
                name = f"steps/{step_id}/limits/{limit_id}"
                by = None if limit.by in self.set_by_steps else limit.by
                for row in self.rows(limit.within, limit.extend):
                    yield self.deadline(name, row, limit.start or start, by, limit.kind)

    def of_clocks(self) -> Iterator[Deadline]:
        for clock_id, clock in self.sop.clocks.items():
            yield self.deadline(f"clocks/{clock_id}", _Row((), clock.within, None), clock.start, clock.by)

    @cached_property
    def set_by_steps(self) -> frozenset[Event | None]:
        """The events that a step brings about; a further limit that leads to one is not yet met when it comes."""
        return frozenset(step.sets for step in self.sop.steps.values())

    def rows(self, limit: BySeverity | None, extend: BySeverity | None) -> Iterator[_Row]:
        """What holds for this case; for a severity that is not known, each value with the severities that share it."""
        found: dict[tuple[Duration, Duration | None], list[str]] = {}
        severities = [self.case.severity] if self.case.severity else list(self.sop.severities)
        for severity in severities if limit else ():
            within = limit.for_severity(severity) if limit else None
            if within is not None:
                found.setdefault((within, extend.for_severity(severity) if extend else None), []).append(severity)
        for (within, longest), shared in found.items():
            yield _Row(() if shared == severities else tuple(shared), within, longest)

    def deadline(self, name: str, row: _Row, start: Event | None, by: Event | None, kind: Kind = "within") -> Deadline:
        starts = self.case.events.get(start) if start else None
        return Deadline(
            name=name,
            severities=row.severities,
            within=row.within,
            kind=kind,
            start=start,
            starts=starts,
            due=self.calendar.after(starts, row.within) if starts else None,
            longest=row.longest,
            extended=self.calendar.after(starts, row.longest) if starts and row.longest else None,
            by=by,
            done=self.case.events.get(by) if by and kind == "within" else None,
        )
