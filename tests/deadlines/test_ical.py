"""The calendar file: what RFC 5545 asks of it, and what a file read in again does to the events that are there."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from click.testing import CliRunner
from dateutil import tz

from amends.cli import main
from amends.deadlines.ical_zone import zone_component
from builders import HEADER, STEPS
from clock_shop import CALENDAR, shop
from read_ical import Component, physical_lines, read

RECEIVED = "2026-11-20T15:00"  # a Friday
ANSWER = "Verify the facts: An answer"
MORE = """\
        extend: {p2: 10 business days}
      visit:
        title: {en: "On site", zh: "到场"}
        from: received
        within: {p1: 24 hours}
      news:
        title: {en: "News", zh: "反馈进展"}
        from: received
        within: {p1: 1 calendar day, p2: 2 business days}
        kind: every
      diary:
        title: {en: "A look into the diary; again, and again", zh: "翻看日志、核对进度、逐项确认是否已向顾客反馈，并确认仓库、门店、客服三方记录一致"}
        from: received
        by: agreed
        within: 1 week
        kind: every
      sample:
        title: {en: "The sample thrown away", zh: "处理样品"}
        from: received
        within: 30 calendar days
        kind: wait
"""
STEPS_WITH_MORE = STEPS.replace("        extend: {p2: 10 business days}\n", MORE)


def file_of(folder: Path, *options: str, received: str = RECEIVED, case: str = "C-17", header: str = CALENDAR) -> bytes:
    place = shop(folder, STEPS_WITH_MORE, HEADER + header)
    asked = ["deadlines", str(place.home), "--today", "2026-06-01", "--received", received, "--case", case]
    result = CliRunner().invoke(main, [*asked, *options, "--format", "ics"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def events_of(data: bytes) -> dict[str, Component]:
    """Each event by its title; of one limit with several dates, the first."""
    events: dict[str, Component] = {}
    for event in read(data).inside("VEVENT"):
        events.setdefault(event.text("SUMMARY").replace("C-17 ", "").replace("2 Verify", "Verify"), event)
    return events


def event_of(data: bytes, title: str) -> Component:
    """The first event with these words in its title."""
    return next(event for summary, event in events_of(data).items() if title in summary)


def states(data: bytes) -> dict[str, str]:
    return {event.one("UID"): event.one("STATUS") for event in read(data).inside("VEVENT")}


EVERY_FORM = [
    (),
    ("--severity", "p1"),
    ("--severity", "p2"),
    ("--severity", "p2", "--event", "decided=2026-11-25T10:00"),
    ("--severity", "p2", "--event", "decided=2026-12-25T10:00", "--event", "closed=2026-12-28T10:00"),
    ("--locale", "zh"),
]


@pytest.mark.parametrize("options", EVERY_FORM)
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(tmp_path: Path, options: tuple[str, ...]) -> None:
    lines = physical_lines(file_of(tmp_path, *options))
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()


@pytest.mark.parametrize("options", EVERY_FORM)
def test_every_event_has_what_the_standard_asks_for_once(tmp_path: Path, options: tuple[str, ...]) -> None:
    calendar = read(file_of(tmp_path, *options))
    assert (calendar.one("VERSION"), calendar.one("PRODID")) == ("2.0", "-//amends//deadlines//EN")
    events = calendar.inside("VEVENT")
    assert events
    for event in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "STATUS", "CREATED"):
            event.one(name)
        assert event.parameters("DTSTART") == event.parameters("DTEND")
        assert event.one("DTSTART") < event.one("DTEND")
        for alarm in event.inside("VALARM"):
            assert alarm.one("ACTION") == "DISPLAY"
            assert alarm.one("TRIGGER")
            assert alarm.text("DESCRIPTION") == event.text("SUMMARY")
    assert len({event.one("UID") for event in events}) == len(events)


@pytest.mark.parametrize("options", EVERY_FORM)
def test_another_library_reads_the_same(tmp_path: Path, options: tuple[str, ...]) -> None:
    data = file_of(tmp_path, *options)
    calendar = vobject.readOne(data.decode())
    assert calendar.validate(raiseException=True)
    theirs = [(it.uid.value, it.summary.value, it.description.value) for it in calendar.vevent_list]
    ours = [(it.one("UID"), it.text("SUMMARY"), it.text("DESCRIPTION")) for it in read(data).inside("VEVENT")]
    assert theirs == ours


def test_a_limit_in_hours_of_business_ends_at_the_hour_of_the_place(tmp_path: Path) -> None:
    data = file_of(tmp_path, "--severity", "p2")
    event = event_of(data, ANSWER)
    assert (event.parameters("DTSTART"), event.one("DTSTART")) == (";TZID=Europe/London", "20261127T180000")
    assert event.one("DTEND") == "20261127T180100"
    [their] = [it for it in vobject.readOne(data.decode()).vevent_list if it.uid.value == event.one("UID")]
    assert their.dtstart.value.astimezone(UTC) == datetime(2026, 11, 27, 18, tzinfo=UTC)


def test_a_limit_that_ends_with_a_day_is_that_whole_day(tmp_path: Path) -> None:
    event = event_of(file_of(tmp_path), "Final response")
    assert (event.parameters("DTSTART"), event.one("DTSTART")) == (";VALUE=DATE", "20270115")
    assert (event.parameters("DTEND"), event.one("DTEND")) == (";VALUE=DATE", "20270116")


def test_a_limit_in_hours_that_ends_with_the_day_stays_at_its_hour(tmp_path: Path) -> None:
    event = event_of(file_of(tmp_path, "--severity", "p1", received="2026-11-20T23:59:59"), "On site")
    assert event.one("DTSTART") == "20261121T235959"


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    assert file_of(tmp_path, "--severity", "p2") == file_of(tmp_path, "--severity", "p2")


def test_what_is_learnt_of_a_case_leaves_no_event_behind(tmp_path: Path) -> None:
    first = file_of(tmp_path)
    for options in EVERY_FORM[1:]:
        later = states(file_of(tmp_path, *options))
        assert states(first).keys() <= later.keys(), options
    upgraded, before = states(file_of(tmp_path, "--severity", "p1")), states(file_of(tmp_path, "--severity", "p2"))
    assert upgraded.keys() == before.keys()


def test_a_severity_that_becomes_known_moves_an_event_and_cancels_what_does_not_hold(tmp_path: Path) -> None:
    before, after = file_of(tmp_path), file_of(tmp_path, "--severity", "p2")
    old, new = event_of(before, ANSWER), event_of(after, ANSWER)
    assert old.one("UID") == new.one("UID")
    assert (old.one("DTSTART"), new.one("DTSTART")) == ("20261124T180000", "20261127T180000")
    assert old.text("SUMMARY") == "C-17 2 Verify the facts: An answer (P1 2 business days from receipt)"
    assert "2026-11-27 Fri 18:00: P2 5 business days from receipt" in old.text("DESCRIPTION")
    visit = event_of(after, "On site")
    assert visit.one("UID") == event_of(before, "On site").one("UID")
    assert (visit.one("STATUS"), visit.inside("VALARM")) == ("CANCELLED", [])
    assert visit.text("SUMMARY") == "Does not apply: C-17 2 Verify the facts: On site"


@pytest.mark.parametrize(("came", "word"), [("2026-11-25T10:00", "Done"), ("2026-12-05T10:00", "Done late")])
def test_a_limit_that_is_met_is_cancelled_and_says_so(tmp_path: Path, came: str, word: str) -> None:
    event = event_of(file_of(tmp_path, "--severity", "p2", "--event", f"decided={came}"), "An answer")
    assert event.text("SUMMARY") == f"{word}: C-17 2 Verify the facts: An answer"
    assert (event.one("STATUS"), event.inside("VALARM")) == ("CANCELLED", [])
    assert event.one("DTSTART") == "20261127T180000"


def test_the_sequence_and_the_stamps_tell_how_much_is_known(tmp_path: Path) -> None:
    def stamps(*options: str) -> tuple[int, str, str, str]:
        event = event_of(file_of(tmp_path, *options), "An answer")
        return int(event.one("SEQUENCE")), event.one("DTSTAMP"), event.one("LAST-MODIFIED"), event.one("CREATED")

    received, decided = "20261120T150000Z", "20261125T100000Z"
    assert stamps() == (0, received, received, received)
    assert stamps("--severity", "p2") == (1, received, received, received)
    event = ("--event", "decided=2026-11-25T10:00")
    assert stamps("--severity", "p2", *event) == (2, decided, decided, received)


def test_without_a_number_a_case_is_known_by_its_receipt(tmp_path: Path) -> None:
    def uids(case: str, received: str) -> set[str]:
        return set(states(file_of(tmp_path, received=received, case=case)))

    assert uids("", "2026-11-20T15:00") == uids("", "2026-11-20T23:00+08:00")
    assert not uids("", "2026-11-20T15:00") & uids("", "2026-11-20T15:01")
    assert uids("C-1", "2026-11-20T15:00") == uids("C-1", "2026-11-21T15:00")
    assert not uids("C-1", "2026-11-20T15:00") & uids("C-2", "2026-11-20T15:00")


@pytest.mark.parametrize(
    ("severity", "title", "trigger"),
    [
        ("p1", "An answer", "-P1DT9H"),  # Tuesday, 18:00: Monday, 09:00
        ("p1", "On site", "-PT1H"),
        ("p2", "Final response", "-PT15H"),  # a Friday: Thursday, 09:00
        ("p1", "News", "PT9H"),  # Saturday; the working day before it had begun before the complaint came
        ("p2", "diary", "PT9H"),  # every week
    ],
)
def test_an_alarm_comes_a_working_day_before_or_an_hour(
    tmp_path: Path, severity: str, title: str, trigger: str
) -> None:
    [alarm] = event_of(file_of(tmp_path, "--severity", severity), title).inside("VALARM")
    assert alarm.one("TRIGGER") == trigger


def test_an_alarm_goes_back_over_a_weekend_and_a_public_holiday(tmp_path: Path) -> None:
    event = event_of(file_of(tmp_path, "--severity", "p1", received="2026-12-23T15:00"), ANSWER)
    assert event.one("DTSTART") == "20261229T180000"  # 25 is a holiday, 28 the one for Boxing Day
    assert event.inside("VALARM")[0].one("TRIGGER") == "-P5DT9H"  # Thursday 24, 09:00


@pytest.mark.parametrize(
    ("hours", "trigger"),
    [
        ('start: "18:00", end: "24:00"', "-PT6H"),  # a deadline for the whole of Tuesday: Monday, 18:00
        ('start: "18:00", end: "02:00"', "-P1DT8H"),  # Wednesday, 02:00: Monday, 18:00
        ('start: "00:00", end: "24:00"', "-P1D"),
    ],
)
def test_an_alarm_comes_when_work_begins_also_where_people_work_by_night(
    tmp_path: Path, hours: str, trigger: str
) -> None:
    header = f"{CALENDAR.rstrip().removesuffix('}')}, working_hours: {{{hours}}}}}\n"
    [alarm] = event_of(file_of(tmp_path, "--severity", "p1", header=header), ANSWER).inside("VALARM")
    assert alarm.one("TRIGGER") == trigger


def test_what_may_not_be_done_before_a_time_has_no_alarm(tmp_path: Path) -> None:
    event = event_of(file_of(tmp_path), "The sample")
    assert event.text("SUMMARY").endswith("thrown away (not before 30 calendar days from receipt)")
    assert not event.inside("VALARM")


def test_what_comes_every_week_has_a_rule(tmp_path: Path) -> None:
    event = event_of(file_of(tmp_path), "diary")
    assert sorted(event.one("RRULE").split(";")) == ["FREQ=DAILY", "INTERVAL=7"]
    assert (event.parameters("DTSTART"), event.one("DTSTART")) == (";VALUE=DATE", "20261127")
    assert "Repeats until the case is closed." in event.text("DESCRIPTION")


def test_what_comes_every_other_business_day_has_ten_dates(tmp_path: Path) -> None:
    events = read(file_of(tmp_path, "--severity", "p2", received="2026-12-18T15:00")).inside("VEVENT")
    news = [event for event in events if "News" in event.text("SUMMARY")]
    days = ["22", "24", "30", "04", "06", "08", "12", "14", "18", "20"]  # over Christmas and New Year's Day
    assert [event.one("DTSTART")[6:8] for event in news] == days
    assert not [event for event in news if event.all("RRULE")]
    assert "this is date 3 of the 10 in this file" in news[2].text("DESCRIPTION")


def test_what_repeats_is_over_once_the_case_is_closed(tmp_path: Path) -> None:
    events = read(file_of(tmp_path, "--severity", "p2", "--event", "closed=2026-12-01T10:00")).inside("VEVENT")
    over = [event for event in events if event.text("SUMMARY").startswith("Over: ")]
    assert len(over) == 11
    assert {event.one("STATUS") for event in over} == {"CANCELLED"}


def test_what_repeats_is_over_once_its_own_event_has_come(tmp_path: Path) -> None:
    data = file_of(tmp_path, "--severity", "p2", "--event", "agreed=2026-12-01T10:00")
    assert event_of(data, "diary").one("STATUS") == "CANCELLED"
    assert event_of(data, "News").one("STATUS") == "CONFIRMED"


def test_what_was_taken_for_granted_stands_in_every_event(tmp_path: Path) -> None:
    china = "calendar: {country: CN, time_zone: Asia/Shanghai}\n"
    for event in read(file_of(tmp_path, received="2026-12-31T15:00", header=china)).inside("VEVENT"):
        assert "Counted with the public holidays of CN" in event.text("DESCRIPTION")


def test_a_zone_without_changes_has_one_offset_and_utc_needs_none(tmp_path: Path) -> None:
    [zone] = read(file_of(tmp_path, "--time-zone", "Asia/Shanghai")).inside("VTIMEZONE")
    assert [(it.name, it.one("TZOFFSETTO")) for it in zone.parts] == [("STANDARD", "+0800")]
    utc = read(file_of(tmp_path, header=""))
    assert not utc.inside("VTIMEZONE")
    assert event_of(file_of(tmp_path, header=""), ANSWER).one("DTSTART").endswith("Z")


ZONES = [
    ("Europe/London", True), ("America/New_York", True), ("Australia/Sydney", True), ("America/Santiago", False),
    ("Europe/Dublin", True), ("Asia/Kolkata", False), ("Asia/Jerusalem", False), ("Africa/Casablanca", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "by_rule"), ZONES)
def test_another_library_finds_the_right_offset_on_every_day(name: str, by_rule: bool) -> None:  # noqa: FBT001
    text = zone_component(ZoneInfo(name), 2026, 2028).to_ical().decode()
    assert ("RRULE" in text) == by_rule
    theirs, ours = tz.tzical(io.StringIO(text)).get(name), ZoneInfo(name)
    assert theirs is not None
    moments = [datetime(2026, 1, 1, 12) + timedelta(hours=7 * number) for number in range(3 * 365 * 24 // 7)]  # noqa: DTZ001
    wrong = [it for it in moments if it.replace(tzinfo=theirs).utcoffset() != it.replace(tzinfo=ours).utcoffset()]
    # Where clocks go forward, no clock shows the hour between, and each library may read it as it likes.
    assert not [
        it for it in wrong if it.replace(tzinfo=ours).astimezone(UTC).astimezone(ours).replace(tzinfo=None) == it
    ]


def test_an_hour_that_the_clock_shows_twice_is_given_in_utc(tmp_path: Path) -> None:
    # 24 hours after Saturday 02:30 the clock has gone back, and shows 01:30 for the second time.
    again = event_of(file_of(tmp_path, "--severity", "p1", received="2026-10-24T02:30"), "On site")
    assert (again.parameters("DTSTART"), again.one("DTSTART")) == ("", "20261025T013000Z")
    first = event_of(file_of(tmp_path, "--severity", "p1", received="2026-10-24T01:30"), "On site")
    assert (first.parameters("DTSTART"), first.one("DTSTART")) == (";TZID=Europe/London", "20261025T013000")


@pytest.mark.parametrize("received", ["9999-12-31T23:00", "9998-12-01T00:00", "0001-01-02T00:00", "1900-01-01T00:00"])
def test_far_years_are_no_trouble(tmp_path: Path, received: str) -> None:
    read(file_of(tmp_path, received=received))


def test_whole_days_are_days_for_another_library(tmp_path: Path) -> None:
    calendar = vobject.readOne(file_of(tmp_path).decode())
    [event] = [it for it in calendar.vevent_list if "Final response" in it.summary.value]
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 1, 15), date(2027, 1, 16))
