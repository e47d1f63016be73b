"""The sheet as an iCalendar file (RFC 5545), for the calendar of whoever works on the case."""

from __future__ import annotations

import hashlib
from datetime import UTC

from icalendar import Calendar, Event

from amends.deadlines.sheet import DeadlineSheet, Row


def as_ical(sheet: DeadlineSheet, case_number: str = "") -> bytes:
    """One event for each deadline that is still to be met.

    The same case gives the same bytes: stamps are the time of receipt, and a UID names SOP, case and deadline, so that
    a file read in again moves the events instead of doubling them. Times are in UTC; every calendar shows its own.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//amends//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for row in sheet.rows:
        if row.deadline.state == "due":
            calendar.add_component(_event(sheet, row, case_number))
    return bytes(calendar.to_ical())


def _event(sheet: DeadlineSheet, row: Row, case_number: str) -> Event:
    deadline, received = row.deadline, sheet.case.received.astimezone(UTC)
    case = case_number or received.isoformat()
    key = "\n".join((sheet.edition.sop.id, case, deadline.limit.name, "/".join(deadline.severities)))
    event = Event()
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@amends")
    event.add("dtstamp", received)
    if deadline.due:
        event.add("dtstart", deadline.due.astimezone(UTC))
    event.add("summary", " ".join(filter(None, (case_number, row.title))))
    event.add("description", "\n".join((row.limit, *row.notes)))
    event.add("transp", "TRANSPARENT")
    return event
