"""The pages count as `amends deadlines` does: the same cases through the script of the pages and through Python.

`AMENDS_RANDOM_CASES=10000` compares so many random cases; without it there are fewer, always the same.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from amends.deadlines.calendar import WorkingCalendar
from amends.documents.calendar_data import calendar_data
from amends.model.calendar import WEEKDAYS, Calendar
from amends.model.duration import Duration
from amends.model.units import UNITS
from browser_calendar import asked, doubts_in_browser, in_browser

RANDOM_CASES = int(os.environ.get("AMENDS_RANDOM_CASES", "400"))

PLACES = [
    ("CN", None, "Asia/Shanghai"),
    ("GB", "ENG", "Europe/London"),
    ("GB", "SCT", "Europe/London"),
    ("AU", "NSW", "Australia/Sydney"),
    ("AU", "NSW", "Australia/Lord_Howe"),  # changes its clocks by half an hour
    ("US", "NY", "America/New_York"),
    ("CL", None, "America/Santiago"),  # changes them at midnight
    ("IL", None, "Asia/Jerusalem"),
    ("AE", None, "Asia/Dubai"),
    ("FR", None, "Europe/Paris"),
    ("JP", None, "Asia/Tokyo"),
    ("NP", None, "Asia/Kathmandu"),
]
TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 0, 1, 15, 30, 59]))
HOURS = st.fixed_dictionaries(
    {"start": TIMES, "end": st.one_of(TIMES, st.just("24:00"))},
    optional={"breaks": st.lists(st.fixed_dictionaries({"start": TIMES, "end": TIMES}), max_size=2)},
)
DATES = st.dates(date(2024, 1, 1), date(2028, 12, 31))
DAYS = st.lists(DATES.map(str), max_size=8)
PLANS = st.fixed_dictionaries(
    {},
    optional={
        "working_hours": HOURS,
        "working_days": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7),
        "half_days": st.dictionaries(st.one_of(st.sampled_from(WEEKDAYS), DATES.map(str)), TIMES, max_size=3),
        "holidays": st.sampled_from(["open", "closed"]),
        "closed": DAYS,
        "open": DAYS,
        "cut_off": TIMES,
    },
)
MOMENTS = st.datetimes(datetime(2024, 2, 1), datetime(2028, 11, 30)).map(  # noqa: DTZ001 - moments of UTC
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
DURATIONS = st.builds(Duration, st.integers(0, 120), st.sampled_from([*UNITS, "same day", "at once", "unlimited"]))


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Any calendar that an author may write, and that of the law in its place."""
    country, part, zone = draw(st.sampled_from(PLACES))
    place = {"country": country, "subdivision": part, "time_zone": zone}
    plan = draw(PLANS)
    # Random parts contradict each other; what the model refuses, nobody counts with.
    for refused in ("", "half_days", "working_hours", "open"):
        plan.pop(refused, None)
        try:
            return WorkingCalendar(Calendar.model_validate(place | plan), draw(st.booleans()))
        except ValidationError:
            continue
    return WorkingCalendar(Calendar.model_validate(place))


@settings(max_examples=RANDOM_CASES, deadline=None, derandomize="AMENDS_RANDOM_CASES" not in os.environ)
@given(calendars(), MOMENTS, DURATIONS)
def test_a_page_counts_any_case_as_python_does(calendar: WorkingCalendar, start: datetime, duration: Duration) -> None:
    counted, told = calendar.after(start, duration), in_browser(calendar, start, duration)
    if told == "no-year":
        covered = start.astimezone(calendar.zone).year + 3
        assert counted is None or counted.year > covered
    else:
        assert told == counted


# What is not known, in words ------------------------------------------------------------------------------------------


def working(country: str, time_zone: str, **more: str) -> WorkingCalendar:
    return WorkingCalendar(Calendar.model_validate({"country": country, "time_zone": time_zone} | more))


CHINA = working("CN", "Asia/Shanghai")
EMIRATES = working("AE", "Asia/Dubai")
TWO_DAYS = Duration(2, "business day")


@pytest.mark.parametrize(
    ("effective", "start", "told"),
    [
        ("2026-11-01", "2025-12-30T02:00+00:00", None),  # a case of the year before
        ("2026-11-01", "2024-12-30T02:00+00:00", "no-year"),
        ("2026-11-01", "2029-12-27T02:00+00:00", None),
        ("2026-11-01", "2029-12-31T02:00+00:00", "no-year"),
    ],
)
def test_a_year_without_data_gets_no_date_but_words(effective: str, start: str, told: str | None) -> None:
    moment = datetime.fromisoformat(start)
    found = in_browser(CHINA, moment, TWO_DAYS, date.fromisoformat(effective))
    assert found == (told or CHINA.after(moment, TWO_DAYS))


def test_calendar_days_need_no_working_days() -> None:
    start = datetime(2039, 12, 31, 2, tzinfo=UTC)
    month = Duration(1, "month")
    assert in_browser(CHINA, start, month, date(2026, 1, 1)) == CHINA.after(start, month)


def test_without_a_calendar_working_days_get_no_date() -> None:
    start = datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert in_browser(WorkingCalendar(), start, TWO_DAYS) == "no-calendar"
    assert in_browser(WorkingCalendar(), start, Duration(3, "working hour")) == "no-calendar"
    assert in_browser(WorkingCalendar(), start, Duration(2, "calendar day")) == datetime(
        2026, 11, 22, 23, 59, 59, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("calendar", "start", "doubts"),
    [
        (CHINA, "2026-12-28T10:00+08:00", []),
        (CHINA, "2026-12-31T10:00+08:00", [["no-make-up-days", {"year": 2027}]]),
        (CHINA, "2027-02-01T10:00+08:00", [["no-make-up-days", {"year": 2027}]]),
        (EMIRATES, "2027-03-05T10:00+04:00", [["estimated", {"year": 2027}]]),
        (EMIRATES, "2027-02-01T10:00+04:00", []),
    ],
)
def test_a_date_that_may_still_shift_says_why(calendar: WorkingCalendar, start: str, doubts: list[object]) -> None:
    assert doubts_in_browser(calendar, datetime.fromisoformat(start), TWO_DAYS) == doubts


def test_an_open_house_has_no_doubts_about_holidays() -> None:
    shop = working("CN", "Asia/Shanghai", holidays="open")
    assert doubts_in_browser(shop, datetime(2027, 2, 1, 2, tzinfo=UTC), TWO_DAYS) == []


def test_a_zone_that_the_browser_does_not_know_gets_words_for_days_and_a_date_for_hours() -> None:
    plan = {"zone": "Europe/Atlantis", "shifts": [[540, 1080]], "end": 1080, "years": {}}
    day = {"plan": plan, "start": 0, "counted": ["days", 1]}
    assert asked(day) == {"why": ["no-zone", {"zone": "Europe/Atlantis"}]}
    assert asked(day | {"counted": ["seconds", 60]}) == {"due": 60_000, "doubts": []}


@pytest.mark.parametrize(
    ("within", "now", "due"),
    [
        ("2 business days", "2026-11-20T10:00", "2026-11-24T18:00"),
        ("2 business days", "2026-11-24T17:59", "2026-11-24T18:00"),
        ("2 business days", "2026-11-24T18:00", "2026-11-26T18:00"),
        ("1 week", "2026-12-25T10:00", "2026-12-25T23:59"),  # five weeks after Friday, 20 November
        ("90 minutes", "2026-11-20T09:00", "2026-11-20T11:30"),
        ("90 minutes", "2026-11-20T11:30", "2026-11-20T13:00"),
        ("90 minutes", "2036-11-20T11:30", "2036-11-20T13:00"),
    ],
)
def test_what_is_done_again_each_time_is_due_at_its_next_time(within: str, now: str, due: str) -> None:
    def moment(text: str) -> int:
        return round(datetime.fromisoformat(text).replace(tzinfo=CHINA.zone).timestamp() * 1000)

    assert CHINA.plan is not None
    plan = {
        key: value for key, value in asdict(calendar_data(CHINA.plan, date(2026, 1, 1))).items() if value is not None
    }
    counted = Duration.parse(within).measured
    told = asked({"plan": plan, "start": moment("2026-11-20T10:00"), "counted": counted, "now": moment(now)})

    assert f"{datetime.fromtimestamp(told['due'] / 1000, CHINA.zone):%Y-%m-%dT%H:%M}" == due


def test_what_would_come_again_without_end_at_once_has_no_next_time() -> None:
    nothing = {"plan": None, "start": 0, "now": 1_000}
    assert [asked(nothing | {"counted": [measure, 0]}) for measure in ("seconds", "days")] == [None, None]
