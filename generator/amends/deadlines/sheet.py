"""Deadlines in the words of one locale: what a table, JSON and a calendar file show alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from amends.deadlines.assumptions import assumptions
from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.due import NO_KIND, Case, Deadline
from amends.deadlines.pause import COUNTING_WORK
from amends.documents.clock_rows import clock_conditions, own_rows
from amends.documents.legal_scope import scope_of
from amends.edition.edition import Edition
from amends.model.clock import Clock
from amends.model.duration import Duration
from amends.model.units import Unit


@dataclass(frozen=True)
class Row:
    """One deadline: what it is, when it is due in words, how long it may take, and what else is to be known of it.

    `only` says for which complaints it holds; `limit` has these words, too.
    """

    deadline: Deadline
    title: str
    when: str
    limit: str
    notes: tuple[str, ...]
    only: tuple[str, ...] = ()

    @property
    def is_legal(self) -> bool:
        """Whether the law sets it."""
        return self.deadline.limit.clock is not None


@dataclass(frozen=True)
class DeadlineSheet:
    """All deadlines of one case; `assumptions` say what was taken for granted in counting."""

    edition: Edition
    case: Case
    zone: str
    heading: str
    rows: tuple[Row, ...]
    assumptions: tuple[str, ...]


def deadline_sheet(edition: Edition, calendar: WorkingCalendar, case: Case, found: Sequence[Deadline]) -> DeadlineSheet:
    """The sheet of one case; `found` are its deadlines in their order."""
    words, received = edition.words, case.received.astimezone(calendar.zone)
    heading = words("deadlines.heading", time=_moment(edition, received), zone=str(calendar.zone))
    return DeadlineSheet(
        edition=edition,
        case=case,
        zone=str(calendar.zone),
        heading=words("list-separator").join(filter(None, (heading, *_facts(edition, case)))),
        rows=tuple(_row(edition, calendar, deadline, is_paused=bool(case.pauses)) for deadline in found),
        assumptions=(*_given_pauses(edition, case), *assumptions(edition, calendar, found)),
    )


def _row(edition: Edition, calendar: WorkingCalendar, deadline: Deadline, *, is_paused: bool) -> Row:
    local = calendar.zone
    due = deadline.due.astimezone(local) if deadline.due else None
    done = deadline.done.astimezone(local) if deadline.done else None
    state = deadline.limit.kind if deadline.state == "earliest" else deadline.state
    when = edition.words(
        f"deadlines.{state}",
        due=_moment(edition, due) if due else "",
        done=_moment(edition, done) if done else "",
    )
    only = scope_of(edition, deadline.limit)
    limit = edition.words("list-separator").join((_limit(edition, deadline), *only))
    return Row(
        deadline, _title(edition, deadline), when, limit, tuple(_notes(edition, deadline, is_paused=is_paused)), only
    )


def _facts(edition: Edition, case: Case) -> Iterator[str]:
    """What is known of the case, by its names: “P2”, “Payment services”, “Letter”."""
    if case.severity:
        yield edition.severities([case.severity])
    if case.kind:
        yield edition.words("clock.no-kind") if case.kind == NO_KIND else edition.title(f"kinds/{case.kind}")
    if case.channel:
        yield edition.title(f"channels/{case.channel}")


def _title(edition: Edition, deadline: Deadline) -> str:
    """What must be done: the step with its number and, for a further limit, that; for a clock, where it is written."""
    limit = deadline.limit
    title = edition.plain(limit.title)
    if limit.clock:
        return edition.words("deadlines.clock", title=title, section=edition.plain(limit.clock.source.section))
    step = f"{edition.numbers[str(limit.step)]} {edition.title(f'steps/{limit.step}')}"
    return edition.words("colon").join([step, title] if limit.row else [step])


def _limit(edition: Edition, deadline: Deadline) -> str:
    """How long from when: “P1/P2 2 business days from receipt”, “not before 3 calendar days from completion”."""
    words, limit = edition.words, deadline.limit
    within = edition.duration(deadline.allowed.within)
    if limit.kind != "within":
        within = f"{words(f'limit-kind.{limit.kind}')} {within}"
    counted_from = (limit.counted_from, *limit.and_from) if limit.counted_from else ()
    start = words("deadlines.and-from").join(map(edition.since, counted_from)) or words("deadlines.from-step")
    return " ".join(filter(None, (edition.severities(deadline.severities), within, start)))


def _notes(edition: Edition, deadline: Deadline, *, is_paused: bool) -> Iterator[str]:
    words, allowed, clock = edition.words, deadline.allowed, deadline.limit.clock
    if allowed.extended and allowed.extended != allowed.within:
        longest = edition.duration(allowed.extended)
        if deadline.extended:
            yield words("deadlines.extend-until", longest=longest, due=_moment(edition, deadline.extended))
        else:
            yield words("deadlines.extend", longest=longest)
    if clock is None:
        return
    yield from clock_conditions(edition, clock)
    yield words("deadlines.requires", requires=edition.plain(clock.requires))
    yield words("deadlines.applies", applies=edition.plain(clock.applies))
    own = own_rows(edition, clock)
    yield from (row.sentence for row in own)
    if not own:
        yield words("clock.none")
    yield from _pauses(edition, deadline, clock, is_given=is_paused)
    if not clock.verified:
        yield words("clock.unverified")
    if clock.superseded_by:
        yield words("clock.superseded")


def _pauses(edition: Edition, deadline: Deadline, clock: Clock, *, is_given: bool) -> Iterator[str]:
    """When the law lets the clock pause; and, where pauses `is_given`, what they mean for it."""
    words = edition.words
    if clock.pause:
        yield words("deadlines.pause", pause=edition.plain(clock.pause))
    if is_given and deadline.state in ("due", "late") and not clock.pause:
        yield words("deadlines.not-paused")
    elif deadline.paused:
        unit: Unit = "business day" if clock.within.measured[0] in COUNTING_WORK else "calendar day"
        days, law = edition.duration(Duration(deadline.paused, unit)), clock.pause_section or clock.source.section
        yield words("deadlines.paused", days=days, section=edition.plain(law))


def _given_pauses(edition: Edition, case: Case) -> Iterator[str]:
    if case.pauses:
        pauses = edition.words("list-separator").join(map(str, case.pauses))
        yield edition.words("deadlines.pauses", pauses=pauses)


def _moment(edition: Edition, moment: datetime) -> str:
    """“2026-11-20 Fri 15:00”: in an order that sorts, with the day of the week, which people count in."""
    return f"{moment:%Y-%m-%d} {edition.words.weekday(moment.weekday())} {moment:%H:%M}"
