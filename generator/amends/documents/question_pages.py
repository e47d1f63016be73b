"""One question, one page: what staff ask while somebody waits, answered on its own, with the tables left out."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.endings import closing_pauses, closing_questions, sorting_questions
from amends.documents.level_rows import level_rows, levels_named_in
from amends.documents.page import Page
from amends.documents.sheets import Sheets
from amends.documents.timeline_page import timeline_entry

FOLDER = "questions"
NEEDED_BOOST = 3
_ASSETS = ("questions.css",)


def question_pages(sheets: Sheets) -> Iterator[Page]:
    """The page of each question to which the SOP has an answer."""
    sop = sheets.edition.sop
    if levels := level_rows(sheets.edition):
        yield _page(sheets, "give", levels=levels)
    if sop.routing:
        yield _page(sheets, "takes")
    if asked := sorting_questions(sheets):
        yield _page(sheets, "ours", asked=asked)
    if sop.severities:
        named = levels_named_in(sheets.edition, _triggers(sheets))
        yield _page(sheets, "grave", levels=named, has_times=bool(timeline_entry(sheets.edition)))
    if asked := closing_questions(sheets):
        has_sorting = bool(sorting_questions(sheets))
        yield _page(sheets, "ended", asked=asked, pauses=closing_pauses(sheets), has_sorting=has_sorting)


def questions_entry(sheets: Sheets) -> tuple[str, ...]:
    """The places of these pages in the navigation."""
    return tuple(page.path for page in question_pages(sheets))


def _page(sheets: Sheets, name: str, **data: object) -> Page:
    title = sheets.edition.words(f"page.{name}")
    # All of it stands in the tables and on the steps, where the search finds it.
    return Page(
        f"{FOLDER}/{name}",
        title,
        f"question_{name}.html.j2",
        data,
        boost=NEEDED_BOOST,
        assets=_ASSETS,
        repeats=True,
    )


def _triggers(sheets: Sheets) -> Iterator[str]:
    edition = sheets.edition
    for severity in edition.sop.severities.values():
        yield from (edition.plain(trigger.text) for trigger in severity.triggers.values())
        if severity.summary:
            yield edition.plain(severity.summary)
