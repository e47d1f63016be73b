"""The whole story on one screen: a place -> a checked SOP -> pages and sheets -> a site, or PDFs in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from amends.content.place import Place
from amends.content.words import read_words
from amends.documents.edition import Edition
from amends.documents.fingerprint import Fingerprints, fingerprints
from amends.documents.handbook import handbook_pages, navigation
from amends.documents.page import Page, Section
from amends.documents.print_jobs import PrintJob, print_jobs
from amends.documents.selection import Selection
from amends.documents.traces import Traces
from amends.model.sop import Sop
from amends.pdf_cache import PdfCache
from amends.read import usable_sop
from amends.render.fonts import require_fonts
from amends.render.pages import PageRenderer
from amends.render.pdf import PdfRenderer, PrintOptions
from amends.render.process_files import process_files
from amends.security.content_security_policy import HEADERS
from amends.shipped import shipped
from amends.write import replaced_folder, write_file

Say = Callable[[str], None]


@dataclass(frozen=True)
class Handbook:
    """One locale's handbook: each page with its Markdown, the navigation, every PDF and other download by its path."""

    edition: Edition
    pages: tuple[tuple[Page, str], ...]
    navigation: Sequence[str | Section]
    downloads: tuple[tuple[str, bytes], ...]


def build_site(place: Place, output: Path, today: date, *, strict: bool, say: Say) -> None:
    """Write the site of every locale with its PDFs, and the start page that leads to the default one, at once."""
    from amends.mkdocs_site import build_locale, start_page  # only this function needs MkDocs

    sop, content = usable_sop(place, today)
    require_fonts(sop.locales)
    with replaced_folder(output, protected=(place.content, place.home)) as staging:
        for locale in sop.locales:
            say(f"{locale}: pages and PDFs ...")
            build_locale(place, (sop, content), locale, staging, strict=strict)
        write_file(staging / "index.html", start_page(editions(sop)).encode())
        write_file(staging / "_headers", HEADERS.encode())
    say(f"the handbook is in {output}: open {output / 'index.html'}")


def print_pdfs(  # noqa: PLR0913 - each is one thing that a user says
    place: Place, output: Path, today: date, selection: Selection, options: PrintOptions, *, say: Say
) -> None:
    """Write the selected PDFs into a folder: `output/LOCALE/checklists/accept.pdf`."""
    sop, _ = usable_sop(place, today)
    locales = selection.locales_of(sop)
    require_fonts(locales)
    cache = pdf_cache(place)
    everything = editions(sop)
    marks = fingerprints(everything)
    for edition in everything:
        if edition.locale in locales:
            jobs = (job for job in print_jobs(edition, marks) if selection.includes(job))
            for path, pdf in _pdfs(edition, jobs, options, cache):
                target = output / edition.locale / path.removeprefix("print/")
                write_file(target, pdf)
                say(str(target))


def handbook(sop: Sop, locale: str, cache: PdfCache, base: Sop | None = None) -> Handbook:
    """The handbook of one locale, pages and PDFs; with the SOP on which it stands, what it changes in that."""
    everything = editions(sop, base)
    marks = fingerprints(everything)
    edition = next(edition for edition in everything if edition.locale == locale)
    pages = handbook_markdown(edition, marks)
    pdfs = _pdfs(edition, print_jobs(edition, marks), PrintOptions(), cache)
    return Handbook(edition, pages, navigation(edition), (*pdfs, *process_files(edition)))


def handbook_markdown(edition: Edition, marks: Fingerprints) -> tuple[tuple[Page, str], ...]:
    """Each page of one edition with its Markdown."""
    renderer = PageRenderer(shipped("templates"), edition)
    return tuple((page, renderer.markdown(page)) for page in handbook_pages(edition, marks))


def editions(sop: Sop, base: Sop | None = None) -> tuple[Edition, ...]:
    """The SOP in each of its locales, and so the one on which it stands."""
    traces, words = Traces(sop), {locale: read_words(locale) for locale in sop.locales}
    below = {locale: Edition(base, locale, words[locale]) for locale in sop.locales} if base else {}
    return tuple(Edition(sop, locale, words[locale], traces, below.get(locale)) for locale in sop.locales)


def pdf_cache(place: Place) -> PdfCache:
    """Where PDFs are kept between builds; a folder of content alone keeps none."""
    return PdfCache(place.home / ".cache" / "amends" if place.config else None)


def _pdfs(
    edition: Edition, jobs: Iterable[PrintJob], options: PrintOptions, cache: PdfCache
) -> Iterator[tuple[str, bytes]]:
    renderer = PdfRenderer(shipped("templates"), edition, options, cache.get)
    return ((job.path, renderer.pdf(job)) for job in jobs)
