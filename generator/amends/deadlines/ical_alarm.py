"""When a calendar should remind of a deadline: early enough to act, and never before it began to count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.due import Deadline

_HOUR = timedelta(hours=1)
_LONGEST_BREAK = 31
"""Days without work before a deadline, beyond which nobody looks for the working day before it."""


def alarm_before(
    deadline: Deadline, due: datetime, begin: date | datetime, calendar: WorkingCalendar, *, comes_again: bool
) -> timedelta | None:
    """How long from the start of its event, `begin`, the alarm is, mostly less than nothing; None for no alarm.

    A limit in days: when work begins on the working day before. Where the limit does not yet count then, or comes again
    by a rule: when work begins on its day; else one hour before work ends. A limit in hours: one hour before. What must
    not be done before a time, or is over within the hour, has no alarm.
    """
    if deadline.limit.kind in ("wait", "keep") or deadline.starts is None:
        return None
    if deadline.allowed.within.measured[0] in ("seconds", "working hours"):
        return -_HOUR if due.astimezone(UTC) - _HOUR > deadline.starts.astimezone(UTC) else None
    local = due.astimezone(calendar.zone)
    start = deadline.starts.astimezone(calendar.zone).replace(tzinfo=None)
    # An event of a whole day begins when the day does. Times are those on the wall, as days are in a duration.
    anchor = begin.astimezone(calendar.zone).replace(tzinfo=None) if isinstance(begin, datetime) else _at(begin, time())
    moments = list(_moments(local, calendar))[1 if comes_again else 0 :]
    return next((moment - anchor for moment in moments if moment > start), None)


def _moments(due: datetime, calendar: WorkingCalendar) -> Iterator[datetime]:
    day = _working_day_of(due.replace(tzinfo=None), calendar)
    opening, closing = _work_of(day, calendar)
    yield _work_of(_working_day_before(day, calendar), calendar)[0]
    yield opening
    yield min(closing, due.replace(tzinfo=None)) - _HOUR


def _working_day_of(moment: datetime, calendar: WorkingCalendar) -> date:
    """The day on which the work began that goes on at a moment; its own date where none goes on past midnight."""
    before = moment.date() - timedelta(days=1)
    return before if moment <= _work_of(before, calendar)[1] else moment.date()


def _work_of(day: date, calendar: WorkingCalendar) -> tuple[datetime, datetime]:
    """When work begins and ends on a day, by the clock on the wall."""
    begin, end = (moment.astimezone(calendar.zone).replace(tzinfo=None) for moment in calendar.work_of(day))
    return begin, end


def _working_day_before(day: date, calendar: WorkingCalendar) -> date:
    before = (day - timedelta(days=back) for back in range(1, _LONGEST_BREAK + 1) if day.toordinal() > back)
    return next((each for each in before if calendar.is_working_day(each)), day)


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment)
