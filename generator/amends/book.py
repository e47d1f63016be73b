"""The handbook of one locale: its pages, its navigation, its PDFs and other files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from amends.content.layers import Resolved
from amends.content.place import Place
from amends.documents.handbook import handbook_pages, navigation
from amends.documents.page import Page, Section
from amends.documents.print_room import SheetLook, picture_path
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.edition.own_words import words_of
from amends.edition.traces import Traces
from amends.model.sop import Sop
from amends.printing.kind import PrintJob
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.printing.thumbnail import look_of
from amends.read import sop_below, usable_sop
from amends.render.letter_text import letter_files
from amends.render.moved_pages import moved_pages
from amends.render.pages import PageRenderer
from amends.render.process_files import process_files
from amends.shipped import shipped


@dataclass(frozen=True)
class Manuscript:
    """A checked SOP with its sheets in every locale: each is made once, for the handbooks of all locales."""

    sop: Sop
    content: Resolved

    @cached_property
    def sheets(self) -> tuple[Sheets, ...]:
        """The sheets of each locale; each edition knows the SOP on which this one stands."""
        return all_sheets(self.sop, sop_below(self.content))

    def in_locale(self, locale: str) -> Sheets:
        """The sheets of one locale."""
        return next(sheets for sheets in self.sheets if sheets.edition.locale == locale)

    def handbook(self, locale: str, cache: PdfCache, *, is_on_demand: bool = False) -> Handbook:
        """The handbook of one locale."""
        return Handbook(self.in_locale(locale), cache, is_on_demand)


def read_manuscript(place: Place, today: date) -> Manuscript:
    """What is to be built of a place; raises Findings where there is any error."""
    return Manuscript(*usable_sop(place, today))


@dataclass(frozen=True)
class Handbook:
    """The handbook of one locale. Its pages and other files are made when somebody asks for them.

    If it `is_on_demand`, no page makes a PDF: the print room shows pictures only of those that are made already.
    """

    sheets: Sheets
    cache: PdfCache
    is_on_demand: bool = False

    @cached_property
    def marks(self) -> Fingerprints:
        """The fingerprints of all printed sheets."""
        return fingerprints(self.sheets)

    @property
    def edition(self) -> Edition:
        """The SOP in the locale of this handbook."""
        return self.sheets.edition

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in the order of the navigation."""
        return tuple(handbook_pages(self.sheets, self.marks, self.look))

    @cached_property
    def navigation(self) -> Sequence[str | Section]:
        """The paths of the pages, in sections."""
        return navigation(self.sheets)

    def html(self, page: Page) -> str:
        """What stands on a page."""
        return self._renderer.html(page)

    @cached_property
    def downloads(self) -> Mapping[str, Callable[[], bytes]]:
        """What makes each PDF and each further file, by the file's path below the locale's site."""
        printed = {path: partial(self._pdf, path) for path in self._jobs}
        pictures = {picture_path(path): partial(self._picture, path) for path in self._jobs}
        texts = {**process_files(self.sheets, self.marks), **letter_files(self.sheets)}
        return {**printed, **pictures, **texts, **moved_pages(self.edition)}

    def look(self, path: str) -> SheetLook | None:
        """What the PDF at this path looks like; none if no build makes it, or if it is not made yet."""
        if path in self._jobs and path not in self._looks:
            pdf = self._printer.kept(self._jobs[path]) if self.is_on_demand else self._pdf(path)
            return look_of(pdf, self.cache.get) if pdf else None
        return self._looks.get(path)

    def _pdf(self, path: str) -> bytes:
        pdf = self._printer.pdf(self._jobs[path])
        self._looks[path] = look_of(pdf, self.cache.get)
        return pdf

    def _picture(self, path: str) -> bytes:
        if path not in self._looks:
            self._pdf(path)
        return self._looks[path].picture

    @cached_property
    def _looks(self) -> dict[str, SheetLook]:
        """The looks of the PDFs that have been made here."""
        return {}

    @cached_property
    def _jobs(self) -> Mapping[str, PrintJob]:
        """What a build prints, by path."""
        return {job.path: job for job in print_jobs(self.sheets, self.marks) if job.kind.made == "build"}

    @cached_property
    def _printer(self) -> PdfRenderer:
        return PdfRenderer(shipped("templates"), self.edition, PrintOptions(), self.cache.get)

    @cached_property
    def _renderer(self) -> PageRenderer:
        return PageRenderer(shipped("templates"), self.edition)


def all_sheets(sop: Sop, base: Sop | None = None) -> tuple[Sheets, ...]:
    """The sheets of the SOP in each of its locales."""
    return tuple(map(Sheets, editions(sop, base)))


def editions(sop: Sop, base: Sop | None = None) -> tuple[Edition, ...]:
    """The SOP in each of its locales; each edition knows the edition of `base` in the same locale."""
    traces, words = Traces(sop), {locale: words_of(sop, locale) for locale in sop.locales}
    below = {locale: Edition(base, locale, words[locale]) for locale in sop.locales} if base else {}
    return tuple(Edition(sop, locale, words[locale], traces, below.get(locale)) for locale in sop.locales)


def pdfs(
    edition: Edition, jobs: Iterable[PrintJob], options: PrintOptions, cache: PdfCache
) -> Mapping[str, Callable[[], bytes]]:
    """What makes each PDF, by the PDF's path below the locale's site."""
    renderer = PdfRenderer(shipped("templates"), edition, options, cache.get)
    return {job.path: partial(renderer.pdf, job) for job in jobs}
