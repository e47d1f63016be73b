"""What was taken for granted in counting, in the words of one locale, and what is not known of the years counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.due import Deadline
from amends.edition.edition import Edition
from amends.model.calendar import WEEKDAYS, Calendar
from amends.model.public_holidays import unnamed_part

_WORK = ("business days", "working hours")
_LATE_MOON = timedelta(days=2)
"""How far an estimated feast may move, in either direction."""


def assumptions(edition: Edition, calendar: WorkingCalendar, found: Sequence[Deadline]) -> Iterator[str]:
    """One sentence each: the calendar, that of the law where it is another one, and each doubt about what was found."""
    plan = calendar.plan
    if plan is None:
        yield edition.words("deadlines.no-calendar")
        return
    year = min((deadline.starts.year for deadline in found if deadline.starts), default=date.max.year)
    yield from _own_calendar(edition, calendar, plan, year)
    if any(deadline.limit.clock for deadline in found) and _law_differs(calendar, plan, year):
        days = _week(edition, calendar.of_law, year)
        yield edition.words("deadlines.calendar-of-law", place=plan.place, days=days)
    yield from _doubts(edition, calendar, plan, tuple(_spans(found)))


def _own_calendar(edition: Edition, calendar: WorkingCalendar, plan: Calendar, year: int) -> Iterator[str]:
    words, hours = edition.words, f"{plan.working_hours.start}-{plan.working_hours.end}"
    name = "calendar" if plan.holidays == "closed" else "calendar-open"
    yield words(f"deadlines.{name}", place=plan.place, days=_week(edition, calendar, year), hours=hours)
    separator = words("list-separator")
    if plan.working_hours.breaks:
        yield words("deadlines.breaks", breaks=separator.join(map(str, plan.working_hours.breaks)))
    for name, days in (("own-closed", plan.closed), ("own-open", plan.open)):
        if days:
            yield words(f"deadlines.{name}", days=_list(edition, days))
    if plan.half_days:
        half = (words("deadlines.half-day", day=_day(edition, day), time=end) for day, end in plan.half_days.items())
        yield words("deadlines.half-days", days=separator.join(half))
    if plan.cut_off:
        yield words("deadlines.cut-off", time=plan.cut_off)


def _law_differs(calendar: WorkingCalendar, plan: Calendar, year: int) -> bool:
    own = (plan.closed, plan.open, plan.half_days, plan.cut_off)
    return any(own) or plan.holidays == "open" or calendar.week(year) != calendar.of_law.week(year)


def _doubts(
    edition: Edition, calendar: WorkingCalendar, plan: Calendar, spans: Sequence[tuple[date, date]]
) -> Iterator[str]:
    words, place = edition.words, plan.place
    unnamed = unnamed_part(plan)
    if unnamed and unnamed.is_wrong_mostly:
        yield words("deadlines.no-part", place=place)
    years = sorted({year for first, last in spans for year in range(first.year, last.year + 1)})
    for year in years:
        if calendar.lacks_holidays(year):
            yield words("deadlines.no-holidays", place=place, year=year)
        elif calendar.lacks_make_up_days(year):
            yield words("deadlines.no-make-up-days", place=place, year=year)
    estimated = sorted(
        day
        for year in years
        for day in calendar.estimated_holidays(year)
        if any(first - _LATE_MOON <= day <= last + _LATE_MOON for first, last in spans)
    )
    if estimated:
        yield words("deadlines.estimated", place=place, days=_list(edition, estimated))


def _spans(found: Iterable[Deadline]) -> Iterator[tuple[date, date]]:
    """From when to when days of work were counted; other days do not ask for holidays."""
    for deadline in found:
        counted = ((deadline.allowed.within, deadline.due), (deadline.allowed.extended, deadline.extended))
        for duration, end in counted:
            if deadline.starts and duration and end and duration.measured[0] in _WORK:
                yield deadline.starts.astimezone(end.tzinfo).date(), end.date()


def _week(edition: Edition, calendar: WorkingCalendar, year: int) -> str:
    return edition.words("list-separator").join(edition.words.weekday(day) for day in calendar.week(year))


def _list(edition: Edition, days: Iterable[date]) -> str:
    return edition.words("list-separator").join(_day(edition, day.isoformat()) for day in sorted(days))


def _day(edition: Edition, name: str) -> str:
    """A day of the calendar: “2026-12-24 Thu”, or “Sat” for that of every week."""
    if name in WEEKDAYS:
        return edition.words.weekday(WEEKDAYS.index(name))
    return f"{name} {edition.words.weekday(date.fromisoformat(name).weekday())}"
