"""Counting time as an organisation works, or as the law counts: business days and hours, holidays, time zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from amends.model.calendar import MIDNIGHT, WEEKDAYS, WorkingHours, minutes_of
from amends.model.duration import Duration
from amends.model.working_days import WorkingDays

_DAY = timedelta(days=1)
_END_OF_DAY = time(23, 59, 59)
_FARTHEST = timedelta(days=36_525)
"""A hundred years: whatever lies beyond is no deadline that anybody keeps."""


@dataclass(frozen=True)
class WorkingCalendar(WorkingDays):
    """When people work; without a `plan`, Monday to Friday, nine to six, UTC, and no public holidays.

    `of_law` is the same place with the days of the country: no half days, and no cut-off time. The handbook's pages
    count in the same way (`case-calendar.js`), and tests compare the two.
    """

    @cached_property
    def of_law(self) -> WorkingCalendar:
        """The calendar in which legal limits are counted."""
        return replace(self, is_of_law=True)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.plan.time_zone if self.plan else "UTC")

    def after(self, start: datetime, duration: Duration, *, first_day: bool = False) -> datetime | None:
        """When `duration` from `start` is over, in this calendar's zone; None without end, or beyond a hundred years.

        Seconds, minutes and hours run on; working hours run only while people work. A business day, a calendar day, a
        week, a month, a year count from the day after `start`: business days end when work ends, the others with the
        day. If the `first_day` counts, days count from the very day of `start`. Never before `start`.
        """
        begin = start.astimezone(self.zone)
        try:
            end = self._after(begin, duration, first_day=first_day)
        except (ValueError, OverflowError):  # beyond the last year that there is
            return None
        if end is None or _elapsed(begin, end) > _FARTHEST:
            return None
        return max(begin, end, key=lambda moment: moment.astimezone(UTC))

    def _after(self, start: datetime, duration: Duration, *, first_day: bool) -> datetime | None:
        measure, count = duration.measured
        if measure == "seconds":
            return (start.astimezone(UTC) + timedelta(seconds=count)).astimezone(self.zone)
        if measure == "working hours":
            return self._after_work(start, timedelta(hours=count))
        first = self._day_of(start)
        if measure == "business days":
            return self._end_of(self._business_day(first - _DAY if first_day and count else first, count))
        days = duration.on_calendar
        return None if days is None else self._at(_last_day(first, days, first_day=first_day), _END_OF_DAY)

    def _day_of(self, start: datetime) -> date:
        """The day on which `start` counts: with a cut-off time, the next working day for what comes too late."""
        day, cut_off = start.date(), self.plan.cut_off if self.plan else None
        if cut_off is None or self.is_of_law:
            return day
        latest = min(minutes_of(cut_off), self._half_day_end(day) or MIDNIGHT)
        return self._business_day(day, 0 if 60 * start.hour + start.minute <= latest else 1)

    def _business_day(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; for none, the first working day from `day` on."""
        if count == 0:
            return day if self.is_working_day(day) else self._business_day(day, 1)
        last = day + _FARTHEST
        while count and day <= last:
            day += _DAY
            count -= self.is_working_day(day)
        return day

    def _after_work(self, start: datetime, work: timedelta) -> datetime:
        """When so much work is done, begun at `start` or, where nobody works then, when work next begins."""
        day, now, last = start.date(), start.astimezone(UTC), start.date() + _FARTHEST
        if self._hours.span.end > MIDNIGHT:
            day -= _DAY  # the work of yesterday may not be over
        while day <= last:
            for opening, closing in self._shifts(day):
                begin = max(now, opening)
                left = closing - begin
                if left > timedelta() and work <= left:
                    return (begin + work).astimezone(self.zone)
                work -= max(left, timedelta())
            day += _DAY
        return self._end_of(day + _DAY)

    def _shifts(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """From when to when people work on this day, between its breaks."""
        if self.is_working_day(day):
            for begin, end in self._hours.shifts(self._end_minutes(day)):
                yield self._wall(day, begin).astimezone(UTC), self._wall(day, end).astimezone(UTC)

    def work_of(self, day: date) -> tuple[datetime, datetime]:
        """When the work of a day begins and ends; past midnight where people work into the next day."""
        begin, end = self._wall(day, self._hours.span.begin), self._wall(day, self._end_minutes(day))
        return begin.astimezone(UTC), end.astimezone(UTC)

    def _end_of(self, day: date) -> datetime:
        """When a business day ends: with its work, but for the law never after the day itself."""
        end = self._end_minutes(day)
        if end == MIDNIGHT or (end > MIDNIGHT and self.is_of_law):
            return self._at(day, _END_OF_DAY)  # midnight is called by the day that it ends
        return self._wall(day, end)

    def _end_minutes(self, day: date) -> int:
        return self._half_day_end(day) or self._hours.span.end

    def _half_day_end(self, day: date) -> int | None:
        """When work ends on a half day, in minutes of that day; None on any other day."""
        ends = self._half_days
        return ends.get(day.isoformat(), ends.get(WEEKDAYS[day.weekday()])) if ends else None

    def _wall(self, day: date, minutes: int) -> datetime:
        """A time of the clock in minutes after the beginning of a day, which may be a time of the day after.

        A time that the clocks skip is the one that they show instead; of a time that comes twice, the first.
        """
        days, minutes = divmod(minutes, MIDNIGHT)
        moment = self._at(day + days * _DAY, time(*divmod(minutes, 60)))
        return moment.astimezone(UTC).astimezone(self.zone)

    def _at(self, day: date, moment: time) -> datetime:
        return datetime.combine(day, moment, self.zone)

    @property
    def _hours(self) -> WorkingHours:
        return self.plan.working_hours if self.plan else _OFFICE_HOURS

    @cached_property
    def _half_days(self) -> dict[str, int]:
        return dict(self.plan.half_day_ends) if self.plan and not self.is_of_law else {}


_OFFICE_HOURS = WorkingHours()


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that really passes; between two times of one zone, Python would look at the clock on the wall."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def _last_day(first: date, days: relativedelta, *, first_day: bool) -> date:
    """The day with the same number; if the first day counts, the day before it, where the month has such a day."""
    last = first + days
    is_clamped = bool(days.months or days.years) and last.day != first.day
    return last if is_clamped or last == first or not first_day else last - _DAY
