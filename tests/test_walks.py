"""The walks of `docs/walks.md` go through the shipped SOPs: each step, role, code and time limit of a row stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from amends.edition.edition import Edition
from amends.model.duration import BySeverity
from commands import ROOT
from shipped_sops import ShippedSops

CASE = re.compile(r"^## (?P<title>.+)\n\nSOP: (?P<sop>[a-z-]+); severity: (?P<levels>P\d(?:, P\d)*)\.", re.MULTILINE)
ROW = re.compile(
    r"^\| (?P<step>M\d\dC?|H\d\d|→ [a-z-]+): [^|]+\| (?P<who>[^|]+) \|(?P<words>[^|]*)\| (?P<limit>[^|]*)\|(?P<form>[^|]*)\|$"
)


@dataclass(frozen=True)
class Row:
    """One line of a walk: `step` is a step's code, or an arrow and the id of an entry of “Who takes over when”."""

    step: str
    who: str
    codes: tuple[str, ...]
    limit: str


@dataclass(frozen=True)
class Case:
    """One walk: the shipped SOP, the severities that the case has on its way, and its rows."""

    title: str
    sop: str
    severities: tuple[str, ...]
    rows: tuple[Row, ...]


def cases() -> Iterator[Case]:
    page = (ROOT / "docs" / "walks.md").read_text(encoding="utf-8")
    heads = list(CASE.finditer(page))
    assert len(heads) == page.count("\n## ")
    for head, end in zip(heads, [*(head.start() for head in heads[1:]), len(page)], strict=True):
        lines = [line for line in page[head.end() : end].splitlines() if line.startswith("| ")][1:]
        yield Case(head["title"], head["sop"], tuple(head["levels"].lower().split(", ")), tuple(map(row, lines)))


def row(line: str) -> Row:
    found = ROW.match(line)
    assert found, line
    codes = re.findall(r"[SR]\d\d", found["words"] + found["form"])
    return Row(found["step"], found["who"], tuple(codes), found["limit"].strip())


def limits(edition: Edition, step: str, severities: tuple[str, ...]) -> set[str]:
    """What the SOP says of how long this step or entry may take, in these severities: `{"3 minutes", "at once"}`."""
    if step.startswith("→ "):
        named: list[BySeverity | None] = [edition.sop.escalations[step[2:]].within]
    else:
        found = next(found for found in edition.sop.steps.values() if found.code == step)
        named = [found.within, *(limit.within for limit in found.limits.values())]
    spans = [span.for_severity(severity) for span in named if span for severity in severities]
    return {str(span) for span in spans if span}


every_case = pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)


def test_there_are_twelve_cases() -> None:
    assert len(list(cases())) == 12
    assert all(len(case.rows) >= 7 for case in cases())


@every_case
def test_each_row_names_a_step_a_role_and_codes_of_its_sop(shipped_sops: ShippedSops, case: Case) -> None:
    edition = shipped_sops.edition(case.sop, "en")
    sop = edition.sop
    titles = {role: edition.title(f"roles/{role}") for role in sop.roles}
    codes = {script.code for script in sop.scripts.values()} | {record.code for record in sop.records.values()}
    for row in case.rows:
        assert set(row.codes) <= codes, row
        assert row.who in titles.values(), row
        if row.step.startswith("→ "):
            assert row.who == titles[sop.escalations[row.step[2:]].to], row
        else:
            assert row.step in {step.code for step in sop.steps.values()}, row


@every_case
def test_each_time_limit_is_the_sops_own(shipped_sops: ShippedSops, case: Case) -> None:
    edition = shipped_sops.edition(case.sop, "en")
    for row in case.rows:
        if row.limit:
            assert row.limit in limits(edition, row.step, case.severities), row


@every_case
def test_a_case_ends_in_the_archive_or_in_what_is_done_after_it(case: Case) -> None:
    assert case.rows[-1].step in {"M12", "M13", "M14"}
