"""Counting time as an organisation works, or as the law counts: business days and hours, holidays, time zones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from amends.model.clock import Calendar, WorkingHours
from amends.model.duration import Duration
from amends.model.public_holidays import HolidayYear, holiday_year, lacks_make_up_days

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = timedelta(days=1)
_END_OF_DAY = time(23, 59, 59)
_FARTHEST = timedelta(days=36_525)
"""A hundred years: whatever lies beyond is no deadline that anybody keeps."""


@dataclass(frozen=True)
class WorkingCalendar:
    """When people work; without a `plan`, Monday to Friday, nine to six, UTC, and no public holidays.

    What the law calls a working day is a question of the country, not of the opening days of a shop: `of_law` is the
    same place with the weekend and the public holidays of the country.
    """

    plan: Calendar | None = None
    is_of_law: bool = False

    @cached_property
    def of_law(self) -> WorkingCalendar:
        """The calendar in which legal limits are counted."""
        return replace(self, is_of_law=True)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.plan.time_zone if self.plan else "UTC")

    def is_working_day(self, day: date) -> bool:
        """Whether people work on this day: a working day of the week, no public holiday; or a make-up workday.

        The organisation's own open and closed days go before everything, but not for the law.
        """
        plan = self.plan
        if plan is None:
            return day.weekday() < DAYS.index("sat")
        year = self._year(day.year)
        if self.is_of_law:
            return year.is_working_day(day)
        if day in self._own_days:
            return day in plan.open
        in_week = day.weekday() in self.week(day.year)
        if plan.holidays == "open":
            return in_week
        return day in year.make_up_days or (in_week and day not in year.holidays)

    def week(self, year: int) -> tuple[int, ...]:
        """The working days of an ordinary week, Monday 0; some countries have moved their weekend."""
        if self.plan is None:
            return tuple(range(5))
        if self.plan.working_days and not self.is_of_law:
            return tuple(sorted(DAYS.index(day) for day in set(self.plan.working_days)))
        weekend = self._year(year).weekend
        return tuple(day for day in range(7) if day not in weekend)

    def lacks_make_up_days(self, year: int) -> bool:
        """Whether the country shifts workdays to weekends, and those of this year are not known (yet)."""
        return self.plan is not None and lacks_make_up_days(self.plan.country, year)

    def lacks_holidays(self, year: int) -> bool:
        """Whether the public holidays of this year are not published (yet)."""
        return self.plan is not None and not self._year(year).is_published

    def estimated_holidays(self, year: int) -> frozenset[date]:
        """The public holidays of this year whose days the authorities may still move."""
        return self._year(year).estimated if self.plan else frozenset()

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
        in_time = start.time().replace(second=0, microsecond=0) <= time.fromisoformat(cut_off)
        return self._business_day(day, 0 if in_time else 1)

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
        if self._hours.end_next_day:
            day -= _DAY  # the work of yesterday may not be over
        while day <= last:
            if self.is_working_day(day):
                opening, closing = self.work_of(day)
                begin = max(now, opening)
                left = closing - begin
                if left > timedelta() and work <= left:
                    return (begin + work).astimezone(self.zone)
                work -= max(left, timedelta())
            day += _DAY
        return self._end_of(day + _DAY)

    def work_of(self, day: date) -> tuple[datetime, datetime]:
        """When the work of a day begins and ends; past midnight where people work into the next day."""
        hours = self._hours
        if hours.end_at_midnight:
            end = self._at(day + _DAY, time())
        else:
            end = self._at(day + _DAY if hours.end_next_day else day, time.fromisoformat(hours.end))
        return self._at(day, time.fromisoformat(hours.start)).astimezone(UTC), end.astimezone(UTC)

    def _end_of(self, day: date) -> datetime:
        """When a business day ends: with its work, but for the law never after the day itself."""
        if self._hours.end_at_midnight or (self._hours.end_next_day and self.is_of_law):
            return self._at(day, _END_OF_DAY)  # midnight is called by the day that it ends
        return self.work_of(day)[1].astimezone(self.zone)

    def _at(self, day: date, moment: time) -> datetime:
        return datetime.combine(day, moment, self.zone)

    def _year(self, year: int) -> HolidayYear:
        if self.plan is None:
            raise ValueError("without a plan there is no country")
        return holiday_year(self.plan.country, self.plan.subdivision, year)

    @property
    def _hours(self) -> WorkingHours:
        return self.plan.working_hours if self.plan else WorkingHours()

    @cached_property
    def _own_days(self) -> frozenset[date]:
        return frozenset((*self.plan.open, *self.plan.closed)) if self.plan else frozenset()


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that really passes; between two times of one zone, Python would look at the clock on the wall."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def _last_day(first: date, days: relativedelta, *, first_day: bool) -> date:
    """The day with the same number; if the first day counts, the day before it, where the month has such a day."""
    last = first + days
    is_clamped = bool(days.months or days.years) and last.day != first.day
    return last if is_clamped or last == first or not first_day else last - _DAY
