"""The sheet as an iCalendar file (RFC 5545), for the calendar of whoever works on the case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from typing import Literal

from icalendar import Alarm, Calendar, Event

from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.due import Case, deadlines
from amends.deadlines.ical_alarm import alarm_before
from amends.deadlines.ical_zone import zone_component
from amends.deadlines.sheet import DeadlineSheet, Row, deadline_sheet
from amends.model.duration import Duration
from amends.model.time_limits import TimeLimit

REPEATS = 10
"""How many dates of a limit that comes again are entered where no rule of RFC 5545 can say them."""

_LAST_SECOND = time(23, 59, 59)
_SHORTEST = timedelta(minutes=1)
"""How long a deadline at an hour lasts: its end must lie after its start, and nobody should read it as time left."""

Reason = Literal["met", "late", "too-early", "over", "not-held"]
"""Why nothing is left to do: its event came, in time or not; the case is over; it has no such limit."""

_BROKEN: tuple[Reason, ...] = ("late", "too-early")


def as_ical(sheet: DeadlineSheet, calendar: WorkingCalendar, case_number: str = "") -> bytes:
    """One event for each time limit that has a date; those with nothing left to do are cancelled.

    The same case gives the same bytes: nothing comes from the clock of the machine. A UID names SOP, case and what sets
    the limit, never its date, severity or kind. So a file of the same case, when more of it is known, moves and cancels
    the events that are there. While these are not known, an event stands on the earliest date.
    """
    file = Calendar()
    file.add("prodid", "-//amends//deadlines//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    events = [event for entry in _entries(sheet, calendar) for event in _events(entry, sheet, calendar, case_number)]
    if any("TZID" in event[name].params for event in events for name in ("dtstart", "dtend")):
        days = [event.decoded(name) for event in events for name in ("dtstart", "dtend")]
        file.add_component(zone_component(calendar.zone, min(day.year for day in days), max(day.year for day in days)))
    for event in events:
        file.add_component(event)
    return bytes(file.to_ical())


@dataclass(frozen=True)
class _Entry:
    """One time limit in the file: the row on whose date it stands, all its rows, and why it is cancelled, if it is."""

    row: Row
    due: datetime
    rows: tuple[Row, ...]
    reason: Reason | None

    @property
    def limit(self) -> TimeLimit:
        """What sets it."""
        return self.row.deadline.limit

    @property
    def within(self) -> Duration:
        """How long it takes to its date."""
        return self.row.deadline.allowed.within


def _entries(sheet: DeadlineSheet, calendar: WorkingCalendar) -> list[_Entry]:
    """Each limit that has a date for this case, or had one while less was known of it; by date."""
    anyhow = Case(sheet.case.events, pauses=sheet.case.pauses)
    whole = deadline_sheet(sheet.edition, calendar, anyhow, deadlines(sheet.edition.sop, calendar, anyhow))
    known = _by_limit(sheet.rows)
    found = (_entry(sheet.case, known.get(name, ()), rows) for name, rows in _by_limit(whole.rows).items())
    return sorted(filter(None, found), key=lambda entry: (entry.due.astimezone(UTC), entry.limit.name))


def _entry(case: Case, known: Sequence[Row], anyhow: Sequence[Row]) -> _Entry | None:
    """A limit by its rows for this case and by those for any severity; None where neither has a date."""
    dated = min([*_dated(known)] or [*_dated(anyhow)], key=lambda pair: pair[0].astimezone(UTC), default=None)
    return _Entry(dated[1], dated[0], tuple(known or anyhow), _reason(case, known)) if dated else None


def _by_limit(rows: Sequence[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found[row.deadline.limit.name] = (*found.get(row.deadline.limit.name, ()), row)
    return found


def _dated(rows: Sequence[Row]) -> Iterator[tuple[datetime, Row]]:
    for row in rows:
        # The last day of the last year has no day after it, on which its event would have to end.
        if row.deadline.due and row.deadline.due.year < MAXYEAR:
            yield row.deadline.due, row


def _reason(case: Case, rows: Sequence[Row]) -> Reason | None:
    states = {row.deadline.state for _, row in _dated(rows)}
    if not states:
        return "not-held"
    if not states & {"due", "earliest"}:
        return next((reason for reason in _BROKEN if reason in states), "met")
    limit = rows[0].deadline.limit
    return "over" if limit.kind == "every" and case.events.keys() & {limit.by, "closed"} else None


def _events(entry: _Entry, sheet: DeadlineSheet, calendar: WorkingCalendar, case_number: str) -> Iterator[Event]:
    dates = list(_dates(entry, calendar))
    for number, due in enumerate(dates):
        event = Event()
        event.add("uid", _uid(sheet, case_number, entry.limit, number))
        _stamp(event, sheet.case)
        event.add("summary", _summary(entry, sheet, case_number))
        event.add("description", "\n".join(_description(entry, sheet, number, len(dates))))
        _place(event, entry, due, calendar)
        event.add("categories", [sheet.edition.words("deadlines.legal" if entry.row.is_legal else "deadlines.own")])
        event.add("status", "CANCELLED" if entry.reason else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        yield event


def _uid(sheet: DeadlineSheet, case_number: str, limit: TimeLimit, number: int) -> str:
    case = case_number or sheet.case.received.astimezone(UTC).isoformat()
    key = "\n".join((sheet.edition.sop.id, case, limit.name, *([str(number)] if number else [])))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@amends"


def _stamp(event: Event, case: Case) -> None:
    """When what the file says became known: by the events of the case, since the same case gives the same bytes."""
    latest = max(moment.astimezone(UTC) for moment in case.events.values())
    event.add("dtstamp", latest)
    event.add("created", case.received.astimezone(UTC))
    event.add("last-modified", latest)
    # A calendar refuses a lower number than it has seen. What is known of a case only grows, and a time that is
    # corrected does not make it less.
    event.add(
        "sequence",
        len(case.events)
        - 1
        + len(case.pauses)
        + sum(fact is not None for fact in (case.severity, case.kind, case.channel)),
    )


def _place(event: Event, entry: _Entry, due: datetime, calendar: WorkingCalendar) -> None:
    """When it is; its rule, if one says when it comes again; and its alarm, while there is something to do."""
    begin: date | datetime
    if _is_whole_day(entry.within, due):
        begin, end = due.date(), due.date() + timedelta(days=1)
    else:
        begin, end = _without_repeated_hour(due, _later(due, _SHORTEST))
    event.add("dtstart", begin)
    event.add("dtend", end)
    rule = _repeats_by_rule(entry.limit)
    if rule:
        event.add("rrule", {"freq": "DAILY", "interval": entry.within.counted_in("days")})
    lead = None if entry.reason else alarm_before(entry.row.deadline, due, begin, calendar, comes_again=rule)
    if lead is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", str(event["summary"]))
        alarm.add("trigger", lead)
        event.add_component(alarm)


def _is_whole_day(within: Duration, due: datetime) -> bool:
    """Whether it ends with a day, and not at an hour that happens to be the last."""
    return due.time() == _LAST_SECOND and within.measured[0] in ("business days", "days", "months")


def _without_repeated_hour(begin: datetime, end: datetime) -> tuple[datetime, datetime]:
    """In UTC where a clock shows the time twice: RFC 5545, 3.3.5, takes the first one, and cannot name the second."""
    if begin.fold or end.fold:
        return begin.astimezone(UTC), end.astimezone(UTC)
    return begin, end


def _later(moment: datetime, duration: timedelta) -> datetime:
    return (moment.astimezone(UTC) + duration).astimezone(moment.tzinfo)


def _dates(entry: _Entry, calendar: WorkingCalendar) -> Iterator[datetime]:
    """The date of the limit; of one that comes again and has no rule, the first dates."""
    yield entry.due
    within, starts = entry.within, entry.row.deadline.starts
    if entry.limit.kind == "every" and within.count and starts and not _repeats_by_rule(entry.limit):
        for number in range(2, REPEATS + 1):
            due = calendar.after(starts, Duration(within.count * number, within.unit))
            if due and due.year < MAXYEAR:
                yield due


def _repeats_by_rule(limit: TimeLimit) -> bool:
    """Whether a rule can say when it comes again, whatever the severity, so that no dates are left over with another.

    Days alone: no rule knows public holidays, Outlook knows none for hours, and rules skip months that have no 31st.
    """
    durations = [within for _, within in limit.within.durations()]
    return limit.kind == "every" and all(within.count and within.counted_in("days") for within in durations)


def _summary(entry: _Entry, sheet: DeadlineSheet, case_number: str) -> str:
    words, row = sheet.edition.words, entry.row
    title = " ".join(filter(None, (case_number, row.title)))
    if entry.reason:
        # Outlook keeps what a file cancels, so that its title must say so.
        return words("colon").join((words(f"calendar-file.{entry.reason}"), title))
    if row.deadline.severities or entry.limit.kind != "within":
        return words("calendar-file.titled", title=title, limit=row.limit)
    return title


def _description(entry: _Entry, sheet: DeadlineSheet, number: int, count: int) -> Iterator[str]:
    """How long from when, with its date where the event does not stand on it; notes; and what was taken for granted."""
    words = sheet.edition.words
    for row in entry.rows:
        # Of the dates of one limit, a row in words has the first.
        yield row.limit if number else words("colon").join((row.when, row.limit))
    yield from dict.fromkeys(note for row in entry.rows for note in row.notes)
    if count > 1:
        yield words("calendar-file.dates", number=number + 1, count=count)
    elif _repeats_by_rule(entry.limit):
        yield words("calendar-file.rule")
    yield from sheet.assumptions
