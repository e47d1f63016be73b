"""The whole way on one screen: a place -> a checked SOP -> pages and sheets -> a site, or PDFs in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from amends.book import all_sheets, pdfs, read_manuscript
from amends.cache import user_cache
from amends.comparing.difference import compared
from amends.comparing.notice import change_notice
from amends.content.chain import layer_folders
from amends.content.place import Place, folders_among, folders_read
from amends.finding import UsageError
from amends.kept_locales import kept_locales
from amends.output.allowed import refuse_for_single_files
from amends.output.folder import replaced_folder
from amends.printing.fonts import require_fonts
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.notice import notice_job
from amends.printing.paper_sizes import sheet_size
from amends.printing.pdf import PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.printing.press import OFFICE, Press, pressed, refuse_what_cannot_be
from amends.printing.selection import Selection
from amends.processes import in_processes
from amends.read import usable_sop
from amends.said import Say, said
from amends.security.content_security_policy import HEADERS
from amends.write import write_file


def build_site(  # noqa: PLR0913 - each is one choice of the user
    place: Place, output: Path, today: date, *, strict: bool, say: Say, processes: int = 1
) -> None:
    """Write the site of every locale with its PDFs, and the start page that leads to the default locale.

    Up to so many locales are built at once.
    """
    from amends.site.build import build_locale, start_page  # only this function needs MkDocs

    cache = user_cache()
    kept = kept_locales(place, output, cache, strict=strict)
    manuscript = read_manuscript(place, today)
    editions = {sheets.edition.locale: sheets.edition for sheets in manuscript.sheets}
    require_fonts(editions)
    sources = folders_among(place, *folders_read(place), *layer_folders(place.content))
    version = manuscript.sop.document.version
    with replaced_folder(output, inside=(place.home,), sources=sources, version=version) as new:
        keys = {locale: kept.key(edition) for locale, edition in editions.items()}
        unchanged = {locale: found for locale, key in keys.items() if (found := kept.inventory(key, locale))}
        for locale, inventory in unchanged.items():
            new.take_over(output, locale, inventory)
        changed = [locale for locale in editions if locale not in unchanged]
        if changed:
            say(said("building", locales=", ".join(changed)))
        build = partial(build_locale, place, manuscript, new.path, strict=strict)
        built = dict(zip(changed, in_processes(build, changed, processes), strict=True))
        for inventory in built.values():
            new.expect(inventory)
        new.write("index.html", start_page(list(editions.values())).encode())
        new.write("404.html", start_page(list(editions.values()), is_missing=True).encode())
        new.write("_headers", HEADERS.encode())
    # Somebody may have saved a page meanwhile.
    if kept == kept_locales(place, output, cache, strict=strict):
        for locale, inventory in built.items():
            kept.keep(keys[locale], inventory)


def print_pdfs(  # noqa: PLR0913 - each is one choice of the user
    place: Place,
    output: Path,
    today: date,
    selection: Selection,
    options: PrintOptions,
    *,
    say: Say,
    press: Press = OFFICE,
) -> None:
    """Write the selected PDFs into a folder: `output/LOCALE/checklists/accept.pdf`."""
    refuse_for_single_files(output, folders_among(place))
    sop, _ = usable_sop(place, today)
    locales = selection.locales_of(sop)
    require_fonts(locales)
    cache = PdfCache(user_cache())
    for sheets in all_sheets(sop):
        edition = sheets.edition
        if edition.locale in locales:
            jobs = selection.of(print_jobs(sheets, fingerprints(sheets)))
            refuse_what_cannot_be(press, options, jobs)
            paper = sheet_size(options.paper or sop.paper)
            for path, make in pdfs(edition, jobs, options, cache).items():
                target = output / edition.locale / path.removeprefix("print/")
                write_file(target, pressed(make(), press, options, paper))
                say(said("file", file=target))


def print_notice(  # noqa: PLR0913 - each is one choice of the user
    before: Place, after: Place, file: Path, today: date, *, locale: str | None, options: PrintOptions
) -> None:
    """Write what changes from one SOP to the other as a sheet with a list to sign."""
    if file.suffix.lower() != ".pdf":
        raise UsageError(f"{file}: the notice is a PDF; name a file that ends with .pdf")
    refuse_for_single_files(file.parent, folders_among(after))
    old, new = compared(before, after, today, locale)
    require_fonts([new.locale])
    job = notice_job(old, new, change_notice(old, new))
    [make] = pdfs(new, [job], options, PdfCache(user_cache())).values()
    write_file(file, make())


def export_markdown(place: Place, output: Path, today: date, locales: Sequence[str], *, say: Say) -> None:
    """Write the handbook of these locales as plain Markdown, each in its own folder; of all if none is named."""
    from amends.portable.plain_handbook import plain_files  # its parser of HTML takes long to import

    manuscript = read_manuscript(place, today)
    chosen = Selection(locales=tuple(locales)).locales_of(manuscript.sop)
    require_fonts(chosen)
    cache = PdfCache(user_cache())
    sources = folders_among(place, *folders_read(place), *layer_folders(place.content))
    with replaced_folder(output, inside=(place.home,), sources=sources) as new:
        for locale in chosen:
            say(said("building", locales=locale))
            for path, content in plain_files(manuscript.handbook(locale, cache)):
                new.write(f"{locale}/{path}", content)
    say(said("exported", folder=output))
