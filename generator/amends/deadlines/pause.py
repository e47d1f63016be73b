"""Days on which the time of a clock does not run: how far they move its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from amends.deadlines.calendar import WorkingCalendar
from amends.model.duration import Duration
from amends.model.units import Measure

COUNTING_WORK = ("business days", "working hours")
"""The measures that count only the time in which people work, so that they lose only working days."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """The first and the last day of a pause."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    def days(self, after: date, last: date) -> list[date]:
        """Those of its days that come after one day and not after another."""
        begin = max(self.first, after + _DAY)
        return [begin + count * _DAY for count in range((min(self.last, last) - begin).days + 1)]


def end_with_pauses(
    calendar: WorkingCalendar, start: datetime, duration: Duration, pauses: Sequence[Pause], *, first_day: bool
) -> tuple[datetime | None, int]:
    """When `duration` from `start` is over if it does not run on the days of the pauses, and how many it lost.

    `pauses` are in order and do not overlap. The days lost are of the duration's own kind: of business days, working
    days. What begins within a pause begins to run after it; a pause that begins after the end moves nothing.
    `first_day`: the day of the start counts.
    """
    measure, _ = duration.measured
    if measure in COUNTING_WORK:
        paused = _PausedCalendar(calendar.plan, calendar.is_of_law, tuple(pauses))
        end = paused.after(start, duration, first_day=first_day)
    elif measure == "seconds":
        end = _after_time(calendar, start, duration, pauses)
    else:
        end = _after_days(calendar, start, duration, pauses, first_day=first_day)
    return end, _lost(calendar, start, end, pauses, measure, first_day=first_day)


@dataclass(frozen=True)
class _PausedCalendar(WorkingCalendar):
    """A calendar in which no day of a pause is a working day."""

    pauses: tuple[Pause, ...] = ()

    def is_working_day(self, day: date) -> bool:
        return super().is_working_day(day) and not any(pause.first <= day <= pause.last for pause in self.pauses)


def _after_time(
    calendar: WorkingCalendar, start: datetime, duration: Duration, pauses: Sequence[Pause]
) -> datetime | None:
    """Hours and minutes: only the time between the pauses is used up."""
    now, (_, seconds) = start.astimezone(UTC), duration.measured
    for pause in pauses:
        begins = datetime.combine(pause.first, time(), calendar.zone).astimezone(UTC)
        ends = datetime.combine(pause.last + _DAY, time(), calendar.zone).astimezone(UTC)
        free = max((begins - now) // timedelta(seconds=1), 0)
        if now < ends and seconds > free:
            now, seconds = ends, seconds - free
    return calendar.after(now, Duration(seconds, "second"))


def _after_days(
    calendar: WorkingCalendar, start: datetime, duration: Duration, pauses: Sequence[Pause], *, first_day: bool
) -> datetime | None:
    """Days, weeks, months: the last day is moved by the days lost, and by those that are lost because it is moved."""
    begin = start.astimezone(calendar.zone)
    for pause in pauses:
        if pause.first <= begin.date() <= pause.last:
            begin = datetime.combine(pause.last + _DAY if first_day else pause.last, begin.timetz())
    plain, lost = calendar.after(begin, duration, first_day=first_day), -1
    end = plain
    while end is not None and plain is not None and (found := _days(pauses, begin.date(), end.date())) != lost:
        lost = found
        end = calendar.after(plain, Duration(lost, "calendar day"))
    return end


def _days(pauses: Sequence[Pause], after: date, last: date) -> int:
    return sum(len(pause.days(after, last)) for pause in pauses)


def _lost(
    calendar: WorkingCalendar,
    start: datetime,
    end: datetime | None,
    pauses: Sequence[Pause],
    measure: Measure,
    *,
    first_day: bool,
) -> int:
    """How many days of the pauses lie between start and end, working days where only those are counted."""
    if end is None:
        return 0
    first = start.astimezone(calendar.zone).date()
    before = first - _DAY if first_day or measure == "seconds" else first
    days = [day for pause in pauses for day in pause.days(before, end.astimezone(calendar.zone).date())]
    return sum(calendar.is_working_day(day) for day in days) if measure in COUNTING_WORK else len(days)
