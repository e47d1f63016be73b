"""Handbooks as their owners would write them: clean, and with nothing of anybody else on any page, sheet or card."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amends.authoring.leftovers import leftovers
from amends.book import all_sheets
from amends.content.place import find_place
from amends.model.sop import Sop
from amends.printing.kinds import fingerprints, print_jobs
from amends.read import read_sop
from commands import amends
from page_html import html_of_pages
from shipped_sops import stops_publishing

PROJECTS = Path(__file__).parent / "projects"
TODAY = date(2026, 12, 1)
OF_THE_BASES = (
    r"Harbour & Pine|海松|Linden Street|椴街|complaints@example\.org|audit@example\.org|\b8[25]\d0\b|Room \d{3}"
    r"|Example number|号码为示例"
)
OF_CHINA = r"(?:on |/ )1(?:10|19|20)\b|\b12\d{3}\b|\bCNY\b|¥|yuan|China|Chinese|\bPRC\b|county level"
NOT_THEIRS = {
    "hospital": rf"{OF_CHINA}|[Tt]ourism|Mediator for medical disputes|\$|€",
    "bank": rf"{OF_CHINA}|[Tt]ourism|[Ii]nsurer's claims|Claims and policy|\$|€",
    "chain": r"旅游|独立复核组|内审部|人力与培训部|\b82\d0\b|£|€|\$",
    "canal": r"旅游|独立复核组|内审部|人力与培训部|\b82\d0\b|£|€|\$",
    "airline": rf"{OF_CHINA}|[Tt]ourism|£|€|\b999\b",
    "mill": rf"{OF_CHINA}|£|\$|[Dd]epartment|public post|review team",
    "incidents": rf"{OF_CHINA}|[Cc]omplain|[Cc]ustomer|[Gg]oodwill|[Cc]ompensation|[Rr]efund",
}
WHERE_THE_OLD_VALUE_STANDS = "changes"
"""This page says what was replaced, and the search does not read it."""

pytestmark = [pytest.mark.shipped, pytest.mark.usefixtures("unchanged_files_parsed_once")]


def text_of(page: str) -> str:
    """What people can read on a page."""
    unseen = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", unseen)).split())


def strings_in(data: Any) -> Iterator[str]:
    """What is printed of plain data: strings, but no names of fields and no figures of drawings."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list | tuple):
        for inner in data.values() if isinstance(data, Mapping) else data:
            yield from strings_in(inner)


def texts_of(sop: Sop) -> dict[str, str]:
    """All that a handbook shows, by page and by printed sheet; the words of the fixed parts stand on the pages."""
    found: dict[str, str] = {}
    for sheets in all_sheets(sop):
        marks = fingerprints(sheets)
        pages = html_of_pages([sheets])
        found |= {path: text_of(page) for path, page in pages.items() if path != WHERE_THE_OLD_VALUE_STANDS}
        for job in print_jobs(sheets, marks):
            shown = [job.kind.data(sheets.edition, sheet.view, sop.paper) for sheet in job.sheets]
            found[job.path] = " · ".join(strings_in(shown))
    return found


@pytest.mark.parametrize("project", NOT_THEIRS)
def test_it_is_clean_and_nothing_of_anybody_else_stands_anywhere(project: str) -> None:
    place = find_place(str(PROJECTS / project))
    reading = read_sop(place, TODAY)

    assert stops_publishing(place, reading, TODAY) == []
    assert reading.sop is not None
    assert leftovers(reading.content) == ""
    foreign = re.compile(f"{NOT_THEIRS[project]}|{OF_THE_BASES}")
    texts = texts_of(reading.sop)
    assert len(texts) > 30
    found = [(path, text, it) for path, text in texts.items() for it in foreign.finditer(text)]
    assert [f"{path}: …{text[max(it.start() - 40, 0) : it.end() + 30]}…" for path, text, it in found] == []


@pytest.mark.parametrize("project", sorted({it.name for it in PROJECTS.iterdir()} - NOT_THEIRS.keys()))
def test_every_other_project_can_be_published_too(project: str) -> None:
    place = find_place(str(PROJECTS / project))

    assert stops_publishing(place, read_sop(place, TODAY), TODAY) == []


@pytest.mark.site
def test_one_of_them_is_built_with_all_its_papers(tmp_path: Path) -> None:
    ended = amends("build", str(PROJECTS / "incidents"), "-o", str(tmp_path / "site"), "--strict")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert {path.name for path in (tmp_path / "site" / "en" / "print").glob("*.pdf")} >= {"cards.pdf", "checklists.pdf"}
