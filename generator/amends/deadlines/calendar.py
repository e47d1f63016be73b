"""Counting time as an organisation works: business days and hours, public holidays, time zones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.model.clock import Calendar, WorkingHours
from amends.model.duration import Duration

if TYPE_CHECKING:
    from holidays import HolidayBase

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_END_OF_DAY = time(23, 59, 59)
_FARTHEST = timedelta(days=36_525)
"""A hundred years: whatever lies beyond is no deadline that anybody keeps."""


@dataclass(frozen=True)
class WorkingCalendar:
    """When people work; without a `plan`, Monday to Friday, nine to six, UTC, and no public holidays."""

    plan: Calendar | None = None

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.plan.time_zone if self.plan else "UTC")

    def is_working_day(self, day: date) -> bool:
        """Whether people work on this day: a working day of the week, no public holiday; or a make-up workday."""
        if self._is_make_up_day(day):
            return True
        return DAYS[day.weekday()] in self._week and (self._holidays is None or day not in self._holidays)

    def lacks_make_up_days(self, year: int) -> bool:
        """Whether the country shifts workdays to weekends, and those of this year are not known (yet)."""
        if self._holidays is None:
            return False
        self._look_at(year)
        known = {day.year for day in self._holidays.weekend_workdays}
        return year not in known and year - 1 in known

    def after(self, start: datetime, duration: Duration) -> datetime | None:
        """When `duration` from `start` is over, in this calendar's zone; None without end, or beyond a hundred years.

        Seconds, minutes and hours run on; working hours run only while people work. A business day, a calendar day, a
        week, a month, a year count from the day after `start`: business days end when work ends, the others with the
        day. Never before `start`.
        """
        begin = start.astimezone(self.zone)
        try:
            end = self._after(begin, duration)
        except (ValueError, OverflowError):  # beyond the last year that there is
            return None
        if end is None or _elapsed(begin, end) > _FARTHEST:
            return None
        return max(begin, end, key=lambda moment: moment.astimezone(UTC))

    def _after(self, start: datetime, duration: Duration) -> datetime | None:
        measure, count = duration.measured
        if measure == "seconds":
            return (start.astimezone(UTC) + timedelta(seconds=count)).astimezone(self.zone)
        if measure == "working hours":
            return self._after_work(start, timedelta(hours=count))
        if measure == "business days":
            return self._at(self._business_day(start.date(), count), self._closing)
        days = duration.on_calendar
        return None if days is None else self._at(start.date() + days, _END_OF_DAY)

    def _business_day(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; for none, the first working day from `day` on."""
        if count == 0:
            return day if self.is_working_day(day) else self._business_day(day, 1)
        last = day + _FARTHEST
        while count and day <= last:
            day += timedelta(days=1)
            count -= self.is_working_day(day)
        return day

    def _after_work(self, start: datetime, work: timedelta) -> datetime:
        """When so much work is done, begun at `start` or, where nobody works then, when work next begins."""
        day, now, last = start.date(), start.astimezone(UTC), start.date() + _FARTHEST
        while day <= last:
            if self.is_working_day(day):
                begin = max(now, self._at(day, self._opening).astimezone(UTC))
                left = self._at(day, self._closing).astimezone(UTC) - begin
                if left > timedelta() and work <= left:
                    return (begin + work).astimezone(self.zone)
                work -= max(left, timedelta())
            day += timedelta(days=1)
        return self._at(day + timedelta(days=1), self._closing)

    def _at(self, day: date, moment: time) -> datetime:
        return datetime.combine(day, moment, self.zone)

    @property
    def _hours(self) -> WorkingHours:
        return self.plan.working_hours if self.plan else WorkingHours()

    @cached_property
    def _opening(self) -> time:
        return time.fromisoformat(self._hours.start)

    @cached_property
    def _closing(self) -> time:
        return time.fromisoformat(self._hours.end)

    @cached_property
    def _week(self) -> frozenset[str]:
        return frozenset(self.plan.working_days if self.plan else DAYS[:5])

    @cached_property
    def _holidays(self) -> HolidayBase | None:
        if self.plan is None:
            return None
        from holidays import country_holidays  # a sixth of a second, and only a calendar needs it

        return country_holidays(self.plan.country, subdiv=self.plan.subdivision)

    def _is_make_up_day(self, day: date) -> bool:
        if self._holidays is None:
            return False
        self._look_at(day.year)
        return day in self._holidays.weekend_workdays

    def _look_at(self, year: int) -> None:
        """Make the library fill in a year, and the next one, whose first holiday may shift a workday into this one."""
        if self._holidays is not None:
            for each in (year, year + 1):
                if each not in self._holidays.years and each <= self._holidays.end_year:
                    self._holidays.get(date(each, 1, 1))


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that really passes; between two times of one zone, Python would look at the clock on the wall."""
    return end.astimezone(UTC) - start.astimezone(UTC)
