"""The calendar with which the browser counts: which days are working days, and when people work on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from amends.model.calendar import MIDNIGHT, WEEKDAYS, Calendar, minutes_of
from amends.model.working_days import WorkingDays

YEARS_BEFORE = 1
YEARS_AFTER = 3
"""A handbook is in force for some years, and on its first day there are cases of the year before."""


@dataclass(frozen=True)
class CalendarYear:
    """The days of one year: its ordinary `week` (Monday 0), `but` on these days (`12-25`) it is the other way round.

    `is_unsure`: make-up workdays are not decreed yet. `estimated` public holidays may still move.
    """

    week: tuple[int, ...]
    but: tuple[str, ...]
    is_unsure: bool
    estimated: tuple[str, ...]


@dataclass(frozen=True)
class CalendarData:
    """A calendar as the scripts of cases read it; times are minutes after midnight, and more than 1440 past the next.

    Business days end at `end`. `half` says when work ends on half days, by date or by the number of the weekday.
    """

    zone: str
    place: str
    shifts: tuple[tuple[int, int], ...]
    end: int
    half: Mapping[str, int]
    cut_off: int | None
    years: Mapping[str, CalendarYear]


def calendar_data(plan: Calendar, effective: date, *, is_of_law: bool = False) -> CalendarData:
    """The calendar of a plan for the years around the day from which a handbook is in force.

    Years of which no public holidays are published are left out. `is_of_law` gives the days of the country.
    """
    days = WorkingDays(plan, is_of_law)
    hours = plan.working_hours
    end = hours.span.end
    years = range(effective.year - YEARS_BEFORE, effective.year + YEARS_AFTER + 1)
    return CalendarData(
        zone=plan.time_zone,
        place=plan.place,
        shifts=tuple((shift.begin, shift.end) for shift in hours.shifts(end)),
        end=min(end, MIDNIGHT) if is_of_law else end,
        half={} if is_of_law else {_key(day): minutes for day, minutes in plan.half_day_ends.items()},
        cut_off=minutes_of(plan.cut_off) if plan.cut_off and not is_of_law else None,
        years={str(year): _year(days, year) for year in years if not days.lacks_holidays(year)},
    )


def _year(days: WorkingDays, year: int) -> CalendarYear:
    week = days.week(year)
    counts_holidays = days.is_of_law or (days.plan is not None and days.plan.holidays == "closed")
    estimated = days.estimated_holidays(year) if counts_holidays else ()
    return CalendarYear(
        week=week,
        but=tuple(f"{day:%m-%d}" for day in _days_of(year) if days.is_working_day(day) != (day.weekday() in week)),
        is_unsure=counts_holidays and days.lacks_make_up_days(year),
        estimated=tuple(f"{day:%m-%d}" for day in sorted(estimated)),
    )


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def _key(day: str) -> str:
    return str(WEEKDAYS.index(day)) if day in WEEKDAYS else day
