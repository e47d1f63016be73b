"""Each legal clock with the SOP's own limits for the same two events: which keep it, which break it, what is missing.

A row whose `when` names a kind or a channel speaks for those complaints, and there the rows without one are silent.
Of the others nothing here knows for which complaints they are meant, so no row vouches for another: each is judged by
itself, and for each severity, kind and channel the weakest row decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from amends.model.answered import told_by
from amends.model.clock import Clock
from amends.model.complaint import Complaint, fits, under_law
from amends.model.duration import BySeverity, Duration
from amends.model.events import OwnEvent, comes_before
from amends.model.sop import Sop
from amends.model.span import Verdict, verdict, verdict_of_lasting
from amends.model.time_limits import Allowed, TimeLimit, in_force, limits_of_steps
from amends.model.walk import FieldPath

_RANK: dict[Verdict, int] = {"keeps": 0, "depends": 1, "breaks": 2}


@dataclass(frozen=True)
class Judged:
    """What an own limit does to a clock, for one severity (`BySeverity.EVERY` in an SOP that knows none).

    `complaints` are those for which it speaks.
    `duration` is the time that decides: the limit itself or, if that does worse, the time to which it may be
    extended. `is_extension` says which of the two it is.
    """

    limit: TimeLimit
    severity: str
    duration: Duration
    verdict: Verdict
    is_extension: bool
    complaints: tuple[Complaint, ...] = (Complaint(),)

    @property
    def written(self) -> BySeverity:
        """The field in which the duration is written, for all severities or for each."""
        return self.limit.extend if self.is_extension and self.limit.extend else self.limit.within

    @property
    def path(self) -> FieldPath:
        """Where the duration is written."""
        whole = (*self.limit.entry, "extend" if self.is_extension else "within")
        return whole if self.written.everywhere else (*whole, self.severity)


@dataclass(frozen=True)
class Gap:
    """Severities for which a limit that serves a clock names no duration, and no other may speak for it.

    `complaints` are those of which this is so. `others` are the rows that name one all the same: they may be meant for
    some complaints only.
    """

    limit: TimeLimit
    severities: tuple[str, ...]
    others: tuple[TimeLimit, ...] = ()
    complaints: tuple[Complaint, ...] = (Complaint(),)

    @property
    def path(self) -> FieldPath:
        """Where the durations would have to stand."""
        return (*self.limit.entry, "within")


@dataclass(frozen=True)
class Comparison:
    """A clock with all own limits that run between its events: each judged by itself, and what they leave out.

    `earlier` are limits from the same event to one that comes before the clock's: none of them can keep the clock, but
    one that is longer breaks it. `complaints` are those to which the clock applies. If an extension `is_told` by the
    event in the clock's `or_by`, another clock counts once that has come, and the longer time is held against that one.
    """

    clock: Clock
    rows: tuple[TimeLimit, ...]
    severities: tuple[str, ...]
    complaints: tuple[Complaint, ...] = (Complaint(),)
    earlier: tuple[TimeLimit, ...] = ()
    is_told: bool = False

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Each row for each severity for which it names a duration and speaks, in the order of the SOP."""
        found = (
            replace(self._judged(row, severity, allowed), complaints=its)
            for row in (*self.rows, *self.earlier)
            for severity in self.severities
            if (allowed := row.for_severity(severity)) and (its := self._spoken_for(row, severity))
        )
        return tuple(it for it in found if it.verdict == "breaks" or it.limit not in self.earlier)

    def _judged(self, limit: TimeLimit, severity: str, allowed: Allowed) -> Judged:
        normal = _verdict(allowed.within, self.clock)
        if allowed.extended and not self.is_told:
            extended = _verdict(allowed.extended, self.clock)
            if _RANK[normal] < _RANK[extended]:
                return Judged(limit, severity, allowed.extended, extended, is_extension=True)
        return Judged(limit, severity, allowed.within, normal, is_extension=False)

    @cached_property
    def deciding(self) -> tuple[Judged, ...]:
        """What may be said of the clock: for each severity and complaint the weakest row, and all that are as weak."""
        weakest: dict[tuple[str, Complaint], int] = {}
        for found in self.judged:
            for it in found.complaints:
                weakest[found.severity, it] = max(weakest.get((found.severity, it), 0), _RANK[found.verdict])
        narrowed = (
            replace(
                found,
                complaints=tuple(it for it in found.complaints if weakest[found.severity, it] == _RANK[found.verdict]),
            )
            for found in self.judged
        )
        return tuple(found for found in narrowed if found.complaints)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the rows leave out; where no row at all holds, the gap stands with the first of them."""
        found: dict[Gap, list[Complaint]] = {}
        for complaint in self.complaints if self.rows else ():
            for gap in self._gaps_of(complaint):
                found.setdefault(gap, []).append(complaint)
        return tuple(replace(gap, complaints=tuple(its)) for gap, its in found.items())

    def _gaps_of(self, complaint: Complaint) -> Iterator[Gap]:
        # Whether a row after an answer will ever run, nobody knows.
        holding = [row for row in self.rows if fits(row.when, complaint) and not _is_after_an_answer(row)]
        spoken = [it for it in self.severities if self._speakers(it, complaint)]
        if not holding:
            yield Gap(self.rows[0], self.severities)
        elif self.severities != (BySeverity.EVERY,):
            yield from _gaps(holding, self.severities, [it for it in self.severities if it not in spoken])

    def _spoken_for(self, row: TimeLimit, severity: str) -> tuple[Complaint, ...]:
        """The complaints for which a row decides: those of its own; for a row of no kind and channel, what is left."""
        return tuple(
            it
            for it in self.complaints
            if fits(row.when, it)
            and (_names_complaints(row) or _is_after_an_answer(row) or not self._speakers(severity, it))
        )

    def _speakers(self, severity: str, complaint: Complaint) -> tuple[TimeLimit, ...]:
        """The rows that name the kind or the channel of a complaint, and a duration for its severity."""
        return tuple(
            row
            for row in self.rows
            if _names_complaints(row)
            and not _is_after_an_answer(row)
            and fits(row.when, complaint)
            and row.for_severity(severity)
        )


def makes_sense(clock: Clock, own: Mapping[str, OwnEvent]) -> bool:
    """Whether the event that ends the clock may come after the event that starts it; `own` are the SOP's own events."""
    return clock.start != clock.by and not comes_before(own, clock.by, clock.start)


def comparisons(sop: Sop) -> Mapping[str, Comparison]:
    """Each clock in force, by its id, with the own limits that serve it."""
    limits = tuple(limits_of_steps(sop))
    return {clock_id: comparison(sop, limits, clock) for clock_id, clock in in_force(sop).items()}


def comparison(sop: Sop, limits: Sequence[TimeLimit], clock: Clock) -> Comparison:
    """One clock with those of the limits that serve it."""
    severities = tuple(sop.severities) or (BySeverity.EVERY,)
    return Comparison(
        clock,
        rows=serving(sop, limits, clock),
        severities=severities,
        complaints=under_law(sop, clock),
        earlier=_before(sop, limits, clock),
        is_told=any(_counts_after(clock, other) for other in in_force(sop).values()),
    )


def serving(sop: Sop, limits: Iterable[TimeLimit], clock: Clock) -> tuple[TimeLimit, ...]:
    """The limits of the clock's kind that name both of its events.

    A limit that counts from the start of its step names no event, so it serves no clock.
    """
    by = told_by(sop, clock.by)
    return tuple(limit for limit in _beside(sop, limits, clock) if limit.by == by)


def _beside(sop: Sop, limits: Iterable[TimeLimit], clock: Clock) -> Iterator[TimeLimit]:
    """The limits of the clock's kind that count from the same event."""
    start = told_by(sop, clock.start)
    return (limit for limit in limits if limit.kind == clock.kind and limit.start == start)


def _before(sop: Sop, limits: Iterable[TimeLimit], clock: Clock) -> tuple[TimeLimit, ...]:
    """The limits from the clock's first event to one that comes before its last."""
    if clock.kind != "within":
        return ()
    by = told_by(sop, clock.by)
    return tuple(it for it in _beside(sop, limits, clock) if it.by and comes_before(sop.events, it.by, by))


def _counts_after(clock: Clock, other: Clock) -> bool:
    """Whether `other` counts in the place of the clock once its `or_by` has come."""
    is_first = clock.once is None and clock.or_by is not None  # an extension is granted once, by the first such reply
    return is_first and (other.once, other.start, other.by) == (clock.or_by, clock.start, clock.by)


def _verdict(own: Duration, clock: Clock) -> Verdict:
    """What an own time does to the clock's. Where something must last, the own one must not be the shorter."""
    if clock.kind == "within":
        return verdict(own, clock.within, first_day=clock.counts_first_day)
    return verdict_of_lasting(own, clock.within)


def _gaps(rows: Sequence[TimeLimit], severities: Sequence[str], unspoken: Sequence[str]) -> Iterator[Gap]:
    named = {row.name: frozenset(it for it in severities if row.for_severity(it)) for row in rows}
    nowhere = tuple(it for it in unspoken if not any(it in found for found in named.values()))
    if nowhere:
        yield Gap(rows[0], nowhere)
    for row in rows:
        left_out = [it for it in unspoken if it not in named[row.name]]
        unsure = tuple(it for it in left_out if _speak_only_for_some(rows, row, it, named))
        if unsure:
            yield Gap(row, unsure, tuple(other for other in rows if named[other.name].intersection(unsure)))


def _speak_only_for_some(
    rows: Sequence[TimeLimit], row: TimeLimit, severity: str, named: Mapping[str, frozenset[str]]
) -> bool:
    """Whether the rows that name a severity which `row` leaves out may all be meant for some complaints only.

    That is not so of a row that shares no severity with it: the two divide the severities. Nor is it of one than which
    `row` is stricter wherever they meet: there `row` is the special one, `urgent: {p1: 24 hours}` beside 8 weeks.
    """
    naming = [other for other in rows if severity in named[other.name]]
    return bool(naming) and not any(
        all(_is_stricter(row, other, shared) for shared in named[row.name] & named[other.name]) for other in naming
    )


def _is_stricter(row: TimeLimit, other: TimeLimit, severity: str) -> bool:
    own, its = row.for_severity(severity), other.for_severity(severity)
    if own is None or its is None:
        return False
    strict, lax = own.extended or own.within, its.extended or its.within
    if row.kind != "within":  # what must last is stricter if it lasts longer
        strict, lax = its.within, own.within
    return verdict(strict, lax) == "keeps" and verdict(lax, strict) != "keeps"


def _names_complaints(row: TimeLimit) -> bool:
    return row.when is not None and bool(row.when.kind or row.when.channel)


def _is_after_an_answer(row: TimeLimit) -> bool:
    return row.when is not None and bool(row.when.outcome)
