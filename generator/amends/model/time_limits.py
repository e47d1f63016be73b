"""Every time limit of an SOP, from one walk: those of steps, those in the `limits` of steps, and those of the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from amends.model import flow
from amends.model.base import Event
from amends.model.clock import Clock
from amends.model.condition import When
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop
from amends.model.step import LimitKind, Step
from amends.model.text import Text
from amends.model.walk import FieldPath


class Allowed(NamedTuple):
    """How long something may take, and the time to which that may be extended, if at all."""

    within: Duration
    extended: Duration | None


@dataclass(frozen=True)
class TimeLimit:
    """One time limit, of a step or of the law.

    - `entry` is the path of the entry that sets it: a step, a row of a step's `limits`, or a clock.
    - `start` is the event that the author named. If there is none, the limit counts from the start of its step.
    - `counted_from` is the event from which it counts in a case: `start`, or the event that marks the start of its
      step; None if no event marks it.
    - `and_from` are further events that must have come, too: its step begins once steps side by side are all done.
    - `by` is the event that has happened once the limit is kept; of `wait` and `keep`, what must not happen before.
    - `when` says for which complaints it holds; without it, for all.
    - `settled_by` is the event that shows in a case that the limit was kept. It is `by`; but if a whole step sets that
      event, it says nothing about a row of `limits`, and `settled_by` of the row is None.
    """

    entry: FieldPath
    title: Text
    within: BySeverity
    extend: BySeverity | None = None
    kind: LimitKind = "within"
    start: Event | None = None
    counted_from: Event | None = None
    and_from: tuple[Event, ...] = ()
    by: Event | None = None
    settled_by: Event | None = None
    clock: Clock | None = None
    when: When | None = None

    @property
    def name(self) -> str:
        """The full name of its entry: `steps/verify`, `steps/verify/limits/answer`, `clocks/final-response`."""
        return "/".join(map(str, self.entry))

    @property
    def step(self) -> str | None:
        """The step to which it belongs; None for a limit of the law."""
        return None if self.clock else str(self.entry[1])

    @property
    def row(self) -> str | None:
        """Its id in the step's `limits`; None for the step's own limit and for a limit of the law."""
        return str(self.entry[3]) if len(self.entry) > len(("steps", "STEP")) else None

    def path(self, severity: str) -> FieldPath:
        """The path of the duration for one severity, or for all of them (`BySeverity.EVERY`)."""
        whole = (*self.entry, "within")
        return whole if severity == BySeverity.EVERY else (*whole, severity)

    def for_severity(self, severity: str) -> Allowed | None:
        """How long a case of this severity may take; None if the author gave no time for it."""
        if severity != BySeverity.EVERY and self.when and self.when.severity and severity not in self.when.severity:
            return None
        within = self.within.for_severity(severity)
        return None if within is None else Allowed(within, self._extended(severity))

    def for_each_severity(self) -> Iterator[tuple[str, Allowed]]:
        """The time for each severity that the limit or its extension names, or for all (`BySeverity.EVERY`)."""
        for severity, within in self.within.durations():
            yield severity, Allowed(within, self._extended(severity))
        if self.within.everywhere and self.extend:
            yield from ((severity, Allowed(self.within.everywhere, longer)) for severity, longer in self.extend.each)

    def _extended(self, severity: str) -> Duration | None:
        return self.extend.for_severity(severity) if self.extend else None


def time_limits(sop: Sop) -> Iterator[TimeLimit]:
    """Every limit of the steps, standing ones too, in the order of the SOP; then every clock in force."""
    yield from limits_of_steps(sop)
    yield from limits_of_law(in_force(sop))


def limits_of_steps(sop: Sop) -> Iterator[TimeLimit]:
    """The limits that the organisation sets itself: for each step its `within`, then its `limits`."""
    starts = step_starts(sop)
    brought = frozenset(step.sets for step in sop.steps.values())
    for step_id, step in sop.steps.items():
        yield from _of_step(step_id, step, starts.get(step_id, ()), brought)


def limits_of_law(clocks: Mapping[str, Clock]) -> Iterator[TimeLimit]:
    """Legal clocks as limits, which hold for every severity."""
    for clock_id, clock in clocks.items():
        yield TimeLimit(
            entry=("clocks", clock_id),
            title=clock.title,
            within=BySeverity(clock.within),
            kind=clock.kind,
            start=clock.start,
            counted_from=clock.start,
            by=clock.by,
            settled_by=clock.by,
            clock=clock,
        )


def in_force(sop: Sop) -> dict[str, Clock]:
    """The clocks that no other clock has replaced."""
    return {clock_id: clock for clock_id, clock in sop.clocks.items() if clock.superseded_by is None}


def step_starts(sop: Sop) -> dict[str, tuple[Event, ...]]:
    """The event that marks the start of each step of the case, or the events of which the last one marks it.

    It is the event that the step before sets; after steps side by side, those that all of them set; for the first step
    it is `received`. There is none if no event marks the start, and for a first step that itself sets `received`.
    """
    order, together = flow.case_steps(sop), flow.side_by_side(sop)
    before = {later: together.get(earlier, (earlier,)) for earlier, later in pairwise(order)}
    starts = {step_id: _all_set(sop, before.get(together.get(step_id, (step_id,))[0], ())) for step_id in order}
    for step_id in together.get(sop.start, (sop.start,)):
        if step_id in starts:
            starts[step_id] = () if sop.steps[sop.start].sets == "received" else ("received",)
    return starts


def _all_set(sop: Sop, steps: tuple[str, ...]) -> tuple[Event, ...]:
    """The events that the steps set, each once; none if one of the steps sets none, since nobody sees its end."""
    events = [sop.steps[step_id].sets for step_id in steps]
    return tuple(dict.fromkeys(event for event in events if event)) if all(events) else ()


def _of_step(
    step_id: str, step: Step, step_start: tuple[Event, ...], brought: frozenset[Event | None]
) -> Iterator[TimeLimit]:
    first, *further = step_start or (None,)
    if step.within:
        yield TimeLimit(
            entry=("steps", step_id),
            title=step.title,
            within=step.within,
            start=step.start,
            counted_from=step.start or first,
            and_from=() if step.start else tuple(it for it in further if it),
            by=step.sets,
            settled_by=step.sets,
            when=step.within_when,
        )
    for row_id, row in step.limits.items():
        yield TimeLimit(
            entry=("steps", step_id, "limits", row_id),
            title=row.title,
            within=row.within,
            extend=row.extend,
            kind=row.kind,
            start=row.start,
            counted_from=row.start or first,
            and_from=() if row.start else tuple(it for it in further if it),
            by=row.by,
            settled_by=None if row.by in brought else row.by,
            when=row.when,
        )
