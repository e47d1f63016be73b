"""The command `amends deadlines`: what it prints, and what it says to a question that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli import main
from amends.text_width import columns
from builders import HEADER, STEPS
from clock_shop import CALENDAR, shop

RECEIVED = ("--received", "2026-11-20T15:00")


def run(folder: Path, *options: str, header: str = HEADER + CALENDAR) -> Result:
    place = shop(folder, header=header)
    return CliRunner().invoke(main, ["deadlines", str(place.home), "--today", "2026-06-01", *options])


def test_the_table_for_a_terminal(tmp_path: Path) -> None:
    assert (
        run(tmp_path, *RECEIVED, "--severity", "p2").output
        == """\
Complaint received 2026-11-20 Fri 15:00, Europe/London, P2

Our own time limits
Due                   What                           Time limit
2026-11-27 Fri 18:00  2 Verify the facts: An answer  5 business days from receipt
                      - may be extended once to 10 business days (2026-12-04 Fri 18:00)
not yet known         1 Accept the complaint         1 hour from the start of the step

Legal time limits
Due                   What                           Time limit
2027-01-15 Fri 23:59  Final response (Section 1)     8 weeks from receipt
                      - the day of receipt does not count
                      - required: The answer is sent.
                      - applies to: Shops
                      - your limit of P1 2 business days is within the legal 8 weeks
                      - your limit of P2 5 business days is within the legal 8 weeks

Counted with the public holidays of GB-ENG, working days Mon, Tue, Wed, Thu, Fri, 09:00-18:00.
"""
    )


def test_a_severity_without_a_limit_is_noted_with_the_clock(tmp_path: Path) -> None:
    place = shop(tmp_path, STEPS.replace("{p1: 2 business days, p2: 5 business days}", "{p1: 2 business days}"))
    output = CliRunner().invoke(main, ["deadlines", str(place.home), "--today", "2026-06-01", *RECEIVED]).output
    assert "- no limit for P2, so the 8 weeks may be missed\n" in output


def test_wide_characters_stand_in_line(tmp_path: Path) -> None:
    lines = run(tmp_path, *RECEIVED, "--locale", "zh").output.splitlines()
    head, *rows = [line for line in lines if line.startswith(("截止", "2026", "2027", "尚"))]
    rows = [row for row in rows if not row.startswith("截止")]
    assert len(rows) == 4
    limits = ["5个工作日", "2个工作日", "8周", "1小时"]
    starts = {columns(row[: row.index(limit)]) for row in rows for limit in limits if limit in row}
    # Where a severity stands before the limit, that begins the column.
    assert columns(head[: head.index("时限")]) in starts


def test_json_for_other_programs(tmp_path: Path) -> None:
    data = json.loads(run(tmp_path, *RECEIVED, "--severity", "p2", "--format", "json").output)
    assert data["received"] == "2026-11-20T15:00:00+00:00"
    assert (data["time_zone"], data["severity"]) == ("Europe/London", "p2")
    assert data["deadlines"][0] == {
        "name": "steps/verify/limits/answer",
        "is_legal": False,
        "title": "2 Verify the facts: An answer",
        "severities": [],
        "only": [],
        "within": "5 business days",
        "kind": "within",
        "from": "received",
        "by": "decided",
        "state": "due",
        "due": "2026-11-27T18:00:00+00:00",
        "extended": {"within": "10 business days", "due": "2026-12-04T18:00:00+00:00"},
        "done": None,
        "paused_days": 0,
        "notes": ["may be extended once to 10 business days (2026-12-04 Fri 18:00)"],
    }
    assert [(it["name"], it["state"], it["due"]) for it in data["deadlines"][1:]] == [
        ("steps/accept", "not-yet-known", None),
        ("clocks/final-response", "due", "2027-01-15T23:59:59+00:00"),
    ]


def test_a_clock_that_is_shipped_may_be_asked_for_without_using_its_pack(tmp_path: Path) -> None:
    options = ("--clock", "us-dot", "--clock", "final-response", "--format", "json")
    data = json.loads(run(tmp_path, *RECEIVED, *options).output)
    assert [it["name"] for it in data["deadlines"] if it["is_legal"]] == [
        "clocks/us-dot-acknowledgement",
        "clocks/us-dot-disability",
        "clocks/final-response",
        "clocks/us-dot-response",
    ]


def test_a_superseded_clock_is_counted_only_by_name_and_says_so(tmp_path: Path) -> None:
    whole = run(tmp_path, *RECEIVED, "--clock", "cn-consumer-law").output
    assert "until 2026-04-14" not in whole
    named = run(tmp_path, *RECEIVED, "--clock", "cn-order-20-mediation").output
    assert "until 2026-04-14" in named
    assert "- superseded" in named


def test_a_time_with_an_offset_is_shown_in_the_zone_of_the_calendar(tmp_path: Path) -> None:
    output = run(tmp_path, "--received", "2026-11-20T23:00+08:00").output
    assert output.startswith("Complaint received 2026-11-20 Fri 15:00, Europe/London\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "--received 2026-03-29T01:30",
            "--received: 2026-03-29T01:30 does not exist in Europe/London, where the clocks change; write 2026-03-29T00:30",
        ),
        (
            "--received 2026-10-25T01:30",
            "--received: 2026-10-25T01:30 comes twice in Europe/London, where the clocks change; write 2026-10-25T01:30+01:00",
        ),
        (
            "--received 2026-03-01T10:00 --event decided=2026-03-29T01:00",
            "--event decided: 2026-03-29T01:00 does not exist in Europe/London",
        ),
    ],
)
def test_a_time_that_does_not_exist_or_comes_twice_is_told_and_never_moved(
    tmp_path: Path, options: str, message: str
) -> None:
    result = run(tmp_path, *options.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"amends: {message}")


def test_the_moments_that_may_be_meant_are_told(tmp_path: Path) -> None:
    skipped = run(tmp_path, "--received", "2026-03-29T01:30").stderr
    assert skipped.endswith("write 2026-03-29T00:30+00:00 or 2026-03-29T02:30+01:00\n")
    twice = run(tmp_path, "--received", "2026-10-25T01:30").stderr
    assert twice.endswith("write 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00\n")


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("2026-10-25T01:30+01:00", "2026-10-25 Sun 01:30"),
        ("2026-10-25T01:30+00:00", "2026-10-25 Sun 01:30"),
        ("2026-10-25T00:59", "2026-10-25 Sun 00:59"),
        ("2026-10-25T02:00", "2026-10-25 Sun 02:00"),
        ("2026-03-29T02:00", "2026-03-29 Sun 02:00"),
    ],
)
def test_with_its_offset_a_time_is_clear_also_when_the_clocks_change(tmp_path: Path, received: str, shown: str) -> None:
    assert run(tmp_path, "--received", received).output.startswith(f"Complaint received {shown}, Europe/London")


def test_without_a_calendar_it_says_how_it_counted(tmp_path: Path) -> None:
    last = run(tmp_path, *RECEIVED, header=HEADER).output.splitlines()[-1]
    assert last == "Counted Monday to Friday, 09:00-18:00, UTC, without public holidays: sop.yml has no `calendar`."


def assumed(folder: Path, calendar: str, received: str, *options: str) -> list[str]:
    header = f"{HEADER}calendar: {{{calendar}}}\n"
    output = run(folder, "--received", received, *options, "--format", "json", header=header).output
    return list(json.loads(output)["assumptions"])


CHINA = "country: CN, time_zone: Asia/Shanghai"


@pytest.mark.parametrize(
    ("received", "years"),
    [
        ("2026-11-20T15:00", []),  # all business days end in 2026
        ("2026-12-28T15:00", [2027]),
        ("2027-02-01T15:00", [2027]),
        ("2028-02-01T15:00", [2028]),
        ("2031-12-30T15:00", [2031, 2032]),
    ],
)
def test_every_year_without_a_decree_is_told(tmp_path: Path, received: str, years: list[int]) -> None:
    assert assumed(tmp_path, CHINA, received)[1:] == [
        f"The make-up workdays of CN for {year} are not known; dates in that year may shift." for year in years
    ]


def test_breaks_and_half_days_are_told(tmp_path: Path) -> None:
    hours = "working_hours: {breaks: [{start: '12:00', end: '13:00'}, {start: '16:00', end: '16:15'}]}"
    half_days = "half_days: {fri: '16:30', 2026-12-24: '13:00'}"
    calendar = f"country: NL, time_zone: Europe/Amsterdam, {hours}, {half_days}"
    assert assumed(tmp_path, calendar, "2026-11-20T15:00")[1:] == [
        "Breaks: 12:00-13:00, 16:00-16:15.",
        "Half days: Fri to 16:30, 2026-12-24 Thu to 13:00.",
        "Legal time limits: counted with the public holidays of NL, working days Mon, Tue, Wed, Thu, Fri.",
    ]


def test_years_without_published_holidays_are_told(tmp_path: Path) -> None:
    assert assumed(tmp_path, "country: JP, time_zone: Asia/Tokyo", "2099-12-28T15:00")[1:] == [
        "The public holidays of JP for 2100 are not published; dates in that year may shift."
    ]


def test_estimated_holidays_are_called_so(tmp_path: Path) -> None:
    place = "country: AE, time_zone: Asia/Dubai"
    [_, told] = assumed(tmp_path, place, "2027-03-05T10:00")
    assert told.startswith("Public holidays of AE that are estimated and may shift: 2027-03-09 Tue, 2027-03-10 Wed, ")
    assert assumed(tmp_path, place, "2027-02-01T10:00")[1:] == []


def test_a_country_without_its_part_is_told_in_the_answer(tmp_path: Path) -> None:
    assert assumed(tmp_path, "country: GB, time_zone: Europe/London", "2026-11-20T15:00")[1:] == [
        "No part of GB is named: the public holidays of its parts are not counted."
    ]


def test_the_laws_calendar_is_told_where_it_is_another_one(tmp_path: Path) -> None:
    week = "working_days: [mon, tue, wed, thu, fri, sat, sun], holidays: open"
    own = "closed: [2026-12-24], cut_off: '17:00', working_hours: {start: '18:00', end: '02:00'}"
    assert assumed(tmp_path, f"{CHINA}, {week}, {own}", "2026-09-30T10:00") == [
        "Counted with working days Mon, Tue, Wed, Thu, Fri, Sat, Sun, 18:00-02:00, also on public holidays.",
        "Closed too: 2026-12-24 Thu.",
        "What comes after 17:00, or on a day without work, counts as received on the next working day.",
        "Legal time limits: counted with the public holidays of CN, working days Mon, Tue, Wed, Thu, Fri.",
    ]


def test_legal_limits_count_legal_working_days_and_own_ones_those_of_the_organisation(tmp_path: Path) -> None:
    header = f"{HEADER}calendar: {{{CHINA}, working_days: [mon, tue, wed, thu, fri, sat, sun]}}\n"
    options = ("--received", "2026-09-30T10:00", "--severity", "p2", "--clock", "cn-consumer-law-46")
    data = json.loads(run(tmp_path, *options, "--format", "json", header=header).output)
    assert {it["name"]: it["due"] for it in data["deadlines"] if it["due"]} == {
        "steps/verify/limits/answer": "2026-10-12T18:00:00+08:00",  # 8, 9, 10, 11, 12 October
        "clocks/cn-consumer-law-46": "2026-10-15T18:00:00+08:00",
    }


def test_severities_may_be_written_in_capitals(tmp_path: Path) -> None:
    assert run(tmp_path, *RECEIVED, "--severity", "P2").output == run(tmp_path, *RECEIVED, "--severity", "p2").output


def test_a_clock_may_be_named_as_use_clocks_names_it(tmp_path: Path) -> None:
    named = run(tmp_path, *RECEIVED, "--clock", "us-dot/us-dot-response").output
    assert named == run(tmp_path, *RECEIVED, "--clock", "us-dot-response").output
    assert "Legal time limits" in named


def test_the_country_may_be_asked_for_on_the_command_line(tmp_path: Path) -> None:
    options = ("--received", "2026-09-30T15:00", "--severity", "p1", "--country", "CN", "--time-zone", "Asia/Shanghai")
    output = run(tmp_path, *options).output
    assert "2026-10-09 Fri 18:00  2 Verify the facts: An answer" in output
    assert "\nCounted with the public holidays of CN, working days " in output


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--severity p9", "there is no severity “p9”; known are: `p1`, `p2`"),
        (
            "--event escalatd=2026-11-25T10:00",
            "there is no event “escalatd”; known are: `acknowledged`, `agreed`, `answered`",
        ),
        ("--event decided", "--event decided: when did it come? Write  --event decided=2026-11-20T15:00"),
        ("--event decided=soon", "--event decided: “soon” is not a time; write it so: 2026-11-20T15:00"),
        ("--event decided=2026-11-20T14:59", "--event decided=2026-11-20T14:59: that is before the complaint came"),
        ("--event received=2026-11-25T10:00", "--event received: when the complaint came is told by  --received"),
        ("--clock us-dto", "there is no clock “us-dto”; the nearest is `us-dot`"),
        (
            "--clock us-dot/us-dot-respons",
            "there is no clock “us-dot/us-dot-respons”; the nearest is `us-dot-response`",
        ),
        ("--country UK", "no public holidays are known for the country `UK`; the code is `GB`"),
        ("--country XX", "no public holidays are known for the country `XX`; "),
        ("--country England", "“England” is not the code of a country; write two capitals"),
        ("--subdivision KENT", "no public holidays are known for `KENT` in `GB`; known are: `ENG`"),
        ("--time-zone Europe/Lodnon", "“Europe/Lodnon” is not a time zone; write its name"),
        ("--locale fr", "the SOP has no locale “fr”; known are: `en`, `zh`"),
        ("--received 2026-11-20", "--received: “2026-11-20” is a day; the hour counts too: 2026-11-20T15:00"),
        ("--received yesterday", "--received: “yesterday” is not a time; write it so"),
        ("--received 0001-01-01T00:00+14:00", "--received: “0001-01-01T00:00+14:00” is no time that a calendar knows"),
    ],
)
def test_a_question_that_is_wrong_is_told_with_the_way_out(tmp_path: Path, options: str, message: str) -> None:
    result = run(tmp_path, *RECEIVED, *options.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"amends: {message}")


def test_a_country_without_a_time_zone_is_not_enough(tmp_path: Path) -> None:
    result = run(tmp_path, *RECEIVED, "--country", "CN", header=HEADER)
    assert (result.exit_code, result.stderr) == (2, "amends: the SOP has no calendar, so say  --time-zone  too\n")


def test_an_unknown_country_in_the_sop_is_a_finding(tmp_path: Path) -> None:
    result = run(tmp_path, *RECEIVED, header=HEADER + CALENDAR.replace("GB", "XX"))
    assert result.exit_code == 1
    assert "K107 unknown-holidays" in result.stdout


@pytest.mark.parametrize("received", ["9999-12-31T23:00", "0001-01-02T00:00", "1900-01-01T00:00"])
def test_far_years_are_no_trouble(tmp_path: Path, received: str) -> None:
    assert run(tmp_path, "--received", received).exit_code == 0


OF_KINDS = """\
kinds: {payments: {title: Payments, short: payments}}
channels: {letter: {title: Letter, short: by letter}, phone: {title: Telephone, short: by telephone}}
"""


def test_kind_and_channel_leave_out_what_does_not_hold_and_say_what_may(tmp_path: Path) -> None:
    place = shop(
        tmp_path, STEPS.replace("        by: decided\n", "        by: decided\n        when: {kind: payments}\n")
    )
    (place.home / "kinds.yml").write_text(OF_KINDS, encoding="utf-8")

    def asked(*options: str) -> Result:
        return CliRunner().invoke(main, ["deadlines", str(place.home), "--today", "2026-06-01", *RECEIVED, *options])

    assert "only for payments" in asked("--severity", "p2").output
    of_payments = asked("--kind", "PAYMENTS", "--channel", "letter")
    assert of_payments.output.splitlines()[0].endswith(", Payments, Letter")
    assert "An answer" in of_payments.output
    assert "An answer" not in asked("--kind", "-").output
    wrong = asked("--channel", "leter")
    assert (wrong.exit_code, wrong.stderr) == (2, "amends: there is no channel “leter”; the nearest is `letter`\n")
    calendar = asked("--kind", "-", "--format", "ics").output
    assert "Does not apply: 2 Verify the facts: An answer" in calendar.replace("\r\n ", "")
