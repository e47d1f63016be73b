"""Which limits hold for a case, from which event they count, and where they stand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.due import Case, Deadline, deadlines
from builders import FILES, STEPS, corner_shop
from clock_shop import sop_of
from side_by_side import CALL, TOGETHER

STEPS_WITH_EVENTS = STEPS.replace("    within: 1 hour\n    sets: received", "    within: 1 hour\n    sets: assigned")


def found(folder: Path, steps: str = STEPS, severity: str | None = None, **events: str) -> list[Deadline]:
    sop = sop_of(folder, steps)
    calendar = WorkingCalendar(sop.calendar)
    moments = {name: datetime.fromisoformat(time).replace(tzinfo=calendar.zone) for name, time in events.items()}
    return list(deadlines(sop, calendar, Case(moments, severity)))


def told(found: list[Deadline]) -> list[tuple[str, str, str]]:
    """The name, the severities and when it is due, or where it stands."""
    return [
        (it.limit.name, "/".join(it.severities), f"{it.due:%m-%d %H:%M}" if it.state == "due" else it.state)
        for it in found
    ]


def test_each_severity_has_its_row_while_the_severity_is_not_known(tmp_path: Path) -> None:
    assert told(found(tmp_path, received="2026-11-20T15:00")) == [
        ("steps/verify/limits/answer", "p1", "11-24 18:00"),
        ("steps/verify/limits/answer", "p2", "11-27 18:00"),
        ("steps/accept", "", "not-yet-known"),
        ("clocks/final-response", "", "01-15 23:59"),
    ]


def test_a_known_severity_leaves_its_own_row(tmp_path: Path) -> None:
    rows = found(tmp_path, severity="p2", received="2026-11-20T15:00")
    assert told(rows)[0] == ("steps/verify/limits/answer", "", "11-27 18:00")
    assert f"{rows[0].extended:%m-%d %H:%M}" == "12-04 18:00"


def test_a_severity_without_a_limit_has_no_row(tmp_path: Path) -> None:
    steps = STEPS.replace("within: {p1: 2 business days, p2: 5 business days}", "within: {p2: 5 business days}")
    assert told(found(tmp_path, steps, "p1", received="2026-11-20T15:00")) == [
        ("steps/accept", "", "not-yet-known"),
        ("clocks/final-response", "", "01-15 23:59"),
    ]


def test_a_limit_without_an_event_counts_from_what_the_step_before_sets(tmp_path: Path) -> None:
    steps = STEPS_WITH_EVENTS.replace("    limits:\n      answer:", "    within: 2 hours\n    limits:\n      answer:")
    unknown = found(tmp_path, steps, "p1", received="2026-11-20T15:00")
    assert ("steps/verify", "", "not-yet-known") in told(unknown)
    known = found(tmp_path, steps, "p1", received="2026-11-20T15:00", assigned="2026-11-20T16:00")
    assert ("steps/verify", "", "11-20 18:00") in told(known)


@pytest.mark.parametrize(
    ("came", "state"), [("2027-01-15T23:59", "met"), ("2027-01-16T00:00", "late"), ("2026-11-20T15:00", "met")]
)
def test_a_clock_is_met_by_its_event(tmp_path: Path, came: str, state: str) -> None:
    rows = found(tmp_path, received="2026-11-20T15:00", decided=came)
    assert told(rows)[-1] == ("clocks/final-response", "", state)


def test_an_extended_limit_is_late_only_after_its_extension(tmp_path: Path) -> None:
    states = [
        found(tmp_path, severity="p2", received="2026-11-20T15:00", decided=came)[0].state
        for came in ("2026-11-27T12:00", "2026-12-04T12:00", "2026-12-07T12:00")
    ]
    assert states == ["met", "met", "late"]


def test_a_further_limit_is_not_met_by_an_event_that_another_step_brings(tmp_path: Path) -> None:
    steps = STEPS.replace("    actions:\n      repair:", "    sets: decided\n    actions:\n      repair:")
    [answer, *_] = found(tmp_path, steps, "p1", received="2026-11-20T15:00", decided="2026-11-23T12:00")
    assert (answer.limit.name, answer.state) == ("steps/verify/limits/answer", "due")


def test_the_limits_of_one_event_are_late_together(tmp_path: Path) -> None:
    steps = STEPS.replace("    actions:\n      repair:", "    sets: decided\n    actions:\n      repair:")
    states = [
        {it.limit.name: it.state for it in found(tmp_path, steps, "p2", received="2026-11-20T15:00", decided=came)}
        for came in ("2026-12-04T12:00", "2026-12-07T12:00", "2027-01-16T00:00")
    ]
    assert [(it["steps/verify/limits/answer"], it["clocks/final-response"]) for it in states] == [
        ("due", "met"),  # within what it may be extended to
        ("late", "met"),
        ("late", "late"),
    ]


def test_a_limit_without_end_says_so(tmp_path: Path) -> None:
    steps = STEPS.replace("within: {p1: 2 business days, p2: 5 business days}", "within: unlimited")
    steps = steps.replace("        extend: {p2: 10 business days}\n", "").replace("by: decided", "by: agreed")
    assert ("steps/verify/limits/answer", "", "no-limit") in told(found(tmp_path, steps, received="2026-11-20T15:00"))


def test_standing_steps_have_no_deadline_in_a_case(tmp_path: Path) -> None:
    assert not [it for it in found(tmp_path, received="2026-11-20T15:00") if it.limit.name.startswith("steps/review")]


def test_an_sop_without_severities_has_the_deadlines_of_its_steps(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, STEPS_WITH_EVENTS)
    sop = sop.model_copy(update={"severities": {}})
    calendar = WorkingCalendar(sop.calendar)
    received = datetime(2026, 11, 20, 15, tzinfo=calendar.zone)
    assert told(list(deadlines(sop, calendar, Case({"received": received}))))[0] == ("steps/accept", "", "11-20 16:00")


KINDS = """\
kinds:
  payments: {title: Payments, short: payments}
  safety: {title: Safety, short: safety}
channels:
  letter: {title: Letter, short: by letter}
  phone: {title: Telephone, short: by telephone}
"""
BY = "        by: decided\n"


def names(folder: Path, steps: str, clock: str = "", **facts: str) -> set[str]:
    """The limits that hold for a case of which this is known."""
    tables = FILES["tables"].replace("    within: 8 weeks\n", f"    within: 8 weeks\n{clock}")
    sop = corner_shop(folder, FILES | {"steps": steps, "tables": tables, "kinds": KINDS}).sop()
    calendar = WorkingCalendar(sop.calendar)
    came = {"received": datetime(2026, 11, 20, 15, tzinfo=calendar.zone)}
    case = Case(came, kind=facts.get("kind"), channel=facts.get("channel"))
    return {it.limit.name.rpartition("/")[2] for it in deadlines(sop, calendar, case)}


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({}, True),
        ({"kind": "payments"}, True),
        ({"kind": "payments", "channel": "letter"}, True),
        ({"kind": "safety"}, False),
        ({"kind": "-"}, False),
        ({"channel": "phone"}, False),
    ],
)
def test_a_limit_holds_for_a_case_that_is_or_may_be_of_its_kind_and_channel(
    tmp_path: Path,
    facts: dict[str, str],
    holds: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    steps = STEPS.replace(BY, f"{BY}        when: {{kind: payments, channel: [letter]}}\n")
    assert ("answer" in names(tmp_path, steps, **facts)) == holds


@pytest.mark.parametrize(
    ("clock", "facts", "holds"),
    [
        ("    when: {kind: payments}\n", {"kind": "payments"}, True),
        ("    when: {kind: payments}\n", {"kind": "-"}, False),
        ("    when: {kind: insurance}\n", {"kind": "-"}, True),  # a kind that the SOP does not know: better too often
        ("    unless: {kind: payments}\n", {"kind": "payments"}, False),
        ("    unless: {kind: payments}\n", {}, True),
    ],
)
def test_a_clock_counts_for_the_complaints_to_which_it_applies(
    tmp_path: Path,
    clock: str,
    facts: dict[str, str],
    holds: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert ("final-response" in names(tmp_path, STEPS, clock, **facts)) == holds


SIDE_BY_SIDE = (
    TOGETHER.replace(CALL, CALL.replace("    actions:", "    sets: acknowledged\n    actions:"))
    .replace("    limits:\n      answer:", "    sets: found\n    limits:\n      answer:")
    .replace("    actions:\n      repair:", "    within: 2 hours\n    actions:\n      repair:")
)


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ({"found": "2026-11-20T10:00", "acknowledged": "2026-11-20T12:00"}, "11-20 14:00"),
        ({"found": "2026-11-20T12:00", "acknowledged": "2026-11-20T10:00"}, "11-20 14:00"),
        ({"found": "2026-11-20T12:00"}, "not-yet-known"),
    ],
)
def test_a_limit_after_steps_side_by_side_counts_once_all_are_done(
    tmp_path: Path, events: dict[str, str], due: str
) -> None:
    limits = told(found(tmp_path, SIDE_BY_SIDE, "p1", received="2026-11-20T09:00", **events))

    assert [when for name, _, when in limits if name == "steps/settle"] == [due]
