"""The calendar of the pages: which days it holds, and how little it weighs.

China 2026 after the notice of the State Council of 4 November 2025: working on 4 January, 14 and 28 February, 9 May,
20 September and 10 October. England 2026 after gov.uk/bank-holidays.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

import pytest

from amends.documents.calendar_data import CalendarData, calendar_data
from amends.model.calendar import Calendar

EFFECTIVE = date(2026, 11, 1)
LARGEST = 6_000
"""In bytes, as they stand in the file."""


Plan = dict[str, object]
ENGLAND: Plan = {"country": "GB", "subdivision": "ENG", "time_zone": "Europe/London"}
CHINA: Plan = {"country": "CN", "time_zone": "Asia/Shanghai"}


def data(plan: Plan, effective: date = EFFECTIVE, *, is_of_law: bool = False) -> CalendarData:
    return calendar_data(Calendar.model_validate(plan), effective, is_of_law=is_of_law)


def test_the_bank_holidays_of_england_are_days_without_work() -> None:
    year = data(ENGLAND).years["2026"]
    assert year.week == (0, 1, 2, 3, 4)
    assert year.but == ("01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28")


def test_make_up_workdays_are_weekend_days_with_work() -> None:
    weekend = [day for day in data(CHINA).years["2026"].but if date.fromisoformat(f"2026-{day}").weekday() > 4]
    assert weekend == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


def test_years_whose_make_up_days_are_not_decreed_are_marked() -> None:
    assert {year: it.is_unsure for year, it in data(CHINA).years.items()} == {
        "2025": False,
        "2026": False,
        "2027": True,
        "2028": True,
        "2029": True,
    }


def test_days_of_ones_own_are_in_it_and_for_the_law_they_are_not() -> None:
    own: Plan = {"open": ["2026-12-26"], "closed": ["2026-12-24"], "half_days": {"sat": "13:00"}, "cut_off": "17:00"}
    mine, law = data(ENGLAND | own), data(ENGLAND | own, is_of_law=True)
    assert mine.years["2026"].but[-4:] == ("12-24", "12-25", "12-26", "12-28")
    assert law.years["2026"].but[-2:] == ("12-25", "12-28")
    assert (mine.half, mine.cut_off) == ({"5": 780}, 1020)
    assert (law.half, law.cut_off) == ({}, None)


def test_hours_are_minutes_which_may_lie_past_midnight() -> None:
    night: Plan = {"working_hours": {"start": "18:00", "end": "02:00", "breaks": [{"start": "23:30", "end": "00:30"}]}}
    assert data(ENGLAND | night).shifts == ((1080, 1410), (1470, 1560))
    assert (data(ENGLAND | night).end, data(ENGLAND | night, is_of_law=True).end) == (1560, 1440)


def test_years_without_published_holidays_are_left_out() -> None:
    japan = data({"country": "JP", "time_zone": "Asia/Tokyo"}, date(2098, 4, 1))
    assert list(japan.years) == ["2097", "2098", "2099"]


@pytest.mark.parametrize("place", [ENGLAND, CHINA, CHINA | {"working_days": ["mon", "sat"], "closed": ["2026-12-24"]}])
@pytest.mark.parametrize("effective", [date(2026, 1, 1), date(2026, 11, 1), date(2030, 1, 1)])
def test_a_calendar_is_light_and_the_same_each_time(place: Plan, effective: date) -> None:
    texts = {json.dumps(asdict(data(place, effective)), separators=(",", ":")) for _ in range(2)}
    [text] = texts
    assert 300 < len(text.encode()) < LARGEST
