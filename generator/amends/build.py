"""The whole way on one screen: a place -> a checked SOP -> pages and sheets -> a site, or PDFs in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from amends.book import all_sheets, handbook, pdf_cache, pdfs, read_manuscript
from amends.content.place import Place
from amends.portable.plain_handbook import plain_files
from amends.printing.fonts import require_fonts
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PrintOptions
from amends.printing.selection import Selection
from amends.read import usable_sop
from amends.security.content_security_policy import HEADERS
from amends.write import replaced_folder, write_file

Say = Callable[[str], None]


def build_site(place: Place, output: Path, today: date, *, strict: bool, say: Say) -> None:
    """Write the site of every locale with its PDFs, and the start page that leads to the default locale."""
    from amends.site.build import build_locale, start_page  # only this function needs MkDocs

    manuscript = read_manuscript(place, today)
    locales = manuscript.sop.locales
    require_fonts(locales)
    with replaced_folder(output, protected=(place.content, place.home)) as staging:
        for locale in locales:
            say(f"{locale}: pages and PDFs ...")
            build_locale(place, manuscript, locale, staging, strict=strict)
        write_file(staging / "index.html", start_page([sheets.edition for sheets in manuscript.sheets]).encode())
        write_file(staging / "_headers", HEADERS.encode())
    say(f"the handbook is in {output}: open {output / 'index.html'}")


def print_pdfs(  # noqa: PLR0913 - each is one choice of the user
    place: Place, output: Path, today: date, selection: Selection, options: PrintOptions, *, say: Say
) -> None:
    """Write the selected PDFs into a folder: `output/LOCALE/checklists/accept.pdf`."""
    sop, _ = usable_sop(place, today)
    locales = selection.locales_of(sop)
    require_fonts(locales)
    cache = pdf_cache(place)
    everything = all_sheets(sop)
    marks = fingerprints(everything)
    for sheets in everything:
        edition = sheets.edition
        if edition.locale in locales:
            for path, pdf in pdfs(edition, selection.of(print_jobs(sheets, marks)), options, cache):
                target = output / edition.locale / path.removeprefix("print/")
                write_file(target, pdf)
                say(str(target))


def export_markdown(place: Place, output: Path, today: date, locales: Sequence[str], *, say: Say) -> None:
    """Write the handbook of these locales as plain Markdown, each in its own folder; of all if none is named."""
    manuscript = read_manuscript(place, today)
    chosen = Selection(locales=tuple(locales)).locales_of(manuscript.sop)
    require_fonts(chosen)
    cache = pdf_cache(place)
    with replaced_folder(output, protected=(place.content, place.home)) as staging:
        for locale in chosen:
            say(f"{locale}: pages and PDFs ...")
            for path, content in plain_files(handbook(manuscript, locale, cache)):
                write_file(staging / locale / path, content)
    say(f"the handbook is in {output}; in the folder of a language, run  mkdocs build  or  zensical build")
