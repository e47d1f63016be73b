"""Calendars through the model: what an author may say of days and hours, and what contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.model.calendar import Calendar, Shift, WorkingHours
from builders import FILES, HEADER, corner_shop
from values import accepted, refused

PLACE = {"country": "CN", "time_zone": "Asia/Shanghai"}


def test_a_calendar_needs_a_country_and_a_time_zone_only() -> None:
    calendar = accepted(Calendar, PLACE)
    assert calendar.working_hours == WorkingHours(start="09:00", end="18:00")
    assert (calendar.working_days, calendar.holidays, calendar.cut_off) == (None, "closed", None)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"country": "China"}, "“China” is not the code of a country"),
        ({"time_zone": "Beijing"}, "“Beijing” is not a time zone"),
        ({"time_zone": "Asia"}, "“Asia” is not a time zone"),
        ({"time_zone": "../../etc/passwd"}, "“../../etc/passwd” is not a time zone"),
        ({"working_hours": {"start": "9:00"}}, "“9:00” is not a time of day"),
        ({"working_hours": {"start": "24:00"}}, "“24:00” is not a time of day"),
        ({"working_hours": {"end": "24:01"}}, "“24:01” is not a time of day"),
        ({"working_hours": {"start": "09:00", "end": "09:00"}}, "work ends at 09:00, when it begins"),
        ({"working_days": []}, "no day is a working day"),
        ({"cut_off": "24:00"}, "“24:00” is not a time of day"),
        ({"closed": ["24 December"]}, "“24 December” is not a date"),
        ({"closed": ["2026-12-24"], "open": ["2026-12-24"]}, "2026-12-24 is both `open` and `closed`"),
    ],
)
def test_what_a_calendar_cannot_be_is_told(changed: dict[str, object], message: str) -> None:
    assert refused(Calendar, PLACE | changed)[0] == message


LUNCH = {"start": "12:00", "end": "13:00"}


@pytest.mark.parametrize(
    ("hours", "shifts"),
    [
        ({}, [(540, 1080)]),
        ({"breaks": [LUNCH]}, [(540, 720), (780, 1080)]),
        ({"breaks": [{"start": "15:00", "end": "15:15"}, LUNCH]}, [(540, 720), (780, 900), (915, 1080)]),
        ({"start": "00:00", "end": "24:00"}, [(0, 1440)]),
        ({"start": "18:00", "end": "00:00"}, [(1080, 1440)]),
        (
            {"start": "18:00", "end": "02:00", "breaks": [{"start": "23:30", "end": "00:30"}]},
            [(1080, 1410), (1470, 1560)],
        ),
        (
            {"start": "18:00", "end": "02:00", "breaks": [{"start": "00:30", "end": "01:00"}]},
            [(1080, 1470), (1500, 1560)],
        ),
        ({"start": "09:00", "end": "18:00", "breaks": [{"start": "09:00", "end": "10:00"}]}, [(600, 1080)]),
    ],
)
def test_breaks_leave_shifts_which_may_last_past_midnight(
    hours: dict[str, object], shifts: list[tuple[int, int]]
) -> None:
    found: WorkingHours = accepted(WorkingHours, hours)
    assert found.shifts(found.span.end) == tuple(Shift(*shift) for shift in shifts)


def test_a_half_day_ends_the_last_shift_early() -> None:
    hours: WorkingHours = accepted(WorkingHours, {"breaks": [LUNCH]})
    assert hours.shifts(840) == (Shift(540, 720), Shift(780, 840))
    assert hours.shifts(750) == (Shift(540, 720),)


@pytest.mark.parametrize(
    ("breaks", "message"),
    [
        ([{"start": "12:00"}], "missing"),
        ([{"start": "12:00", "end": "12:00"}], "the break ends at 12:00, when it begins"),
        ([{"start": "18:00", "end": "18:30"}], "the break 18:00-18:30 is not within the working hours 09:00-18:00"),
        ([{"start": "08:00", "end": "09:30"}], "the break 08:00-09:30 is not within the working hours 09:00-18:00"),
        ([{"start": "17:30", "end": "18:30"}], "the break 17:30-18:30 is not within the working hours 09:00-18:00"),
        ([{"start": "13:00", "end": "12:00"}], "the break 13:00-12:00 is not within the working hours 09:00-18:00"),
        ([LUNCH, {"start": "12:30", "end": "14:00"}], "the break 12:30-14:00 begins before another one ends"),
        ([LUNCH, LUNCH], "the break 12:00-13:00 begins before another one ends"),
        ([{"start": "09:00", "end": "18:00"}], "the breaks leave no time for work"),
    ],
)
def test_a_break_that_cannot_be_is_told_at_its_line(tmp_path: Path, breaks: object, message: str) -> None:
    lines = "".join(f"      - {each}\n" for each in breaks)  # type: ignore[attr-defined]
    header = f"{HEADER}calendar:\n  country: CN\n  time_zone: Asia/Shanghai\n  working_hours:\n    breaks:\n{lines}"
    [found] = corner_shop(tmp_path, FILES | {"sop": header.replace("'", '"')}).reading().findings
    assert message in found.message
    assert found.hint
    assert found.location.line > header.count("\n") - len(breaks) - 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"half_days": {"christmas": "13:00"}}, "“christmas” is not a day"),
        ({"half_days": {"2026-02-30": "13:00"}}, "“2026-02-30” is not a day"),
        ({"half_days": {"sat": "1 pm"}}, "“1 pm” is not a time of day"),
        ({"half_days": {"fri": "18:00"}}, "18:00 is no earlier end within the working hours 09:00-18:00"),
        ({"half_days": {"fri": "09:00"}}, "09:00 is no earlier end within the working hours 09:00-18:00"),
        ({"half_days": {"2026-12-24": "13:00"}, "closed": ["2026-12-24"]}, "2026-12-24 is a half day and `closed`"),
        (
            {"half_days": {"sat": "13:00"}, "working_days": ["mon", "tue"]},
            "`sat` is a half day, but not one of the `working_days`",
        ),
        (
            {"half_days": {"2026-12-24": "13:00"}, "working_days": ["mon", "tue"]},
            "2026-12-24 is a half day, but its weekday is not one of the `working_days`",
        ),
    ],
)
def test_a_half_day_that_cannot_be_is_told(changed: dict[str, object], message: str) -> None:
    assert refused(Calendar, PLACE | changed)[0] == message


def test_a_half_day_may_be_one_date_or_a_day_of_every_week() -> None:
    calendar: Calendar = accepted(Calendar, PLACE | {"half_days": {"sat": "13:00", "2026-12-24": "12:00"}})
    assert calendar.half_day_ends == {"sat": 780, "2026-12-24": 720}


def test_a_half_day_outside_the_week_may_be_a_day_of_work_of_its_own() -> None:
    days = {"working_days": ["mon", "tue"], "half_days": {"2026-12-24": "13:00"}, "open": ["2026-12-24"]}
    assert accepted(Calendar, PLACE | days).half_days == {"2026-12-24": "13:00"}


def test_the_line_of_a_half_day_is_told(tmp_path: Path) -> None:
    header = f"{HEADER}calendar:\n  country: CN\n  time_zone: Asia/Shanghai\n  half_days:\n    fri: 19:00\n"
    [found] = corner_shop(tmp_path, FILES | {"sop": header}).reading().findings
    assert (found.code, found.location.line) == ("M003", header.count("\n"))
    assert found.hint == "write a time between 09:00 and 18:00"
