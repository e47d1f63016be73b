"""The calendar has a half day on a day on which nobody works.

Why: a half day says when work ends earlier, and does not make a day a working day. On a public holiday or a weekend it
changes nothing, so limits run on to the next working day, while somebody may be at work.

Bad:
    calendar: {country: GB, subdivision: ENG, time_zone: Europe/London, half_days: {2026-12-25: "13:00"}}

Good:
    calendar:
      {country: GB, subdivision: ENG, time_zone: Europe/London, half_days: {2026-12-25: "13:00"}, open: [2026-12-25]}

Way out: If people work then, add the date to `open`, or the weekday to `working_days`. Else delete the half day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amends.check.rule import Issue, Rule, Subject
from amends.model.calendar import WEEKDAYS, Calendar
from amends.model.public_holidays import unknown_place
from amends.model.working_days import WorkingDays


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each half day that is a public holiday, or in the weekend of the country."""
    calendar = subject.sop.calendar
    if calendar is None or unknown_place(calendar):
        return
    for name in calendar.half_days:
        if not _is_worked(calendar, name, subject.today.year):
            field = "working_days" if name in WEEKDAYS else "open"
            message = f"the half day {name} is no working day, so it changes nothing"
            yield Issue(("calendar", "half_days", name), message, f"add it to `{field}`, or delete the half day")


def _is_worked(calendar: Calendar, name: str, year: int) -> bool:
    days = WorkingDays(calendar)
    if name in WEEKDAYS:
        return WEEKDAYS.index(name) in days.week(year)
    return days.is_working_day(date.fromisoformat(name))


RULE = Rule("K120", "half-day-without-work", "warning", __doc__, check, needs_all=False)
