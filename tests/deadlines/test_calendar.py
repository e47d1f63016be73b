"""Counting time: public holidays, make-up workdays, working hours, changes of the clocks.

Expected dates come from these sources.
- China: General Office of the State Council, notice of 4 November 2025 on the arrangement of holidays in 2026
  (国务院办公厅关于2026年部分节假日安排的通知): New Year off 1-3 January, working on Sunday 4; Spring Festival off
  15-23 February, working on 14 and 28 February; Qingming off 4-6 April; Labour Day off 1-5 May, working on 9 May;
  Dragon Boat off 19-21 June; Mid-Autumn off 25-27 September; National Day off 1-7 October, working on 20 September and
  10 October. The notices for later years are not out.
- Israel: the weekend is Friday and Saturday. Saudi Arabia: the same since 29 June 2013 (royal order of 23 June 2013).
  United Arab Emirates: Saturday and Sunday since 1 January 2022, before that Friday and Saturday (Cabinet, 7 December
  2021); Eid al-Fitr 2027 is expected on 9 March and depends on the moon.
- United Kingdom: gov.uk/bank-holidays: England 25 December and, for Boxing Day, Monday 28 December 2026, 1 January
  2027; Scotland also Monday 4 January 2027, for 2 January; England Good Friday 26 and Easter Monday 29 March 2027.
- Changes of the clocks: the time zone database. London 29 March and 25 October 2026, Sydney 5 April and 4 October.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.deadlines.calendar import WorkingCalendar
from amends.model.calendar import Calendar
from amends.model.duration import Duration
from amends.model.public_holidays import last_decree
from amends.model.units import UNITS
from browser_calendar import in_browser


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
    """When it is due, also by the script of the pages."""
    moment = datetime.fromisoformat(start).replace(tzinfo=calendar.zone)
    end = calendar.after(moment, Duration.parse(duration))
    assert end is not None
    if calendar.plan:
        assert in_browser(calendar, moment, Duration.parse(duration)) == end
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


EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SIX_DAYS = EVERY_DAY[:6]


def china(**plan: object) -> WorkingCalendar:
    return working(country="CN", time_zone="Asia/Shanghai", **plan)


@pytest.mark.parametrize(
    ("days", "start", "duration", "due"),
    [
        (SIX_DAYS, "2025-12-31", "1 business day", "2026-01-04"),  # a Sunday on which China works
        (SIX_DAYS, "2026-02-13", "1 business day", "2026-02-14"),
        (SIX_DAYS, "2026-02-13", "2 business days", "2026-02-24"),
        (SIX_DAYS, "2026-02-13", "5 business days", "2026-02-27"),
        (SIX_DAYS, "2026-04-03", "1 business day", "2026-04-07"),
        (EVERY_DAY, "2026-04-30", "1 business day", "2026-05-06"),
        (EVERY_DAY, "2026-06-18", "1 business day", "2026-06-22"),
        (EVERY_DAY, "2026-09-24", "1 business day", "2026-09-28"),
        (EVERY_DAY, "2026-09-30", "1 business day", "2026-10-08"),
        (EVERY_DAY, "2026-09-30", "4 business days", "2026-10-11"),  # an ordinary Sunday
        (SIX_DAYS, "2026-10-16", "1 business day", "2026-10-17"),  # an ordinary Saturday
    ],
)
def test_weekend_days_within_a_decreed_break_are_days_off(days: list[str], start: str, duration: str, due: str) -> None:
    assert after(china(working_days=days), f"{start}T10:00", duration) == f"{due} 18:00 CST"


@pytest.mark.parametrize(
    "plan",
    [
        {"working_days": EVERY_DAY},
        {"working_days": EVERY_DAY, "holidays": "open"},
        {"working_days": ["sat", "sun"]},
        {"closed": ["2026-10-09"], "open": ["2026-10-11"], "cut_off": "09:00"},
    ],
)
def test_the_law_counts_the_working_days_of_the_country_whenever_a_shop_is_open(plan: dict[str, object]) -> None:
    """8, 9, Saturday 10, 12, 13, 14, 15 October 2026 are the first seven working days after 30 September."""
    assert after(china(**plan).of_law, "2026-09-30T10:00", "7 business days") == "2026-10-15 18:00 CST"


def test_who_is_open_on_public_holidays_counts_them_and_knows_no_make_up_days() -> None:
    every_day = china(working_days=EVERY_DAY, holidays="open")
    assert after(every_day, "2026-09-30T10:00", "1 business day") == "2026-10-01 18:00 CST"
    office = china(holidays="open")
    assert after(office, "2026-10-09T10:00", "1 business day") == "2026-10-12 18:00 CST"  # not Saturday 10


@pytest.mark.parametrize(
    ("country", "start", "due"),
    [
        ("IL", "2026-11-19", "2026-11-22"),  # Thursday, Sunday
        ("SA", "2026-11-19", "2026-11-22"),
        ("AE", "2026-11-19", "2026-11-20"),
        ("AE", "2021-11-18", "2021-11-21"),  # Thursday, Sunday
        ("FR", "2026-11-19", "2026-11-20"),
    ],
)
def test_the_weekend_is_that_of_the_country_where_no_working_days_are_named(country: str, start: str, due: str) -> None:
    calendar = working(country=country, time_zone="UTC")
    assert after(calendar, f"{start}T10:00", "1 business day") == f"{due} 18:00 UTC"
    assert after(calendar.of_law, f"{start}T10:00", "1 business day") == f"{due} 18:00 UTC"


def test_working_days_of_its_own_are_the_organisations_and_not_the_laws() -> None:
    calendar = working(country="IL", time_zone="Asia/Jerusalem", working_days=SIX_DAYS[:5])
    assert after(calendar, "2026-11-19T10:00", "1 business day") == "2026-11-20 18:00 IST"
    assert after(calendar.of_law, "2026-11-19T10:00", "1 business day") == "2026-11-22 18:00 IST"


def test_easter_monday_is_a_holiday_of_england() -> None:
    """25, 30, 31 March, 1, 2, 5-9, 12-16 April 2027 are fifteen working days."""
    assert after(ENGLAND, "2027-03-24T10:00", "15 business days") == "2027-04-16 18:00 BST"


def test_days_of_ones_own_go_before_weekends_and_holidays() -> None:
    calendar = china(closed=["2026-12-24"], open=["2026-12-26", "2026-10-01"])
    assert after(calendar, "2026-12-23T10:00", "1 business day") == "2026-12-25 18:00 CST"
    assert after(calendar, "2026-12-23T10:00", "2 business days") == "2026-12-26 18:00 CST"
    assert after(calendar, "2026-09-30T10:00", "1 business day") == "2026-10-01 18:00 CST"
    assert after(calendar, "2026-12-23T17:00", "2 working hours") == "2026-12-25 10:00 CST"


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-11-20T17:00", "1 business day", "2026-11-23 18:00"),  # Friday in time, Monday
        ("2026-11-20T17:01", "1 business day", "2026-11-24 18:00"),  # as if on Monday
        ("2026-11-21T10:00", "1 business day", "2026-11-24 18:00"),  # Saturday
        ("2026-11-23T09:00", "1 business day", "2026-11-24 18:00"),  # Monday
        ("2026-11-20T17:01", "3 calendar days", "2026-11-26 23:59"),
        ("2026-11-20T17:01", "same day", "2026-11-23 23:59"),
        ("2026-11-20T17:01", "2 hours", "2026-11-20 19:01"),
    ],
)
def test_what_comes_after_the_cut_off_counts_as_the_next_working_day(start: str, duration: str, due: str) -> None:
    assert after(china(cut_off="17:00"), start, duration) == f"{due} CST"


DAY_AND_NIGHT = china(working_hours={"start": "00:00", "end": "24:00"})
LATE_SHIFT = china(working_hours={"start": "18:00", "end": "02:00"})


@pytest.mark.parametrize(
    ("calendar", "start", "duration", "due"),
    [
        (DAY_AND_NIGHT, "2026-11-19T23:00", "4 working hours", "2026-11-20 03:00"),
        (DAY_AND_NIGHT, "2026-11-19T23:00", "1 working hour", "2026-11-20 00:00"),
        (DAY_AND_NIGHT, "2026-11-20T23:00", "4 working hours", "2026-11-23 03:00"),  # over a weekend
        (DAY_AND_NIGHT, "2026-11-19T23:00", "24 working hours", "2026-11-20 23:00"),
        (DAY_AND_NIGHT, "2026-11-19T23:00", "1 business day", "2026-11-20 23:59"),
        (LATE_SHIFT, "2026-11-19T23:00", "3 working hours", "2026-11-20 02:00"),
        (LATE_SHIFT, "2026-11-19T23:00", "4 working hours", "2026-11-20 19:00"),
        (LATE_SHIFT, "2026-11-21T01:00", "1 working hour", "2026-11-21 02:00"),  # Friday's shift
        (LATE_SHIFT, "2026-11-21T01:00", "2 working hours", "2026-11-23 19:00"),
        (LATE_SHIFT, "2026-11-23T01:00", "1 working hour", "2026-11-23 19:00"),  # there is none of Sunday
        (LATE_SHIFT, "2026-11-19T23:00", "1 business day", "2026-11-21 02:00"),
        (LATE_SHIFT.of_law, "2026-11-19T23:00", "1 business day", "2026-11-20 23:59"),
    ],
)
def test_work_may_last_to_midnight_and_past_it(calendar: WorkingCalendar, start: str, duration: str, due: str) -> None:
    assert after(calendar, start, duration) == f"{due} CST"


LUNCH = china(working_hours={"breaks": [{"start": "12:00", "end": "13:30"}, {"start": "16:00", "end": "16:15"}]})
NIGHT_BREAK = china(
    working_hours={"start": "18:00", "end": "02:00", "breaks": [{"start": "23:30", "end": "00:30"}]},
    half_days={"fri": "00:15"},
)


@pytest.mark.parametrize(
    ("calendar", "start", "duration", "due"),
    [
        (LUNCH, "2026-11-19T11:00", "1 working hour", "2026-11-19 12:00"),
        (LUNCH, "2026-11-19T11:00", "2 working hours", "2026-11-19 14:30"),
        (LUNCH, "2026-11-19T12:10", "1 working hour", "2026-11-19 14:30"),
        (LUNCH, "2026-11-19T15:30", "1 working hour", "2026-11-19 16:45"),
        (LUNCH, "2026-11-19T15:30", "3 working hours", "2026-11-20 09:45"),
        (LUNCH, "2026-11-19T11:00", "2 hours", "2026-11-19 13:00"),
        (LUNCH, "2026-11-19T12:30", "1 business day", "2026-11-20 18:00"),
        (NIGHT_BREAK, "2026-11-19T23:00", "1 working hour", "2026-11-20 01:00"),
        (NIGHT_BREAK, "2026-11-19T23:00", "2 working hours", "2026-11-20 02:00"),
        (NIGHT_BREAK, "2026-11-20T23:00", "1 working hour", "2026-11-23 18:30"),  # Friday ends in the break
        (NIGHT_BREAK, "2026-11-19T23:00", "1 business day", "2026-11-21 00:15"),
        (NIGHT_BREAK.of_law, "2026-11-19T23:00", "1 business day", "2026-11-20 23:59"),
    ],
)
def test_nobody_works_in_a_break(calendar: WorkingCalendar, start: str, duration: str, due: str) -> None:
    assert after(calendar, start, duration) == f"{due} CST"


HALF_DAYS = china(
    working_days=SIX_DAYS, half_days={"sat": "13:00", "2026-12-24": "12:00", "2026-12-26": "15:00"}, cut_off="17:00"
)


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-12-23T10:00", "1 business day", "2026-12-24 12:00"),
        ("2026-12-23T17:00", "2 working hours", "2026-12-24 10:00"),
        ("2026-12-23T17:00", "5 working hours", "2026-12-25 10:00"),
        ("2026-12-25T10:00", "1 business day", "2026-12-26 15:00"),  # the date goes before its weekday
        ("2026-12-18T10:00", "1 business day", "2026-12-19 13:00"),  # an ordinary Saturday
        ("2026-12-24T12:00", "1 business day", "2026-12-25 18:00"),
        ("2026-12-24T12:01", "1 business day", "2026-12-26 15:00"),  # after work, so as if on the 25th
        ("2026-12-24T12:01", "1 calendar day", "2026-12-26 23:59"),
    ],
)
def test_a_half_day_ends_earlier(start: str, duration: str, due: str) -> None:
    assert after(HALF_DAYS, start, duration) == f"{due} CST"


def test_the_law_knows_no_half_day() -> None:
    assert after(HALF_DAYS.of_law, "2026-12-23T10:00", "1 business day") == "2026-12-24 18:00 CST"


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-03-27T10:00", "1 business day", "2026-03-29 02:30 BST"),  # there is no 01:30 on that Sunday
        ("2026-10-23T10:00", "1 business day", "2026-10-25 01:30 BST"),  # and here the first of two
        ("2026-03-27T10:00", "2 working hours", "2026-03-29 02:30 BST"),
    ],
)
def test_work_that_ends_when_the_clocks_change_ends_when_they_say_so(start: str, duration: str, due: str) -> None:
    calendar = working(
        country="GB",
        subdivision="ENG",
        time_zone="Europe/London",
        working_days=["sat"],
        working_hours={"start": "23:30", "end": "01:30"},
    )
    assert after(calendar, start, duration) == due


@pytest.mark.parametrize("years", [range(2020, 2040), range(2039, 2019, -1), (2031, 2028, 2027, 2026)])
def test_a_year_whose_make_up_days_are_not_decreed_is_told_whatever_was_asked_before(years: Iterable[int]) -> None:
    told = {year: china().lacks_make_up_days(year) for year in years}
    last = last_decree("CN")
    assert last >= 2026
    assert told == {year: year > last for year in years}


def test_who_moves_no_workdays_lacks_none() -> None:
    assert not any(ENGLAND.lacks_make_up_days(year) for year in range(2020, 2040))


def test_a_year_beyond_the_lists_is_told() -> None:
    """The Public Holiday Law of Japan is of 1948; its equinox days are known up to 2099."""
    japan = working(country="JP", time_zone="Asia/Tokyo")
    assert [year for year in (1948, 2026, 2099, 2100) if japan.lacks_holidays(year)] == [1948, 2100]


def test_holidays_that_depend_on_the_moon_are_known_as_estimated() -> None:
    emirates = working(country="AE", time_zone="Asia/Dubai")
    assert date(2027, 3, 9) in emirates.estimated_holidays(2027)
    assert date(2027, 12, 2) not in emirates.estimated_holidays(2027)  # National Day
    assert not CHINA.estimated_holidays(2027)


DAY_WORK = [
    CHINA,
    ENGLAND,
    SCOTLAND,
    SYDNEY,
    NIGHT,
    WorkingCalendar(),
    china(working_days=SIX_DAYS, holidays="open", cut_off="12:00"),
    china(working_days=EVERY_DAY, closed=["2026-12-24"], open=["2026-10-01"]),
    china(working_days=EVERY_DAY).of_law,
    working(country="IL", time_zone="Asia/Jerusalem", cut_off="17:00"),
    DAY_AND_NIGHT,
    LUNCH,
    HALF_DAYS,
]
CALENDARS = st.sampled_from([*DAY_WORK, LATE_SHIFT, LATE_SHIFT.of_law, NIGHT_BREAK])
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
@given(st.sampled_from(DAY_WORK), MOMENTS, st.integers(1, 30))
def test_a_business_day_ends_on_a_working_day_after_the_start(
    calendar: WorkingCalendar, start: datetime, count: int
) -> None:
    end = when(calendar, start, count, "business day").astimezone(calendar.zone)
    assert calendar.is_working_day(end.date())
    assert end.date() > start.astimezone(calendar.zone).date()
