"""The handbook as a book: cover, document control, contents, every chapter, and an index of the scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from amends.documents.bound.blocks import Chapter
from amends.documents.bound.book_sheet import chapters, control_facts, signers
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.book_data import chapters_data, section_data
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address

_NAME = "handbook"


@dataclass(frozen=True)
class Book:
    """What stands in the book. Its chapters are made when somebody prints it."""

    sheets: Sheets

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in order."""
        return tuple(chapters(self.sheets))


def _marks(sheets: Sheets) -> Fingerprints:  # noqa: ARG001 - the mark of the book is that of what it prints
    return {}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:  # noqa: ARG001
    edition = sheets.edition
    book = Sheet(Book(sheets), edition.sop.document.number, "", page_address(edition, "index"))
    yield PrintJob(HANDBOOK, "print/handbook.pdf", edition.words("page.handbook"), (book,))


def _data(edition: Edition, book: Book, paper: Paper) -> Data:  # noqa: ARG001 - a book says the same on any
    shown = {
        "chapters": chapters_data(book.chapters),
        "summary": edition.plain(edition.sop.summary) if edition.sop.summary else "",
    }
    return {
        **shown,
        "control": section_data(control_facts(edition)),
        "signers": [vars(signer) for signer in signers(edition)],
        "fingerprint": fingerprint(shown),
    }


HANDBOOK = PrintedKind(
    _NAME, "handbook.typ", (), _marks, _jobs, _data, is_fitted=False, words=("print", "book"), made="all"
)
