"""Legal clocks in words, each with the SOP's own limits that serve it: for pages and for `amends deadlines`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from amends.edition.edition import Edition, Phrase
from amends.model.clock import Clock
from amends.model.clock_limits import Judged, judged
from amends.model.span import Verdict
from amends.model.time_limits import TimeLimit, in_force, limits_of_steps


@dataclass(frozen=True)
class OwnRow:
    """An own limit beside a clock: its severities, its duration, the verdict, and all of it in a sentence."""

    limit: TimeLimit
    severities: str
    value: str
    verdict: Verdict
    sentence: str

    @property
    def name(self) -> str:
        """The full name of the step or row that sets it."""
        return self.limit.name


@dataclass(frozen=True)
class ClockRow:
    """A clock, ready to be set. Days are in the form of the locale; only `recheck_on` is an ISO date."""

    id: str
    title: Phrase
    jurisdiction: Phrase
    applies: Phrase
    requires: Phrase
    limit: str
    start: str
    by: str
    pause: Phrase | None
    is_binding: bool
    source: Phrase
    section: Phrase
    url: str | None
    as_of: str
    recheck_by: str
    recheck_on: str
    is_verified: bool
    superseded_by: str | None
    own: tuple[OwnRow, ...]


def clock_rows(edition: Edition) -> tuple[ClockRow, ...]:
    """Every clock of the SOP, those in force first."""
    clocks = edition.sop.clocks
    order = sorted(clocks, key=lambda clock_id: clocks[clock_id].superseded_by is not None)
    return tuple(_row(edition, clock_id, clocks[clock_id]) for clock_id in order)


def legal_limits(edition: Edition) -> dict[str, dict[str, tuple[tuple[str, OwnRow], ...]]]:
    """By step, and by the id of the limit (`""` is the step's own): the clocks that this limit serves."""
    found: dict[str, dict[str, tuple[tuple[str, OwnRow], ...]]] = {}
    for clock_id, clock in in_force(edition.sop).items():
        for row in own_rows(edition, clock):
            limits = found.setdefault(row.limit.step or "", {})
            limit_id = row.limit.row or ""
            limits[limit_id] = (*limits.get(limit_id, ()), (clock_id, row))
    return found


def own_rows(edition: Edition, clock: Clock) -> tuple[OwnRow, ...]:
    """The own limits that serve a clock; neighbouring severities with the same limit share a row."""
    return tuple(_own_rows(edition, clock))


def _own_rows(edition: Edition, clock: Clock) -> Iterator[OwnRow]:
    for _, group in groupby(judged(limits_of_steps(edition.sop), clock), key=_shared):
        same = list(group)
        first = same[0]
        value = edition.duration(first.duration)
        if first.is_extension:
            value = edition.words("clock.extended", value=value)
        severities = edition.severities(found.severity for found in same)
        own = " ".join(filter(None, (severities, value)))
        sentence = edition.words(f"clock.{first.verdict}", own=own, legal=edition.duration(clock.within))
        yield OwnRow(first.limit, severities, value, first.verdict, sentence)


def _shared(found: Judged) -> tuple[object, ...]:
    return found.duration, found.verdict, found.limit.name, found.is_extension


def _row(edition: Edition, clock_id: str, clock: Clock) -> ClockRow:
    return ClockRow(
        id=clock_id,
        title=edition.phrase(clock.title),
        jurisdiction=edition.phrase(clock.jurisdiction),
        applies=edition.phrase(clock.applies),
        requires=edition.phrase(clock.requires),
        limit=edition.duration(clock.within),
        start=edition.words(f"from.{clock.start}"),
        by=edition.words(f"event.{clock.by}"),
        pause=edition.phrase(clock.pause) if clock.pause else None,
        is_binding=clock.severity == "must",
        source=edition.phrase(clock.source.title),
        section=edition.phrase(clock.source.section),
        url=clock.source.url,
        as_of=edition.date(clock.as_of),
        recheck_by=edition.date(clock.recheck_by),
        recheck_on=clock.recheck_by.isoformat(),
        is_verified=clock.verified,
        superseded_by=clock.superseded_by,
        own=own_rows(edition, clock) if clock.superseded_by is None else (),
    )
