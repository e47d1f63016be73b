"""Dates that people have counted from public rules and holiday calendars: Python and the pages come to the same.

`dates_by_hand.json` has a line of reasoning for each. Public holidays come from these sources: gov.uk/bank-holidays and
nidirect.gov.uk; mygov.scot; industrialrelations.nsw.gov.au; the federal holidays of opm.gov; service-public.fr; the law on
holidays of Hesse; the notices of the State Council on the holidays of 2025 (12 November 2024) and 2026 (4 November 2025).
Business days end at six, when these offices close; other days at midnight.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from amends.deadlines.calendar import WorkingCalendar
from amends.model.calendar import Calendar
from amends.model.duration import Duration
from browser_calendar import in_browser

_TABLE = json.loads((Path(__file__).parent / "dates_by_hand.json").read_text(encoding="utf-8"))
CALENDARS = {name: WorkingCalendar(Calendar.model_validate(plan)) for name, plan in _TABLE["calendars"].items()}
DATES: list[dict[str, Any]] = _TABLE["dates"]


def moment(text: str, calendar: WorkingCalendar) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=calendar.zone)


@pytest.mark.parametrize("row", DATES, ids=[f"{row['rule']} from {row['start']}" for row in DATES])
def test_a_date_counted_by_hand(row: dict[str, Any]) -> None:
    calendar, within = CALENDARS[row["calendar"]], Duration.parse(row["within"])
    start = moment(row["start"], calendar)

    first_day = row.get("first_day", False)
    counted = calendar.after(start, within, first_day=first_day)

    assert counted is not None
    assert f"{counted:%Y-%m-%dT%H:%M}" == row["due"], row["why"]
    if not first_day:  # only laws count their first day, and a page counts the limits of the SOP
        assert in_browser(calendar, start, within) == counted


def test_the_table_is_large_and_has_the_hard_days() -> None:
    around = Counter(row["around"] for row in DATES if "around" in row)
    assert len(DATES) >= 60
    assert around.total() >= 20
    assert set(around) == {"Easter", "Christmas", "国庆", "春节", "clocks", "leap day", "year's end"}
    assert min(around.values()) >= 3
    assert all(row["source"] and row["why"] for row in DATES)
