"""Counting time: public holidays, make-up workdays, working hours, changes of the clocks.

Expected dates come from these sources.
- China: General Office of the State Council, notice of 4 November 2025 on the arrangement of holidays in 2026
  (国务院办公厅关于2026年部分节假日安排的通知): Spring Festival off 15-23 February, working on 14 and 28 February;
  National Day off 1-7 October, working on 20 September and 10 October.
- United Kingdom: gov.uk/bank-holidays: England 25 December and, for Boxing Day, Monday 28 December 2026, 1 January
  2027; Scotland also Monday 4 January 2027, for 2 January.
- Changes of the clocks: the time zone database. London 29 March and 25 October 2026, Sydney 5 April and 4 October.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.deadlines.calendar import WorkingCalendar
from amends.model.clock import Calendar
from amends.model.duration import Duration
from amends.model.units import UNITS


def working(**plan: object) -> WorkingCalendar:
    return WorkingCalendar(Calendar.model_validate(plan))


CHINA = working(country="CN", time_zone="Asia/Shanghai")
ENGLAND = working(country="GB", subdivision="ENG", time_zone="Europe/London")
SCOTLAND = working(country="GB", subdivision="SCT", time_zone="Europe/London")
SYDNEY = working(country="AU", subdivision="NSW", time_zone="Australia/Sydney")
NIGHT = working(
    country="GB",
    time_zone="Europe/London",
    working_hours={"start": "00:00", "end": "06:00"},
    working_days=["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
)


def after(calendar: WorkingCalendar, start: str, duration: str) -> str:
    end = calendar.after(datetime.fromisoformat(start).replace(tzinfo=calendar.zone), Duration.parse(duration))
    assert end is not None
    return f"{end:%Y-%m-%d %H:%M %Z}"


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-09-30T15:00", "1 business day", "2026-10-08 18:00 CST"),
        ("2026-09-30T15:00", "2 business days", "2026-10-09 18:00 CST"),
        ("2026-09-30T15:00", "3 business days", "2026-10-10 18:00 CST"),  # a Saturday on which China works
        ("2026-09-30T15:00", "4 business days", "2026-10-12 18:00 CST"),
        ("2026-09-30T16:00", "4 working hours", "2026-10-08 11:00 CST"),
        ("2026-09-18T15:00", "1 business day", "2026-09-20 18:00 CST"),  # a Sunday
        ("2026-02-13T10:00", "1 business day", "2026-02-14 18:00 CST"),  # a Saturday
        ("2026-02-13T10:00", "2 business days", "2026-02-24 18:00 CST"),
        ("2026-02-18T10:00", "0 business days", "2026-02-24 18:00 CST"),
        ("2026-10-01T10:00", "1 working hour", "2026-10-08 10:00 CST"),
    ],
)
def test_national_holidays_and_make_up_workdays_of_china(start: str, duration: str, due: str) -> None:
    assert after(CHINA, start, duration) == due


@pytest.mark.parametrize(
    ("calendar", "start", "due"),
    [
        (ENGLAND, "2026-12-24T10:00", "2026-12-30 18:00 GMT"),
        (ENGLAND, "2026-12-31T10:00", "2027-01-05 18:00 GMT"),
        (SCOTLAND, "2026-12-31T10:00", "2027-01-06 18:00 GMT"),
    ],
)
def test_bank_holidays_of_the_parts_of_the_united_kingdom(calendar: WorkingCalendar, start: str, due: str) -> None:
    assert after(calendar, start, "2 business days") == due


@pytest.mark.parametrize(
    ("calendar", "start", "duration", "due"),
    [
        (ENGLAND, "2026-03-28T15:00", "24 hours", "2026-03-29 16:00 BST"),
        (ENGLAND, "2026-03-28T15:00", "1 calendar day", "2026-03-29 23:59 BST"),
        (ENGLAND, "2026-03-27T15:00", "8 working hours", "2026-03-30 14:00 BST"),
        (ENGLAND, "2026-10-24T15:00", "24 hours", "2026-10-25 14:00 GMT"),
        (ENGLAND, "2026-10-25T00:30", "2 hours", "2026-10-25 01:30 GMT"),
        (SYDNEY, "2026-10-03T15:00", "24 hours", "2026-10-04 16:00 AEDT"),
        (SYDNEY, "2026-04-04T15:00", "24 hours", "2026-04-05 14:00 AEST"),
        (NIGHT, "2026-03-29T00:00", "5 working hours", "2026-03-29 06:00 BST"),  # the night has five hours
        (NIGHT, "2026-03-29T00:00", "6 working hours", "2026-03-30 01:00 BST"),
        (NIGHT, "2026-10-25T00:00", "7 working hours", "2026-10-25 06:00 GMT"),  # and here seven
    ],
)
def test_hours_are_real_hours_when_the_clocks_change(
    calendar: WorkingCalendar, start: str, duration: str, due: str
) -> None:
    assert after(calendar, start, duration) == due


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-11-20T15:00", "3 working hours", "2026-11-20 18:00"),
        ("2026-11-20T15:00", "4 working hours", "2026-11-23 10:00"),
        ("2026-11-20T15:00", "30 working hours", "2026-11-25 18:00"),
        ("2026-11-20T07:00", "1 working hour", "2026-11-20 10:00"),
        ("2026-11-20T18:00", "1 working hour", "2026-11-23 10:00"),
        ("2026-11-21T12:00", "1 working hour", "2026-11-23 10:00"),
        ("2026-11-21T12:00", "0 working hours", "2026-11-23 09:00"),
        ("2026-11-20T15:00", "1 business day", "2026-11-23 18:00"),
        ("2026-11-20T23:00", "1 business day", "2026-11-23 18:00"),
        ("2026-11-21T12:00", "1 business day", "2026-11-23 18:00"),
        ("2026-11-20T20:00", "0 business days", "2026-11-20 20:00"),
        ("2026-11-20T15:00", "at once", "2026-11-20 15:00"),
        ("2026-11-20T15:00", "same day", "2026-11-20 23:59"),
        ("2026-11-20T15:00", "30 calendar days", "2026-12-20 23:59"),
        ("2026-11-20T15:00", "8 weeks", "2027-01-15 23:59"),
        ("2026-08-31T15:00", "6 months", "2027-02-28 23:59"),
        ("2024-02-29T15:00", "1 year", "2025-02-28 23:59"),
        ("2026-11-20T15:00", "90 minutes", "2026-11-20 16:30"),
        ("2026-11-20T15:00", "20 seconds", "2026-11-20 15:00"),
    ],
)
def test_every_unit_over_an_ordinary_weekend(start: str, duration: str, due: str) -> None:
    assert after(CHINA, start, duration) == f"{due} CST"


def test_the_working_week_is_the_organisations_own() -> None:
    calendar = working(country="CN", time_zone="Asia/Shanghai", working_days=["tue", "sat"])
    assert after(calendar, "2026-11-17T10:00", "2 business days") == "2026-11-24 18:00 CST"


def test_without_a_calendar_every_weekday_is_a_working_day() -> None:
    assert after(WorkingCalendar(), "2026-12-24T10:00", "1 business day") == "2026-12-25 18:00 UTC"


@pytest.mark.parametrize(
    "duration", ["unlimited", "101 years", "999999 business days", "999999 working hours", "999999 years"]
)
def test_what_has_no_end_in_a_hundred_years_has_none(duration: str) -> None:
    assert CHINA.after(datetime(2026, 11, 20, tzinfo=UTC), Duration.parse(duration)) is None


def test_a_year_whose_make_up_days_are_not_known_is_told() -> None:
    assert [year for year in range(2024, 2050) if CHINA.lacks_make_up_days(year)] != []
    assert not CHINA.lacks_make_up_days(2026)
    assert not any(ENGLAND.lacks_make_up_days(year) for year in range(2020, 2040))


CALENDARS = st.sampled_from([CHINA, ENGLAND, SCOTLAND, SYDNEY, NIGHT, WorkingCalendar()])
MOMENTS = st.integers(1_577_836_800, 1_893_456_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
"""From 2020 to 2029."""


def when(calendar: WorkingCalendar, start: datetime, count: int, unit: object) -> datetime:
    end = calendar.after(start, Duration(count, unit))  # type: ignore[arg-type]
    assert end is not None
    return end.astimezone(UTC)


@settings(deadline=None)  # the holidays of a year are looked up once, and that takes its time
@given(CALENDARS, MOMENTS, st.integers(0, 90), st.sampled_from([*UNITS, "same day", "at once"]))
def test_nothing_is_due_before_its_start(calendar: WorkingCalendar, start: datetime, count: int, unit: str) -> None:
    assert when(calendar, start, count, unit) >= start


@settings(deadline=None)
@given(CALENDARS, MOMENTS, st.integers(0, 90), st.sampled_from(UNITS))
def test_more_time_never_ends_earlier(calendar: WorkingCalendar, start: datetime, count: int, unit: str) -> None:
    assert when(calendar, start, count, unit) <= when(calendar, start, count + 1, unit)


@settings(deadline=None)
@given(CALENDARS, MOMENTS, st.integers(0, 90), st.sampled_from(UNITS), st.integers(1, 10_000))
def test_who_starts_later_is_never_due_earlier(
    calendar: WorkingCalendar, start: datetime, count: int, unit: str, minutes: int
) -> None:
    later = start + timedelta(minutes=minutes)
    assert when(calendar, start, count, unit) <= when(calendar, later, count, unit)


@settings(deadline=None)
@given(CALENDARS, MOMENTS, st.integers(1, 30))
def test_a_business_day_ends_on_a_working_day_after_the_start(
    calendar: WorkingCalendar, start: datetime, count: int
) -> None:
    end = when(calendar, start, count, "business day").astimezone(calendar.zone)
    assert calendar.is_working_day(end.date())
    assert end.date() > start.astimezone(calendar.zone).date()
