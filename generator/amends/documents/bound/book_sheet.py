"""The whole book: its document control, its chapters, and the index of its scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from amends.documents.bound.background_chapters import background_chapters, principles_chapter
from amends.documents.bound.blocks import Chapter, Line, Lines, Part, Section, Table
from amends.documents.bound.management_chapters import management_chapters
from amends.documents.bound.people_chapters import people_chapters
from amends.documents.bound.phrases import facts, line, linked, listed, said, word_line
from amends.documents.bound.process_chapters import process_chapters
from amends.documents.bound.table_chapters import table_chapters
from amends.documents.bound.words_chapters import words_chapters
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition, Named


@dataclass(frozen=True)
class Signer:
    """One who signs the document: what the signature says, and the role that gives it, if it is known."""

    act: str
    role: str


def chapters(sheets: Sheets) -> Iterator[Chapter]:
    """Every chapter that has content: first the rules, then the work, then the background."""
    yield from principles_chapter(sheets)
    yield from process_chapters(sheets)
    yield from words_chapters(sheets)
    yield from people_chapters(sheets)
    yield from table_chapters(sheets)
    yield from management_chapters(sheets)
    yield from background_chapters(sheets)
    yield from script_index(sheets.edition)


def control_facts(edition: Edition) -> Section:
    """Which version this is, who answers for it, until when it holds, and what changed."""
    words, document = edition.words, edition.sop.document
    about = {
        "organisation": edition.organisation,
        "title": edition.plain(edition.sop.title),
        "number": document.number,
        "version": document.version,
        "owner": edition.title(f"roles/{document.owner}"),
        "approver": edition.title(f"roles/{document.approver}"),
        "effective": edition.date(document.effective),
        "last-review": edition.date(document.last_review),
        "interval": edition.duration(document.review_every),
        "next-review": edition.date(document.next_review),
    }
    known = facts({words(f"control.{name}"): said(edition, value) for name, value in about.items()})
    parts = [Part("", (known,))] if known else []
    if document.changes:
        rows = tuple(
            ((Line(said(edition, version), strong=True),), (Line(edition.phrase(point.text)),))
            for version, point in document.changes.items()
        )
        table = Table((words("control.version"), words("control.change")), rows)
        parts.append(Part(words("control.changes"), (table,)))
    return Section(said(edition, words("page.document-control")), (), tuple(parts))


def signers(edition: Edition) -> tuple[Signer, ...]:
    """Prepared by the owner, checked by somebody, approved by the approver."""
    words, document = edition.words, edition.sop.document
    return (
        Signer(words("book.prepared"), edition.title(f"roles/{document.owner}")),
        Signer(words("book.checked"), ""),
        Signer(words("book.approved"), edition.title(f"roles/{document.approver}")),
    )


def script_index(edition: Edition) -> Iterator[Chapter]:
    """All scripts in the order of their titles, or of the SOP where a language has no such order."""
    scripts = edition.all_named("scripts", edition.sop.scripts)
    if not scripts:
        return
    words = edition.words
    columns = words("kind.scripts"), words("book.index_use"), words("book.index_steps")
    rows = tuple((line(linked(edition, named)), *_use(edition, named.id)) for named in _in_order(edition, scripts))
    section = Section(None, (), (Part("", (Table(columns, rows, is_index=True),)),))
    yield Chapter(words("book.script_index"), "", (section,))


def _in_order(edition: Edition, scripts: tuple[Named, ...]) -> Sequence[Named]:
    """By title, without regard to accents; Chinese titles have no order that readers would look under."""
    if edition.locale.split("-")[0] == "zh":
        return scripts
    return sorted(scripts, key=lambda named: normalize("NFKD", named.title.plain).casefold())


def _use(edition: Edition, script: str) -> tuple[Lines, Lines]:
    use = edition.sop.scripts[script].use
    steps = [name for name in edition.used_by.get(f"scripts/{script}", ()) if name.startswith("steps/")]
    told = word_line(edition, edition.plain(use) if use else None, quiet=False)
    return told, line(listed(edition, map(edition.named, steps)))
