"""Whoever cuts the reference down meets at most one question for each removal, and no finding in files of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amends.finding import Finding
from amends.read import read_sop
from small_sop import SmallSop

TODAY = date(2026, 11, 26)
HEADER = """\
id: mill
extends: reference
organisation: {name: {en: Mill, zh: 磨坊}, site_url: "https://mill.example/"}
calendar: {country: CN, time_zone: Asia/Shanghai}
keep: [contacts, authority, variables, scripts, situations]
"""
NINE_STEPS = "".join(
    f"  {step}: null\n"
    for step in ("prepare", "calm", "clarify", "classify", "find", "approve", "thank", "follow-up", "improve")
)

pytestmark = pytest.mark.usefixtures("unchanged_files_parsed_once")


def found(folder: Path, changes: str) -> list[Finding]:
    sop = SmallSop(folder / "sop", {"sop.yml": HEADER, "changes.yml": changes}, TODAY)
    return [finding for finding in read_sop(sop.place, TODAY).findings if finding.level != "info"]


@pytest.mark.parametrize(
    ("changes", "questions"),
    [
        ("roles:\n  finance: null\n", 1),
        ("roles:\n  after-sales-authority: null\n", 1),
        ("roles:\n  complaint-desk: null\n", 1),
        (f"steps:\n{NINE_STEPS}", 2),
        ("departments:\n  finance: null\n", 1),
    ],
    ids=["finance", "after-sales-authority", "complaint-desk", "nine steps", "a department"],
)
def test_a_removal_asks_at_most_once_in_the_authors_own_file(tmp_path: Path, changes: str, questions: int) -> None:
    findings = found(tmp_path, changes)

    assert {Path(finding.location.file).name for finding in findings} == {"changes.yml"}
    assert len([finding for finding in findings if finding.code == "B109"]) == questions
    assert {finding.code for finding in findings} <= {"B109", "B112"}


@pytest.mark.parametrize(
    "changes",
    [
        "roles:\n  finance: {replaced_by: complaint-desk-manager}\n",
        "roles:\n  after-sales-authority: {replaced_by: general-manager}\n",
        "roles:\n  complaint-desk: {replaced_by: front-line}\n",
        "frameworks: null\nsource_documents: null\nsettlements: null\nprinciples: null\nglossary: null\n",
        "goodwill: null\ncustomer_types: null\nmetrics: null\ncontrols: null\n",
        "scripts: {promise: null}\nrecords: {return-visit: null}\ncontacts: {hr-phone: null}\nsteps: {thank: null}\n",
        "severities: {p4: {replaced_by: p3}}\nkinds: null\nchannels: null\n",
    ],
)
def test_what_is_decided_leaves_nothing_wrong(tmp_path: Path, changes: str) -> None:
    assert [(it.code, it.message) for it in found(tmp_path, changes) if it.code != "B112"] == []


def test_nine_steps_go_with_two_answers(tmp_path: Path) -> None:
    answered = NINE_STEPS.replace("find: null", "find: {replaced_by: propose}").replace(
        "approve: null", "approve: {replaced_by: inform}"
    )

    assert {it.code for it in found(tmp_path, f"steps:\n{answered}")} == {"B112"}


def test_what_takes_the_place_of_a_step_is_never_one_that_goes_too(tmp_path: Path) -> None:
    told = found(tmp_path, "steps: {find: null, propose: null, approve: null}\n")

    hints = [it.hint for it in told if it.code == "B109"]

    assert len(hints) == 3
    assert all("{replaced_by: inform}" in hint for hint in hints)


MEDIATOR = "roles: {medical-mediator: null}\n"
ANEW = "steps: {inform: {decisions: {outside: {outcomes: {medical: {do: Offer the ombudsman.}}}}}}\n"


@pytest.mark.parametrize(
    ("locales", "changes", "told"),
    [
        ("[en]", MEDIATOR, {"B112"}),
        ("[en]", MEDIATOR + ANEW, set()),
        ("[en-US]", MEDIATOR, {"B112"}),
        ("[en, zh]", MEDIATOR + ANEW, {"B106", "B112", "L703"}),
    ],
)
def test_texts_in_a_language_that_nobody_sees_ask_for_nothing(
    tmp_path: Path, locales: str, changes: str, told: set[str]
) -> None:
    header = HEADER.replace("reference", "healthcare").replace("{en: Mill, zh: 磨坊}", "Mill")
    files = {"sop.yml": f"{header}locales: {locales}\n", "changes.yml": changes}
    findings = read_sop(SmallSop(tmp_path, files, TODAY).place, TODAY).findings

    assert {it.code for it in findings if it.location.file.endswith("changes.yml")} == told
