"""Legal clocks in words, each with the SOP's own limits that serve it: for pages and for `amends deadlines`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from amends.documents.legal_scope import clock_scope
from amends.edition.edition import Edition, Phrase
from amends.model.clock import Clock
from amends.model.clock_limits import Comparison, Gap, Judged, comparison
from amends.model.complaint import Complaint, Group, groups
from amends.model.span import Verdict
from amends.model.time_limits import TimeLimit, in_force, limits_of_steps


@dataclass(frozen=True)
class OwnRow:
    """An own limit beside a clock: for which severities, how long, what it does, in a sentence.

    `gap`: it names no duration for these severities; `value` is empty then.
    """

    limit: TimeLimit
    severities: str
    value: str
    verdict: Verdict | Literal["gap"]
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
    only: tuple[str, ...]
    requires: Phrase
    limit: str
    start: str
    by: str
    conditions: tuple[str, ...]
    pause: Phrase | None
    pause_section: Phrase | None
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
    """What the own limits that serve a clock do to it, and for whom there is none; the weakest decide.

    Neighbours that say the same share a row. Where several limits serve the clock, each is named.
    """
    found = comparison(edition.sop, tuple(limits_of_steps(edition.sop)), clock)
    judged = [(it.limit, row) for it, row in _judged_rows(edition, found)]
    gaps = [(it.limit, _gap_row(edition, found, it)) for it in found.gaps]
    order = {limit.name: place for place, limit in enumerate((*found.rows, *found.earlier))}
    return tuple(row for _, row in sorted(judged + gaps, key=lambda pair: order[pair[0].name]))


def clock_conditions(edition: Edition, clock: Clock) -> Iterator[str]:
    """When a clock counts at all, what keeps it too, and whether the day from which it counts is its first."""
    words = edition.words
    if clock.once:
        yield words("clock.once", event=edition.event(clock.once))
    if clock.or_by:
        yield words("clock.or-by", event=edition.event(clock.or_by))
    measure, count = clock.within.measured
    if count and measure in _OF_DAYS:
        said = _first_day(edition, clock)
        section = edition.plain(clock.first_day.section) if clock.first_day else ""
        yield words("clock.first-day.source", said=said, section=section) if section else said


def _first_day(edition: Edition, clock: Clock) -> str:
    name = "counts" if clock.counts_first_day else "not"
    return edition.words(f"clock.first-day.{name}", day=edition.first_day(clock.start))


def _legal(edition: Edition, clock: Clock) -> str:
    """The time that the law gives, as it stands beside an own one: “6 months (the day of receipt counts)”."""
    within = edition.duration(clock.within)
    if not clock.counts_first_day:
        return within
    return edition.words("clock.first-day.source", said=within, section=_first_day(edition, clock))


_OF_DAYS = ("business days", "days", "months")


def _judged_rows(edition: Edition, found: Comparison) -> Iterator[tuple[Judged, OwnRow]]:
    for _, group in groupby(found.deciding, key=_shared):
        same = list(group)
        first = same[0]
        value = edition.duration(first.duration)
        if first.is_extension:
            value = edition.words("clock.extended", value=value)
        severities = edition.severities(it.severity for it in same)
        own = " ".join(filter(None, (severities, value)))
        if len({limit.name for limit in found.rows} | {it.limit.name for it in found.deciding}) > 1:
            own = edition.words("clock.named", value=own, row=_title(edition, first.limit))
        if whom := _whom(edition, first.complaints, found):
            own = edition.words("clock.for", value=own, whom=whom)
        said = first.verdict if found.clock.kind == "within" else f"lasting.{first.verdict}"
        sentence = edition.words(f"clock.{said}", own=own, legal=_legal(edition, found.clock))
        yield first, OwnRow(first.limit, severities, value, first.verdict, sentence)


def _gap_row(edition: Edition, found: Comparison, gap: Gap) -> OwnRow:
    """“no limit for P2, P3, P4 against the 8 weeks”; where other rows name one, which row does not, and which do."""
    words, known = edition.words, edition.sop.severities
    severities = words("list-separator").join(edition.plain(known[it].short) for it in gap.severities if it in known)
    whom = _whom(edition, gap.complaints, found)
    if whom and len(gap.severities) == len(found.severities):
        severities = whom
    elif whom:
        severities = words("clock.severities-of", severities=severities, whom=whom)
    legal = _legal(edition, found.clock)
    if gap.others:
        others = words("list-separator").join(_title(edition, it) for it in gap.others)
        row = _title(edition, gap.limit)
        sentence = words("clock.gap-in-row", severities=severities, row=row, others=others, legal=legal)
    else:
        sentence = words("clock.gap", severities=severities, legal=legal)
    return OwnRow(gap.limit, severities, "", "gap", sentence)


def _whom(edition: Edition, some: Sequence[Complaint], found: Comparison) -> str:
    """“payment services by letter”; nothing if these are all complaints to which the clock applies."""
    words = edition.words
    named = [_group(edition, group) for group in groups(some, found.complaints) if group != Group()]
    return words("list-separator").join(named)


def _group(edition: Edition, group: Group) -> str:
    words, comma = edition.words, edition.words("list-separator")
    kinds = comma.join(edition.short("kinds", it) if it else words("clock.no-kind") for it in group.kinds)
    channels = comma.join(edition.short("channels", it) for it in group.channels if it)
    kinds = kinds or words("clock.every-kind")
    return words("clock.kinds-by", kinds=kinds, channels=channels) if channels else kinds


def _title(edition: Edition, limit: TimeLimit) -> str:
    return edition.words("change.quoted", text=edition.plain(limit.title))


def _shared(found: Judged) -> tuple[object, ...]:
    return found.duration, found.verdict, found.limit.name, found.is_extension, found.complaints


def _limit(edition: Edition, clock: Clock) -> str:
    """How long: “8 weeks”, “for at least 48 hours”."""
    within = edition.duration(clock.within)
    return within if clock.kind == "within" else f"{edition.words(f'limit-kind.{clock.kind}')} {within}"


def _row(edition: Edition, clock_id: str, clock: Clock) -> ClockRow:
    return ClockRow(
        id=clock_id,
        title=edition.phrase(clock.title),
        jurisdiction=edition.phrase(clock.jurisdiction),
        applies=edition.phrase(clock.applies),
        only=clock_scope(edition, clock),
        requires=edition.phrase(clock.requires),
        limit=_limit(edition, clock),
        start=edition.since(clock.start),
        by=edition.event(clock.by),
        conditions=tuple(clock_conditions(edition, clock)),
        pause=edition.phrase(clock.pause) if clock.pause else None,
        pause_section=edition.phrase(clock.pause_section) if clock.pause_section else None,
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
