"""What holds for every complaint: who complains later is never answered by an earlier date, whatever the limit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.content.clock_packs import COLLECTION, entries_in, pack_files, read_pack
from amends.deadlines.calendar import WorkingCalendar
from amends.model.calendar import Calendar
from amends.model.clock import Clock
from amends.model.duration import Duration
from amends.model.span import longest_within, verdict, verdict_of_lasting
from amends.model.units import OPEN, UNITS
from amends.shipped import shipped
from values import accepted

ENGLAND = {"country": "GB", "subdivision": "ENG", "time_zone": "Europe/London"}
CHINA = {"country": "CN", "time_zone": "Asia/Shanghai"}
PLANS = [
    ENGLAND,
    CHINA,
    CHINA | {"working_days": ["mon", "tue", "wed", "thu", "fri", "sat"], "cut_off": "17:00"},
    ENGLAND | {"working_hours": {"start": "18:00", "end": "02:00"}, "holidays": "open", "closed": ["2026-12-24"]},
    {"country": "US", "subdivision": "CA", "time_zone": "America/Los_Angeles"},
    ENGLAND
    | {
        "working_hours": {"start": "08:00", "end": "17:00", "breaks": [{"start": "12:00", "end": "13:00"}]},
        "half_days": {"fri": "12:00", "2026-12-31": "13:00"},
        "cut_off": "16:00",
    },
    {"country": "IL", "time_zone": "Asia/Jerusalem"},
]
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31))  # noqa: DTZ001 - of the clock on the wall
DURATIONS = st.one_of(
    st.builds(Duration, st.integers(1, 60), st.sampled_from(UNITS)),
    st.sampled_from([Duration(0, unit) for unit in OPEN]),
)


SHORT = st.builds(Duration, st.integers(1, 5), st.sampled_from(UNITS))
"""Few enough for two of them to be nearly as long as each other."""


@cache
def calendar(number: int) -> WorkingCalendar:
    return WorkingCalendar(accepted(Calendar, PLANS[number]))


CALENDARS = st.builds(
    lambda number, of_law: calendar(number).of_law if of_law else calendar(number),
    st.sampled_from(range(len(PLANS))),
    st.booleans(),
)


@settings(deadline=None, max_examples=300)
@given(CALENDARS, MOMENTS, st.integers(0, 30 * 24 * 60), DURATIONS, st.booleans())
def test_a_later_receipt_never_gives_an_earlier_due_date(
    here: WorkingCalendar,
    moment: datetime,
    minutes: int,
    duration: Duration,
    first_day: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    received = moment.replace(tzinfo=here.zone).astimezone(UTC)
    earlier, later = (
        here.after(it, duration, first_day=first_day) for it in (received, received + timedelta(minutes=minutes))
    )
    assert (earlier is None) == (later is None)
    if earlier and later:
        assert earlier.astimezone(UTC) <= later.astimezone(UTC)


def _clocks() -> dict[str, Clock]:
    packs = pack_files(shipped("sop") / "clocks").values()
    return {
        key: accepted(Clock, value) for pack in packs for key, value in entries_in(read_pack(pack), COLLECTION).items()
    }


CLOCKS = _clocks()


@pytest.mark.parametrize("name", CLOCKS)
@settings(deadline=None, max_examples=20)
@given(MOMENTS, st.integers(0, 60))
def test_a_shipped_clock_from_a_later_day_never_ends_earlier(name: str, moment: datetime, days: int) -> None:
    clock, here = CLOCKS[name], calendar(0).of_law
    begin = moment.replace(tzinfo=here.zone)
    ends = [
        here.after(begin + timedelta(days=more), clock.within, first_day=clock.counts_first_day) for more in (0, days)
    ]
    assert ends[0] is not None
    assert ends[1] is not None
    assert begin < ends[0] <= ends[1]


@settings(deadline=None, max_examples=500)
@given(st.sampled_from([0, 1, 4]), MOMENTS, DURATIONS | SHORT, DURATIONS | SHORT)
def test_what_is_said_to_last_as_long_as_the_law_asks_does_so_on_every_day(
    number: int, moment: datetime, own: Duration, legal: Duration
) -> None:
    here = calendar(number).of_law
    received = moment.replace(tzinfo=here.zone)
    mine, law = here.after(received, own), here.after(received, legal)
    if verdict_of_lasting(own, legal) == "keeps" and mine is not None:
        assert law is not None
        assert mine.astimezone(UTC) >= law.astimezone(UTC)


@settings(deadline=None, max_examples=500)
@given(MOMENTS, DURATIONS, DURATIONS)
def test_what_is_said_to_keep_a_law_that_counts_its_first_day_does_so_on_every_day(
    moment: datetime, own: Duration, legal: Duration
) -> None:
    here = calendar(0).of_law
    received = moment.replace(tzinfo=here.zone)
    for mine in (own, longest_within(legal, first_day=True)):
        if verdict(mine, legal, first_day=True) == "keeps":
            end, last = here.after(received, mine), here.after(received, legal, first_day=True)
            # In this comparison days are whole days: that of a business day is not over when work ends.
            assert last is None or (end is not None and end.date() <= last.date())


@settings(deadline=None)
@given(DURATIONS)
def test_the_longest_time_that_is_recommended_keeps_the_law(legal: Duration) -> None:
    for first_day in (False, True):
        assert verdict(longest_within(legal, first_day=first_day), legal, first_day=first_day) == "keeps"
