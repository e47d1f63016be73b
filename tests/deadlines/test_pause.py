"""Days on which a clock does not run: what they move, what they do not, and what is no pause."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.cli import main
from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.pause import Pause, end_with_pauses
from amends.model.calendar import Calendar
from amends.model.duration import Duration
from builders import FILES, HEADER, corner_shop
from clock_shop import CALENDAR
from read_ical import Component, read

_ENGLAND = {"country": "GB", "subdivision": "ENG", "time_zone": "Europe/London"}
ENGLAND = WorkingCalendar(Calendar.model_validate(_ENGLAND)).of_law
FEBRUARY = Pause(date(2027, 2, 1), date(2027, 2, 9))


def moved(start: str, duration: str, *pauses: Pause, first_day: bool = False) -> tuple[str, int]:
    begin = datetime.fromisoformat(start).replace(tzinfo=ENGLAND.zone)
    end, lost = end_with_pauses(ENGLAND, begin, Duration.parse(duration), pauses, first_day=first_day)
    return (f"{end:%m-%d %H:%M}" if end else "", lost)


@pytest.mark.parametrize(
    ("start", "duration", "end", "lost"),
    [
        ("2027-01-20T10:00", "30 calendar days", "02-28 23:59", 9),  # 19 February and nine days
        ("2027-01-20T10:00", "15 business days", "02-19 18:00", 7),  # 10 February, and 1-5, 8 and 9 February were lost
        ("2027-01-20T10:00", "2 months", "03-29 23:59", 9),
        ("2027-01-20T10:00", "2 weeks", "02-12 23:59", 9),  # 3 February lies in the pause itself
        ("2027-01-20T10:00", "1 week", "01-27 23:59", 0),  # over before the pause
        ("2027-02-05T10:00", "3 calendar days", "02-12 23:59", 4),  # begun within the pause: 6 to 9 February are lost
        ("2027-02-10T10:00", "3 calendar days", "02-13 23:59", 0),
        ("2027-01-31T10:00", "48 hours", "02-11 10:00", 9),
        ("2027-01-29T10:00", "9 working hours", "02-10 10:00", 7),  # eight on Friday, from ten on; the ninth after it
        ("2027-01-20T10:00", "unlimited", "", 0),
    ],
)
def test_the_days_of_a_pause_do_not_count(start: str, duration: str, end: str, lost: int) -> None:
    assert moved(start, duration, FEBRUARY) == (end, lost)


def test_the_days_of_two_pauses_are_added_and_a_moved_end_may_meet_the_second() -> None:
    second = Pause(date(2027, 2, 20), date(2027, 2, 21))
    assert moved("2027-01-20T10:00", "30 calendar days", FEBRUARY, second) == ("03-02 23:59", 11)


def test_the_first_day_counts_or_is_lost_itself() -> None:
    day = Pause(date(2027, 1, 20), date(2027, 1, 20))
    assert moved("2027-01-20T10:00", "3 calendar days", first_day=True) == ("01-22 23:59", 0)
    assert moved("2027-01-20T10:00", "3 calendar days", day, first_day=True) == ("01-23 23:59", 1)
    assert moved("2027-01-20T10:00", "3 calendar days", day) == ("01-23 23:59", 0)


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
UNITS = st.sampled_from(["business days", "calendar days", "weeks", "months", "hours"])


PAUSES = st.builds(lambda first, length: Pause(first, first + timedelta(days=length)), DAYS, st.integers(0, 40))
DURATIONS = st.builds(lambda count, unit: Duration.parse(f"{count} {unit}"), st.integers(1, 60), UNITS)
STARTS = DAYS.map(lambda day: datetime(day.year, day.month, day.day, 10, tzinfo=ENGLAND.zone))


@settings(deadline=None)
@given(STARTS, DURATIONS, PAUSES)
def test_a_pause_never_brings_an_end_forward_and_costs_at_most_its_days(
    start: datetime, duration: Duration, pause: Pause
) -> None:
    plain, _ = end_with_pauses(ENGLAND, start, duration, (), first_day=False)
    later, lost = end_with_pauses(ENGLAND, start, duration, (pause,), first_day=False)
    assert plain is not None
    assert later is not None
    assert later >= plain
    assert 0 <= lost <= (pause.last - pause.first).days + 1
    assert (later == plain) == (lost == 0)


@settings(deadline=None)
@given(STARTS, st.integers(0, 400), DURATIONS, PAUSES, st.booleans())
def test_a_later_start_never_gives_an_earlier_end(
    start: datetime,
    hours: int,
    duration: Duration,
    pause: Pause,
    first_day: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    early, late = (
        end_with_pauses(ENGLAND, moment, duration, (pause,), first_day=first_day)[0]
        for moment in (start, start + timedelta(hours=hours))
    )
    assert early is not None
    assert late is not None
    assert early <= late


PAUSING = "    pause: {en: Consent is awaited, zh: 等待同意期间}\n    pause_section: {en: Section 3, zh: 第三条}\n"
RIGID = """\
  acknowledgement:
    title: {en: Acknowledgement, zh: 确认}
    jurisdiction: {en: Anywhere, zh: 各地}
    applies: {en: Shops, zh: 商店}
    requires: {en: It is acknowledged., zh: 确认收到。}
    from: received
    by: acknowledged
    within: 6 weeks
    severity: must
    source: {title: {en: The law, zh: 法律}, section: {en: Section 2, zh: 第二条}}
    as_of: 2026-01-01
    recheck_by: 2030-01-01
    verified: true
"""


def run(folder: Path, *options: str, received: str = "2027-01-20T10:00") -> Result:
    tables = FILES["tables"].replace("    within: 8 weeks\n", f"    within: 8 weeks\n{PAUSING}") + RIGID
    place = corner_shop(folder, FILES | {"tables": tables, "sop": HEADER + CALENDAR}).place
    asked = ("deadlines", str(place.home), "--today", "2026-06-01", "--received", received)
    return CliRunner().invoke(main, [*asked, *options])


def data(folder: Path, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(folder, *options, "--format", "json").output)
    return found


def test_only_a_clock_that_the_law_lets_pause_is_moved_and_the_answer_says_which_law(tmp_path: Path) -> None:
    found = data(tmp_path, "--pause", "2027-02-01..2027-02-09")
    rows = {it["name"]: (it["due"] and it["due"][:10], it["paused_days"]) for it in found["deadlines"]}
    assert rows["clocks/final-response"] == ("2027-03-26", 9)  # 17 March and nine days
    assert rows["clocks/acknowledgement"] == ("2027-03-03", 0)
    assert rows["steps/verify/limits/answer"] == ("2027-01-27", 0)  # of P2, the last one listed
    assert found["pauses"] == ["2027-02-01..2027-02-09"]
    table = run(tmp_path, "--pause", "2027-02-01..2027-02-09").output
    assert "- paused: Consent is awaited\n" in table
    assert "- paused for 9 calendar days here (Section 3)\n" in table
    assert "- not moved by the pause: its source does not let it pause\n" in table
    assert (
        "Paused: 2027-02-01..2027-02-09. This moves only those legal time limits that may pause by law, and none of our own.\n"
        in table
    )


def test_without_a_pause_nothing_is_said_of_one_but_when_there_may_be(tmp_path: Path) -> None:
    table = run(tmp_path).output
    assert "- paused: Consent is awaited\n" in table
    assert "not moved" not in table
    assert "Paused:" not in table


def events(folder: Path, *options: str) -> dict[str, Component]:
    """The events of the calendar file, by their UID."""
    file = read(run(folder, *options, "--format", "ics").stdout_bytes)
    return {event.one("UID"): event for event in file.inside("VEVENT")}


def test_the_calendar_file_is_moved_and_newer(tmp_path: Path) -> None:
    before = events(tmp_path)
    after = events(tmp_path, "--pause", "2027-02-01..2027-02-09")
    assert before.keys() == after.keys()
    assert [uid for uid in before if before[uid].one("DTSTART") != after[uid].one("DTSTART")] == [
        uid for uid in after if "Final response" in after[uid].text("SUMMARY")
    ]
    assert all(int(after[uid].one("SEQUENCE")) == int(before[uid].one("SEQUENCE")) + 1 for uid in before)


@pytest.mark.parametrize(
    ("pauses", "message"),
    [
        (
            ["2027-02-01"],
            (
                "--pause 2027-02-01: that is no pause; write its first and its last day: 2027-02-01..2027-02-09; "
                "while it goes on, its last day is today"
            ),
        ),
        (["2027-02-01..soon"], "--pause 2027-02-01..soon: that is no pause; write its first"),
        (["2027-02-30..2027-03-01"], "--pause 2027-02-30..2027-03-01: that is no pause; write its first"),
        (
            ["2027-02-09..2027-02-01"],
            (
                "--pause 2027-02-09..2027-02-01: it ends before it begins; write the earlier day first:  "
                "--pause 2027-02-01..2027-02-09"
            ),
        ),
        (
            ["2027-01-19..2027-02-01"],
            "--pause 2027-01-19..2027-02-01: it begins before the complaint came (2027-01-20); check both days",
        ),
        (
            ["2027-02-01..2027-02-09", "2027-02-09..2027-02-12"],
            (
                "--pause 2027-02-09..2027-02-12: it overlaps 2027-02-01..2027-02-09; write the two as one:  "
                "--pause 2027-02-01..2027-02-12"
            ),
        ),
        (["2027-02-01..9999-12-31"], "--pause 2027-02-01..9999-12-31: it lasts more than a hundred years"),
    ],
)
def test_what_is_no_pause_is_told_with_the_way_out(tmp_path: Path, pauses: list[str], message: str) -> None:
    result = run(tmp_path, *(it for pause in pauses for it in ("--pause", pause)))
    assert result.exit_code == 2
    assert message in result.output


def test_two_pauses_one_after_the_other_are_two(tmp_path: Path) -> None:
    found = data(tmp_path, "--pause", "2027-02-05..2027-02-09", "--pause", "2027-02-01..2027-02-04")
    assert found["pauses"] == ["2027-02-01..2027-02-04", "2027-02-05..2027-02-09"]
    assert {it["name"]: it["paused_days"] for it in found["deadlines"]}["clocks/final-response"] == 9
