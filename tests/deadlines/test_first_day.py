"""Whether the day of the event counts is data of a clock: counted so, and said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.deadlines.calendar import WorkingCalendar
from amends.documents.clock_rows import clock_rows
from amends.model.calendar import Calendar
from amends.model.duration import Duration
from builders import FILES, HEADER, corner_shop

_ENGLAND = {"country": "GB", "subdivision": "ENG", "time_zone": "Europe/London"}
ENGLAND = WorkingCalendar(Calendar.model_validate(_ENGLAND)).of_law


def last_day(start: str, duration: str, *, counts: bool) -> str:
    begin = datetime.fromisoformat(start).replace(tzinfo=ENGLAND.zone)
    end = ENGLAND.after(begin, Duration.parse(duration), first_day=counts)
    assert end is not None
    return f"{end:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("start", "duration", "without", "counting"),
    [
        # NHS Complaints Regulations 2009, reg. 14: the six months begin on the day of receipt.
        ("2026-11-20T15:00", "6 months", "2027-05-20", "2027-05-19"),
        (
            "2026-03-01T09:00",
            "1 month",
            "2026-04-01",
            "2026-03-31",
        ),  # a month that begins on its first day is that month
        ("2026-08-31T09:00", "6 months", "2027-02-28", "2027-02-28"),  # February has no 31st to be the day before
        ("2024-02-29T09:00", "1 year", "2025-02-28", "2025-02-28"),
        ("2026-11-20T15:00", "7 calendar days", "2026-11-27", "2026-11-26"),
        ("2026-11-20T15:00", "2 weeks", "2026-12-04", "2026-12-03"),
        ("2026-11-20T15:00", "3 business days", "2026-11-25", "2026-11-24"),
        ("2026-11-21T15:00", "3 business days", "2026-11-25", "2026-11-25"),  # a Saturday is no business day
        ("2026-11-20T15:00", "same day", "2026-11-20", "2026-11-20"),
        ("2026-11-20T15:00", "48 hours", "2026-11-22", "2026-11-22"),
    ],
)
def test_the_first_day_counts_or_not(start: str, duration: str, without: str, counting: str) -> None:
    assert last_day(start, duration, counts=False) == without
    assert last_day(start, duration, counts=True) == counting


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 40))
def test_months_that_begin_with_a_day_end_before_the_next_ones_begin(day: date, months: int) -> None:
    end = date.fromisoformat(last_day(f"{day}T09:00", f"{months} months", counts=True))
    following = day + relativedelta(months=months)
    assert end in (following, following - timedelta(days=1))
    assert (end == following) == (following.day != day.day)


def clock(folder: Path, more: str) -> list[tuple[str, ...]]:
    tables = FILES["tables"].replace("    within: 8 weeks\n", f"    within: 8 weeks\n{more}")
    edition = corner_shop(folder, FILES | {"tables": tables, "sop": HEADER}).edition()
    return [row.conditions for row in clock_rows(edition)]


def test_the_page_of_clocks_says_whether_the_day_of_receipt_counts(tmp_path: Path) -> None:
    assert clock(tmp_path, "") == [("the day of receipt does not count",)]
    section = '{en: "Section 2: it begins on that day", zh: "第二条：自当日开始"}'
    counting = f"    first_day: {{counts: true, section: {section}}}\n"
    assert clock(tmp_path, counting) == [("the day of receipt counts (Section 2: it begins on that day)",)]


def test_a_clock_in_hours_has_no_first_day(tmp_path: Path) -> None:
    tables = FILES["tables"].replace("    within: 8 weeks\n", "    within: 900 hours\n")
    assert [row.conditions for row in clock_rows(corner_shop(tmp_path, FILES | {"tables": tables}).edition())] == [()]
