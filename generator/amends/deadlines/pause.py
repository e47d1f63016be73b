"""Days on which the time of a clock does not run: how far they move its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from amends.deadlines.calendar import WorkingCalendar
from amends.model.duration import Duration

COUNTING_WORK = ("business days", "working hours")
"""The measures that count only the time in which people work, so that they lose only working days."""

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


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

    The days are of the duration's own kind: of business days only working days are lost. A pause that begins after the
    end moves nothing. `first_day`: the day of the start counts.
    """
    before = start.astimezone(calendar.zone).date() - (_DAY if first_day else timedelta())
    lost = 0
    while True:
        end = _later(calendar, start, duration, lost, first_day=first_day)
        if end is None:
            return None, lost
        last = end.astimezone(calendar.zone).date()
        days = [day for pause in pauses for day in pause.days(before, last)]
        if duration.measured[0] in COUNTING_WORK:
            days = [day for day in days if calendar.is_working_day(day)]
        if len(days) == lost:
            return end, lost
        lost = len(days)


def _later(
    calendar: WorkingCalendar, start: datetime, duration: Duration, lost: int, *, first_day: bool
) -> datetime | None:
    """The end of a duration that has lost so many days."""
    measure, count = duration.measured
    if lost == 0 or measure == "no end":
        return calendar.after(start, duration, first_day=first_day)
    if measure == "business days":
        return calendar.after(start, Duration(count + lost, "business day"), first_day=first_day)
    if measure == "working hours":
        hours = lost * _hours_of_work(calendar, start)
        return calendar.after(start, Duration(count + hours, "working hour"), first_day=first_day)
    end = calendar.after(start, duration, first_day=first_day)
    if end is None or measure == "seconds":
        return end and (end.astimezone(UTC) + lost * _DAY).astimezone(calendar.zone)
    return calendar.after(end, Duration(lost, "calendar day"))


def _hours_of_work(calendar: WorkingCalendar, day: datetime) -> int:
    """The whole hours that people work on a day."""
    begin, end = calendar.work_of(day.date())
    return (end - begin) // _HOUR
