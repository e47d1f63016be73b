"""The chapters before and after all others: principles, words, sources, how contradictions were settled."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.bound.blocks import Chapter, Item, Line, Listing, Part, Prose, Section
from amends.documents.bound.phrases import (
    all_linked,
    line,
    listed,
    listed_in_short,
    part,
    phrases,
    points,
    said,
    text_line,
    word_line,
)
from amends.documents.framework_view import applied_counts
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition


def principles_chapter(sheets: Sheets) -> Iterator[Chapter]:
    """The principles, if there are any."""
    edition, words = sheets.edition, sheets.edition.words
    sections = tuple(_principle(edition, key) for key in edition.sop.principles)
    if sections:
        yield Chapter(words("page.principles"), words("principles.intro"), sections)


def _principle(edition: Edition, key: str) -> Section:
    principle = edition.sop.principles[key]
    steps = line(all_linked(edition, "steps", principle.steps), edition.words("principles.steps"), quiet=True)
    text = Prose((*text_line(edition, principle.text), *steps))
    return Section(edition.phrase(principle.title), (f"principles/{key}",), (Part("", (text,)),))


def background_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """The glossary, what was settled, and the sources: what there is of them."""
    edition, words, sop = sheets.edition, sheets.edition.words, sheets.edition.sop
    if sop.glossary:
        yield Chapter(words("page.glossary"), words("glossary.intro"), (_glossary(edition),))
    if sop.settlements:
        sections = tuple(_settlement(edition, key) for key in sop.settlements)
        yield Chapter(words("page.settlements"), words("settlements.intro"), sections)
    if sop.source_documents:
        documents = tuple(_document(edition, key) for key in sop.source_documents)
        yield Chapter(words("page.sources"), words("sources.intro"), (*documents, _added(edition)))


def _glossary(edition: Edition) -> Section:
    glossary = edition.sop.glossary
    see = edition.words("glossary.see")
    items = tuple(
        Item(
            (
                Line(edition.phrase(it.term), strong=True),
                *text_line(edition, it.meaning),
                *line(listed(edition, edition.all_named("glossary", it.see)), see, quiet=True),
            )
        )
        for it in glossary.values()
    )
    return Section(None, tuple(f"glossary/{key}" for key in glossary), (Part("", (Listing(items),)),))


def _settlement(edition: Edition, key: str) -> Section:
    words, it = edition.words, edition.sop.settlements[key]
    carried = line(listed_in_short(edition, it.carried_by), quiet=True)
    parts = (
        *part(words("settlements.positions"), points(edition, it.positions)),
        *part(words("settlements.settlement"), Prose(text_line(edition, it.settlement))),
        *part(words("settlements.carried-by"), Prose(carried) if carried else None),
    )
    return Section(edition.phrase(it.title), (f"settlements/{key}",), parts, it.code)


def _document(edition: Edition, key: str) -> Section:
    words, it = edition.words, edition.sop.source_documents[key]
    applied = applied_counts(edition)
    frameworks = [
        said(
            edition,
            f"{edition.title(f'frameworks/{name}')} · "
            f"{words('framework.applied', count=applied[name], total=len(framework.items))}",
        )
        for name, framework in edition.sop.frameworks.items()
        if framework.document == key
    ]
    parts = (
        *part("", Prose(text_line(edition, it.summary)) if it.summary else None),
        *part(words("nav.frameworks"), phrases(frameworks)),
    )
    return Section(edition.phrase(it.title), (f"source_documents/{key}",), parts, it.code or "")


def _added(edition: Edition) -> Section:
    text = Prose(word_line(edition, edition.words("sources.added-text"), quiet=False))
    return Section(said(edition, edition.words("sources.added")), (), (Part("", (text,)),))
