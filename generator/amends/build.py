"""The whole way on one screen: a place -> a checked SOP -> pages and sheets -> a site, or PDFs in a folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from amends.book import all_sheets, pdf_cache, pdfs, read_manuscript
from amends.content.place import Place, sources_among, sources_of
from amends.output.allowed import refuse_for_single_files
from amends.output.folder import replaced_folder
from amends.printing.fonts import require_fonts
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PrintOptions
from amends.printing.selection import Selection
from amends.read import usable_sop
from amends.security.content_security_policy import HEADERS
from amends.write import write_file

Say = Callable[[str], None]


def build_site(place: Place, output: Path, today: date, *, strict: bool, say: Say) -> None:
    """Write the site of every locale with its PDFs, and the start page that leads to the default locale."""
    from amends.site.build import build_locale, start_page  # only this function needs MkDocs

    manuscript = read_manuscript(place, today)
    locales = manuscript.sop.locales
    require_fonts(locales)
    layers = (Path(layer.content.folder) for layer in manuscript.content.layers)
    sources = sources_among(place, *sources_of(place), *layers)
    version = manuscript.sop.document.version
    with replaced_folder(output, inside=(place.home,), sources=sources, version=version) as new:
        for locale in locales:
            say(f"{locale}: pages and PDFs ...")
            new.expect(build_locale(place, manuscript, locale, new.path, strict=strict))
        new.write("index.html", start_page([sheets.edition for sheets in manuscript.sheets]).encode())
        new.write("_headers", HEADERS.encode())
    say(f"the handbook is in {output}: open {output / 'index.html'}")


def print_pdfs(  # noqa: PLR0913 - each is one choice of the user
    place: Place, output: Path, today: date, selection: Selection, options: PrintOptions, *, say: Say
) -> None:
    """Write the selected PDFs into a folder: `output/LOCALE/checklists/accept.pdf`."""
    refuse_for_single_files(output, sources_among(place))
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
