from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amends.check import engine
from amends.check.engine import findings_for
from amends.check.rule import Issue, Rule, Subject
from amends.finding import Finding, Location
from builders import FILES, HEADER, STEPS, TODAY, Found, check_files, corner_shop


def test_the_small_sop_of_the_tests_is_without_any_finding(tmp_path: Path) -> None:
    assert check_files(tmp_path, FILES) == []


def test_the_engine_stamps_what_a_rule_found_with_code_name_severity_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = Issue(("steps", "accept", "title"), "is dull", "make it shine")
    monkeypatch.setattr(engine, "RULES", (Rule("Z999", "dull", "info", "", lambda _: iter([issue])),))
    found = findings_for(Subject(corner_shop(tmp_path).sop(), TODAY), lambda _: Location("steps.yml", 3, 5))
    expected = Location("steps.yml", 3, 5)
    assert found == [Finding("Z999", "dull", "info", "steps/accept: is dull", "make it shine", expected)]


def test_a_finding_in_the_header_names_no_entry(tmp_path: Path) -> None:
    found = check_files(tmp_path, FILES | {"sop": HEADER.replace("last_review: 2026-01-01", "last_review: 2027-01-01")})
    message = "the last review is dated 2027-01-01, but it is 2026-06-01"
    assert found == [Found("G902", "sop.yml: last_review: 2027-01-01", message)]


def test_rules_that_need_all_wait_until_every_entry_can_be_read(tmp_path: Path) -> None:
    broken = STEPS.replace("phase: case\n    responsible: assistant\n    accountable: manager\n    limits", "limits", 1)
    found = check_files(tmp_path, FILES | {"steps": broken})
    # `verify` could not be read: neither the references to it nor the steps around it are complained of.
    assert {it.code for it in found} == {"M001"}


def test_rules_that_look_at_one_entry_do_not_wait(tmp_path: Path) -> None:
    broken = STEPS.replace("    accountable: manager\n    within: 1 hour", "    within: 1 hour")
    people = FILES["people"].replace("contact: counter", "contact: countre")
    found = check_files(tmp_path, FILES | {"steps": broken, "people": people})
    assert {it.code for it in found} == {"M001", "R101"}


def test_today_decides_about_the_review_and_nothing_else_does(tmp_path: Path) -> None:
    assert check_files(tmp_path, FILES, date(2027, 1, 1)) == []
    assert [it.code for it in check_files(tmp_path, FILES, date(2027, 1, 2))] == ["G901"]
