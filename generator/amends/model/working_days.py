"""On which days people work: the organisation, or the country, as the law counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from amends.model.calendar import WEEKDAYS, Calendar
from amends.model.public_holidays import HolidayYear, holiday_year, lacks_make_up_days


@dataclass(frozen=True)
class WorkingDays:
    """The working days of a `plan`; without one, Monday to Friday and no public holidays.

    What the law calls a working day is a question of the country, not of the opening days of a shop: with `is_of_law`
    only the weekend and the public holidays of the country count.
    """

    plan: Calendar | None = None
    is_of_law: bool = False

    def is_working_day(self, day: date) -> bool:
        """Whether people work on this day: a working day of the week, no public holiday; or a make-up workday.

        The organisation's own open and closed days go before everything, but not for the law.
        """
        plan = self.plan
        if plan is None:
            return day.weekday() < WEEKDAYS.index("sat")
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
            return tuple(sorted(WEEKDAYS.index(day) for day in set(self.plan.working_days)))
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

    def _year(self, year: int) -> HolidayYear:
        if self.plan is None:
            raise ValueError("without a plan there is no country")
        return holiday_year(self.plan.country, self.plan.subdivision, year)

    @cached_property
    def _own_days(self) -> frozenset[date]:
        return frozenset((*self.plan.open, *self.plan.closed)) if self.plan else frozenset()
