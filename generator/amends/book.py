"""The handbook of one locale: its pages with their Markdown, its navigation, its PDFs and other files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from amends.content.layers import Resolved
from amends.content.place import Place
from amends.documents.handbook import handbook_pages, navigation
from amends.documents.page import Page, Section
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.edition.traces import Traces
from amends.edition.words import read_words
from amends.model.sop import Sop
from amends.printing.kind import PrintJob
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.read import sop_below, usable_sop
from amends.render.pages import PageRenderer
from amends.render.process_files import process_files
from amends.shipped import shipped


@dataclass(frozen=True)
class Handbook:
    """The handbook of one locale: each page with its Markdown, the navigation, each PDF or other file with its path."""

    edition: Edition
    pages: tuple[tuple[Page, str], ...]
    navigation: Sequence[str | Section]
    downloads: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Manuscript:
    """A checked SOP with its sheets in every locale: each is made once, for the handbooks of all locales."""

    sop: Sop
    content: Resolved

    @cached_property
    def sheets(self) -> tuple[Sheets, ...]:
        """The sheets of each locale; each edition knows the SOP on which this one stands."""
        return all_sheets(self.sop, sop_below(self.content))

    @cached_property
    def marks(self) -> Fingerprints:
        """The fingerprints of all printed sheets."""
        return fingerprints(self.sheets)

    def in_locale(self, locale: str) -> Sheets:
        """The sheets of one locale."""
        return next(sheets for sheets in self.sheets if sheets.edition.locale == locale)


def read_manuscript(place: Place, today: date) -> Manuscript:
    """What is to be built of a place; raises Findings where there is any error."""
    return Manuscript(*usable_sop(place, today))


def handbook(manuscript: Manuscript, locale: str, cache: PdfCache) -> Handbook:
    """The handbook of one locale, pages and PDFs."""
    sheets, marks = manuscript.in_locale(locale), manuscript.marks
    edition = sheets.edition
    pages = handbook_markdown(sheets, marks)
    printed = pdfs(edition, print_jobs(sheets, marks), PrintOptions(), cache)
    made = [(path, make()) for path, make in printed.items()]
    return Handbook(edition, pages, navigation(edition), (*made, *process_files(sheets.map)))


def handbook_markdown(sheets: Sheets, marks: Fingerprints) -> tuple[tuple[Page, str], ...]:
    """Each page of one edition with its Markdown."""
    renderer = PageRenderer(shipped("templates"), sheets.edition)
    return tuple((page, renderer.markdown(page)) for page in handbook_pages(sheets, marks))


def all_sheets(sop: Sop, base: Sop | None = None) -> tuple[Sheets, ...]:
    """The sheets of the SOP in each of its locales."""
    return tuple(map(Sheets, editions(sop, base)))


def editions(sop: Sop, base: Sop | None = None) -> tuple[Edition, ...]:
    """The SOP in each of its locales; each edition knows the edition of `base` in the same locale."""
    traces, words = Traces(sop), {locale: read_words(locale) for locale in sop.locales}
    below = {locale: Edition(base, locale, words[locale]) for locale in sop.locales} if base else {}
    return tuple(Edition(sop, locale, words[locale], traces, below.get(locale)) for locale in sop.locales)


def pdf_cache(place: Place) -> PdfCache:
    """The cache that keeps PDFs between builds. A content folder without a project keeps none."""
    return PdfCache(place.home / ".cache" / "amends" if place.config else None)


def pdfs(
    edition: Edition, jobs: Iterable[PrintJob], options: PrintOptions, cache: PdfCache
) -> Mapping[str, Callable[[], bytes]]:
    """What makes each PDF, by the PDF's path below the locale's site."""
    renderer = PdfRenderer(shipped("templates"), edition, options, cache.get)
    return {job.path: partial(renderer.pdf, job) for job in jobs}
