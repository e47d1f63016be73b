"""Clocks that count only once something has happened, clocks that several events keep, and events of packs and SOPs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import main
from builders import FILES, HEADER, STEPS, corner_shop
from clock_shop import CALENDAR

RECEIVED = "2026-11-20T15:00"
ANSWERED = STEPS.replace("        by: decided\n", "        by: answered\n")


def run(folder: Path, *options: str, pack: str = "", **files: str) -> Result:
    header = HEADER + CALENDAR + (f"use_clocks: [{pack}]\n" if pack else "")
    tables = FILES["tables"].partition("clocks:")[0]
    texts = FILES | {"sop": header, "tables": tables, "steps": ANSWERED} | files
    place = corner_shop(folder, texts).place
    return CliRunner().invoke(
        main, ["deadlines", str(place.home), "--today", "2026-06-01", "--received", RECEIVED, *options]
    )


def rows(folder: Path, *events: str, pack: str = "", **files: str) -> dict[str, Any]:
    """Each legal row of the answer, by the id of its clock, with its state and its last day."""
    options = [it for event in events for it in ("--event", event)]
    result = run(folder, *options, "--format", "json", pack=pack, **files)
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)["deadlines"]
    return {
        it["name"].removeprefix("clocks/"): (it["state"], it["due"] and it["due"][:10])
        for it in found
        if it["is_legal"]
    }


PACK = "eu-psd2"
FIRST, FINAL = "eu-psd2-response", "eu-psd2-final-response"


def test_the_longer_time_counts_only_after_a_holding_reply(tmp_path: Path) -> None:
    assert rows(tmp_path, pack=PACK) == {FIRST: ("due", "2026-12-11"), FINAL: ("not-begun", None)}
    held = rows(tmp_path, "holding-reply=2026-12-01T10:00", pack=PACK)
    assert held == {FIRST: ("met", "2026-12-11"), FINAL: ("due", "2027-01-13")}


def test_a_holding_reply_that_came_too_late_keeps_nothing(tmp_path: Path) -> None:
    held = rows(tmp_path, "holding-reply=2026-12-14T10:00", "answered=2026-12-21T10:00", pack=PACK)
    assert held == {FIRST: ("late", "2026-12-11"), FINAL: ("met", "2027-01-13")}


def test_an_answer_in_time_leaves_the_longer_time_alone(tmp_path: Path) -> None:
    assert rows(tmp_path, "answered=2026-12-01T10:00", pack=PACK) == {
        FIRST: ("met", "2026-12-11"),
        FINAL: ("not-begun", None),
    }


def test_the_table_says_when_such_a_clock_counts_and_what_keeps_the_other(tmp_path: Path) -> None:
    output = run(tmp_path, pack=PACK).output
    assert (
        "does not count yet    Final reply after a holding reply (Article 101(2))  35 business days from receipt\n"
        in output
    )
    assert "- counts only once this has happened: holding reply sent\n" in output
    assert "- also kept by: holding reply sent\n" in output


def test_the_extensions_of_the_chinese_banks_do_not_count_all_at_once(tmp_path: Path) -> None:
    plain, complex_, special = (
        "cn-banking-decision",
        "cn-banking-decision-complex",
        "cn-banking-decision-especially-complex",
    )
    extended, again = "extension-told=2026-12-04T10:00", "further-extension-told=2026-12-18T10:00"
    states = [
        {key: state for key, (state, _) in rows(tmp_path, *events, pack="cn-banking-insurance").items()}
        for events in ((), (extended,), (extended, again))
    ]
    assert states == [
        {plain: "due", complex_: "not-begun", special: "not-begun"},
        {plain: "met", complex_: "due", special: "not-begun"},
        {plain: "met", complex_: "met", special: "due"},
    ]


def test_the_second_stage_counts_from_the_moment_it_is_asked_for(tmp_path: Path) -> None:
    pack, events = "uk-housing-ombudsman", ("acknowledged=2026-11-23T10:00", "answered=2026-12-04T10:00")
    first = rows(tmp_path, *events, pack=pack)
    assert first["uk-housing-stage-2-acknowledgement"] == ("not-yet-known", None)
    assert first["uk-housing-stage-2-response"] == ("not-yet-known", None)
    second = rows(tmp_path, *events, "escalated=2026-12-07T10:00", pack=pack)
    assert second["uk-housing-stage-1-response"] == ("met", "2026-12-07")
    assert second["uk-housing-stage-2-acknowledgement"] == ("due", "2026-12-14")
    third = rows(tmp_path, *events, "escalated=2026-12-07T10:00", "escalation-acknowledged=2026-12-14T10:00", pack=pack)
    assert third["uk-housing-stage-2-acknowledgement"] == ("met", "2026-12-14")
    # 15-18 and 21-24 December, 29-31 (Boxing Day falls on a Saturday, so Monday is off), 4-8 and 11-14 January.
    assert third["uk-housing-stage-2-response"] == ("due", "2027-01-14")


def test_the_rest_of_the_law_asks_for_one_answer(tmp_path: Path) -> None:
    for pack in ("uk-fca-disp", "uk-nhs-england", "us-cfpb", "us-dot", "au-asic-rg271"):
        states = {state for state, _ in rows(tmp_path, "answered=2026-11-23T10:00", pack=pack).values()}
        assert states <= {"met", "not-begun", "due", "not-yet-known"}
        assert "met" in states


KINDS = """\
kinds:
  superannuation: {title: {en: Superannuation, zh: 养老金}, short: {en: superannuation, zh: 养老金}}
  hardship: {title: {en: Hardship, zh: 困难}, short: {en: hardship, zh: 困难}, known_as: [financial-hardship]}
"""


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        ("superannuation", {"au-rg271-superannuation": "2027-01-04"}),
        ("hardship", {"au-rg271-hardship": "2026-12-11"}),
        ("-", {"au-rg271-response": "2026-12-20"}),
    ],
)
def test_an_australian_complaint_has_the_time_of_its_kind(tmp_path: Path, kind: str, clocks: dict[str, str]) -> None:
    result = run(tmp_path, "--kind", kind, "--format", "json", pack="au-asic-rg271", kinds=KINDS)
    found = {it["name"]: it["due"] for it in json.loads(result.output)["deadlines"] if it["is_legal"]}
    # Of death benefits this SOP knows nothing, so their clock counts for all, from an event that has not come.
    assert {key.removeprefix("clocks/"): due[:10] for key, due in found.items() if due} == clocks | {
        "au-rg271-acknowledgement": "2026-11-23"
    }


OWN = """\
events:
  escalated:
    title: {en: "case escalated", zh: "案件升级"}
    since: {en: "from the escalation", zh: "自升级起"}
    follows: answered
"""
ROW = """\
      second: {title: {en: "Second answer", zh: "再次答复"}, from: escalated, within: 5 business days}
      answer:
"""


def test_an_event_of_the_sop_starts_its_own_limits(tmp_path: Path) -> None:
    steps = ANSWERED.replace("      answer:\n", ROW, 1)
    result = run(tmp_path, "--event", "escalated=2026-12-07T10:00", steps=steps, events=OWN)
    assert (
        "2026-12-14 Mon 18:00  2 Verify the facts: Second answer  5 business days from the escalation\n"
        in result.output
    )
    chinese = run(tmp_path, "--locale", "zh", steps=steps, events=OWN).output
    assert "5个工作日 自升级起" in chinese


def test_an_event_that_nobody_knows_is_told_with_the_way_out(tmp_path: Path) -> None:
    result = run(
        tmp_path,
        "--event",
        "escalatd=2026-12-07T10:00",
        events=OWN,
        steps=ANSWERED.replace("from: received", "from: escalated", 1),
    )
    assert result.exit_code == 2
    assert (
        "there is no event “escalatd”; the nearest is `escalated`; or declare it in the SOP:  events: {"
        in result.output
    )


def test_the_events_of_a_shipped_clock_come_with_it_when_it_is_asked_for(tmp_path: Path) -> None:
    options = ("--clock", "uk-housing-ombudsman", "--event", "escalated=2026-12-07T10:00")
    assert "5 business days from the request for stage 2\n" in run(tmp_path, *options).output


def test_the_decision_stands_for_the_answer_where_the_sop_knows_no_answer(tmp_path: Path) -> None:
    pack = "uk-fca-disp/uk-disp-final-response"
    assert rows(tmp_path, "decided=2026-11-23T10:00", pack=pack, steps=STEPS) == {
        "uk-disp-final-response": ("met", "2027-01-15")
    }
    # Where the SOP names the answer, a decision has not left the house.
    assert rows(tmp_path, "decided=2026-11-23T10:00", pack=pack) == {"uk-disp-final-response": ("due", "2027-01-15")}
    assert rows(tmp_path, "answered=2026-11-23T10:00", pack=pack, steps=STEPS) == {
        "uk-disp-final-response": ("met", "2027-01-15")
    }
