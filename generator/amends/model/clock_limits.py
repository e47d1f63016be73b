"""Each legal clock with the SOP's own limits for the same two events: which keep it, which break it, what is missing.

Nothing here knows for which complaints a row of limits is meant, so no row vouches for another: each is judged by
itself, and for each severity the weakest row decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from amends.model.base import EVENTS
from amends.model.clock import Clock
from amends.model.duration import BySeverity, Duration
from amends.model.sop import Sop
from amends.model.span import Verdict, verdict
from amends.model.time_limits import Allowed, TimeLimit, in_force, limits_of_steps
from amends.model.walk import FieldPath

_RANK: dict[Verdict, int] = {"keeps": 0, "depends": 1, "breaks": 2}


@dataclass(frozen=True)
class Judged:
    """What an own limit does to a clock, for one severity (`BySeverity.EVERY` in an SOP that knows none).

    `duration` is the time that decides: the limit itself or, if that does worse, the time to which it may be
    extended. `is_extension` says which of the two it is.
    """

    limit: TimeLimit
    severity: str
    duration: Duration
    verdict: Verdict
    is_extension: bool

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

    `others` are the rows that name one all the same: they may be meant for some complaints only.
    """

    limit: TimeLimit
    severities: tuple[str, ...]
    others: tuple[TimeLimit, ...] = ()

    @property
    def path(self) -> FieldPath:
        """Where the durations would have to stand."""
        return (*self.limit.entry, "within")


@dataclass(frozen=True)
class Comparison:
    """A clock with all own limits that run between its events: each judged by itself, and what they leave out."""

    clock: Clock
    rows: tuple[TimeLimit, ...]
    severities: tuple[str, ...]

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Each row for each severity for which it names a duration, in the order of the SOP."""
        return tuple(
            _judged(row, severity, allowed, self.clock.within)
            for row in self.rows
            for severity in self.severities
            if (allowed := row.for_severity(severity))
        )

    @cached_property
    def deciding(self) -> tuple[Judged, ...]:
        """What may be said of the clock: for each severity the weakest row, and all that are as weak."""
        weakest: dict[str, int] = {}
        for found in self.judged:
            weakest[found.severity] = max(weakest.get(found.severity, 0), _RANK[found.verdict])
        return tuple(found for found in self.judged if _RANK[found.verdict] == weakest[found.severity])

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the rows leave out; severities that no row names stand with the first of them."""
        return () if self.severities == (BySeverity.EVERY,) else tuple(_gaps(self.rows, self.severities))


def makes_sense(clock: Clock) -> bool:
    """Whether the event that ends the clock comes after the event that starts it."""
    return EVENTS.index(clock.start) < EVENTS.index(clock.by)


def comparisons(sop: Sop) -> Mapping[str, Comparison]:
    """Each clock in force, by its id, with the own limits that serve it."""
    limits, severities = tuple(limits_of_steps(sop)), tuple(sop.severities)
    return {clock_id: comparison(limits, clock, severities) for clock_id, clock in in_force(sop).items()}


def comparison(limits: Iterable[TimeLimit], clock: Clock, severities: Sequence[str]) -> Comparison:
    """One clock with those of the limits that serve it; `severities` are all that the SOP knows."""
    return Comparison(clock, tuple(serving(limits, clock)), tuple(severities) or (BySeverity.EVERY,))


def serving(limits: Iterable[TimeLimit], clock: Clock) -> Iterator[TimeLimit]:
    """The limits of kind `within` that name both events of the clock.

    A limit that counts from the start of its step names no event, so it serves no clock.
    """
    return (limit for limit in limits if limit.kind == "within" and _events(limit) == _events(clock))


def _judged(limit: TimeLimit, severity: str, allowed: Allowed, legal: Duration) -> Judged:
    normal = verdict(allowed.within, legal)
    if allowed.extended:
        extended = verdict(allowed.extended, legal)
        if _RANK[normal] < _RANK[extended]:
            return Judged(limit, severity, allowed.extended, extended, is_extension=True)
    return Judged(limit, severity, allowed.within, normal, is_extension=False)


def _gaps(rows: Sequence[TimeLimit], severities: Sequence[str]) -> Iterator[Gap]:
    named = {row.name: frozenset(it for it in severities if row.for_severity(it)) for row in rows}
    nowhere = tuple(it for it in severities if not any(it in found for found in named.values()))
    if rows and nowhere:
        yield Gap(rows[0], nowhere)
    for row in rows:
        left_out = [it for it in severities if it not in named[row.name]]
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
    longest, its_longest = own.extended or own.within, its.extended or its.within
    return verdict(longest, its_longest) == "keeps" and verdict(its_longest, longest) != "keeps"


def _events(it: TimeLimit | Clock) -> tuple[str | None, str | None]:
    return it.start, it.by
