"""A book as a PDF: its pages, the text on them, its bookmarks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PdfReader

from amends.cache import Cache
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.shipped import shipped
from printed_pages import printed_pages


class PrintedBook:
    """One printed PDF of an edition, by its path below `print/`."""

    def __init__(
        self, edition: Edition, paper: Paper = "a4", *, path: str = "handbook.pdf", ink_saver: bool = False
    ) -> None:
        sheets = Sheets(edition)
        job = next(job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == f"print/{path}")
        options = PrintOptions(paper, ink_saver=ink_saver)
        self.edition = edition
        self.pdf = PdfRenderer(shipped("templates"), edition, options, PdfCache(Cache(None)).get).pdf(job)
        self.pages = printed_pages(self.pdf)
        self.texts = [squeezed(page.text) for page in self.pages]
        self.reader = PdfReader(io.BytesIO(self.pdf))

    @property
    def bookmarks(self) -> list[tuple[str, int]]:
        """Title and page of each bookmark, in order."""
        return list(self._below(self.reader.outline))

    @property
    def chapters(self) -> list[tuple[str, int]]:
        """The bookmarks that stand below no other."""
        return list(self._below(mark for mark in self.reader.outline if not isinstance(mark, list)))

    def _below(self, marks: Iterable[Any]) -> Iterator[tuple[str, int]]:
        """pypdf gives the marks below a mark as a list behind it."""
        for mark in marks:
            if isinstance(mark, list):
                yield from self._below(mark)
            else:
                page = self.reader.get_destination_page_number(mark)
                assert page is not None
                yield squeezed(mark.title), page + 1


def squeezed(text: str) -> str:
    """The text without spaces, and without the word joiners that Typst puts between Chinese and Latin letters."""
    return re.sub(r"[\s\u2060]", "", text)
