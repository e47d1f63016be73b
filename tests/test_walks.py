"""The walks of `docs/walks.md` go through the shipped handbooks: each row stands on its page as the walk says it.

Who, the time limit and the codes of words and forms are looked up on the page of the row's step, or in its line of “Who takes over
when”, in English and in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from amends.book import Handbook
from amends.cache import Cache
from amends.edition.edition import Edition
from amends.model.duration import BySeverity, Duration
from amends.printing.pdf_cache import PdfCache
from built_pages import text_of
from commands import ROOT
from shipped_sops import ShippedSops

LOCALES = ("en", "zh")

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

    @property
    def entry(self) -> str | None:
        """The id of the entry of “Who takes over when”, if the row is one."""
        return self.step.removeprefix("→ ") if self.step.startswith("→ ") else None


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


class Handbooks:
    """The pages of the shipped handbooks; each page that a walk names is made and read once."""

    def __init__(self, shipped: ShippedSops) -> None:
        self.shipped = shipped
        self.book = cache(self._book)
        self.page = cache(self._page)
        self.text = cache(text_of)

    def _book(self, sop: str, locale: str) -> Handbook:
        return Handbook(self.shipped.sheets(sop, locale), PdfCache(Cache(None)))

    def _page(self, sop: str, locale: str, path: str) -> str:
        book = self.book(sop, locale)
        return book.html(next(page for page in book.pages if page.path == path))

    def not_said(self, case: Case, row: Row, locale: str) -> list[str]:
        """What the row names and its place in the handbook does not: `["Finance", "S30"]`."""
        edition = self.shipped.edition(case.sop, locale)
        said = self.said_of(case, row, locale)
        codes = {**titles_by_code(edition, "scripts"), **titles_by_code(edition, "records")}
        who = role_of(self.shipped.edition(case.sop, "en"), row)
        wanted: dict[str, tuple[str, ...]] = {code: (code, codes.get(code, code)) for code in row.codes}
        if who not in handed_to(edition, case, row):
            wanted[row.who] = (edition.title(f"roles/{who}"),) if who else (row.who,)
        if row.limit:
            wanted[row.limit] = tuple(edition.duration(it) for it in limits(edition, row, case) if str(it) == row.limit)
        return [name for name, forms in wanted.items() if not any(form in said for form in forms)]

    def said_of(self, case: Case, row: Row, locale: str) -> str:
        """What the handbook says in the place of a row: the page of the step, or the line of the entry."""
        if row.entry is None:
            steps = self.shipped.edition(case.sop, locale).sop.steps
            key = next(key for key, step in steps.items() if step.code == row.step)
            return self.text(self.page(case.sop, locale, f"steps/{key}"))
        page = self.page(case.sop, locale, "decisions")
        line = re.search(rf'<tr id="escalation--{row.entry}">.*?</tr>', page, re.DOTALL)
        return self.text(line[0]) if line else ""


def titles_by_code(edition: Edition, collection: str) -> dict[str, str]:
    entries = getattr(edition.sop, collection).items()
    return {entry.code: edition.title(f"{collection}/{key}") for key, entry in entries if entry.code}


def role_of(edition: Edition, row: Row) -> str | None:
    """The id of the role that a row names by its title."""
    return next((key for key in edition.sop.roles if edition.title(f"roles/{key}") == row.who), None)


def handed_to(edition: Edition, case: Case, row: Row) -> set[str | None]:
    """The roles to whom the steps before this row hand the case over: they then do the next ones."""
    before = {it.step for it in case.rows[: case.rows.index(row)]} if row in case.rows else set()
    steps = [step for step in edition.sop.steps.values() if step.code in before]
    outcomes = [
        outcome for step in steps for decision in step.decisions.values() for outcome in decision.outcomes.values()
    ]
    return {outcome.hand_to for outcome in outcomes if outcome.hand_to}


def limits(edition: Edition, row: Row, case: Case) -> list[Duration]:
    """What the SOP says of how long this step or entry may take, in the severities of the case."""
    if row.entry is not None:
        named: list[BySeverity | None] = [edition.sop.escalations[row.entry].within]
    else:
        found = next(found for found in edition.sop.steps.values() if found.code == row.step)
        named = [found.within, *(limit.within for limit in found.limits.values())]
    spans = [span.for_severity(severity) for span in named if span for severity in case.severities]
    return [span for span in spans if span]


every_case = pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)


def test_there_are_twelve_cases() -> None:
    assert len(list(cases())) == 12
    assert all(len(case.rows) >= 7 for case in cases())


@pytest.fixture(scope="module")
def handbooks(shipped_sops: ShippedSops) -> Handbooks:
    return Handbooks(shipped_sops)


@every_case
def test_each_row_names_a_step_or_an_entry_and_who_does_it(shipped_sops: ShippedSops, case: Case) -> None:
    edition = shipped_sops.edition(case.sop, "en")
    for row in case.rows:
        assert role_of(edition, row), row
        if row.entry:
            assert row.who == edition.title(f"roles/{edition.sop.escalations[row.entry].to}"), row
        else:
            assert row.step in {step.code for step in edition.sop.steps.values()}, row


@pytest.mark.parametrize("locale", LOCALES)
@every_case
def test_each_row_stands_in_the_handbook_as_the_walk_says(handbooks: Handbooks, case: Case, locale: str) -> None:
    assert {row.step: wrong for row in case.rows if (wrong := handbooks.not_said(case, row, locale))} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_handbook_does_not_say_there_is_found(handbooks: Handbooks, locale: str) -> None:
    case = next(case for case in cases() if case.title.startswith("2."))
    row = next(row for row in case.rows if row.entry == "tell-insurer")
    assert handbooks.not_said(case, row, locale) == []

    def wrong(changed: Row) -> list[str]:
        return handbooks.not_said(case, changed, locale)

    assert wrong(replace(row, who="Front-line staff")) == ["Front-line staff"]
    assert wrong(replace(row, who="Nobody of this house")) == ["Nobody of this house"]
    assert wrong(replace(row, limit="3 business days")) == ["3 business days"]
    assert wrong(replace(row, codes=("S20", "R05", "S99"))) == ["S20", "S99"]


@every_case
def test_a_case_ends_in_the_archive_or_in_what_is_done_after_it(case: Case) -> None:
    assert case.rows[-1].step in {"M12", "M13", "M14"}
