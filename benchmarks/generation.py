"""What amends adds to a MkDocs build: CPU time from YAML to Markdown, as a share of the build that follows.

    python benchmarks/generation.py

Reads the shipped SOP, checks it, and sets every page of both locales in Markdown. Then MkDocs makes HTML and the
search index of the same pages, in the same process, and Typst makes every PDF. The first build of a project makes all
PDFs; later builds make only those that have changed.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time
from unittest.mock import patch

from amends.book import Handbook, handbook_markdown, read_manuscript
from amends.content.place import find_place
from amends.documents.handbook import navigation
from amends.printing.kinds import print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.shipped import shipped
from amends.site import site_build
from amends.site.build import build_locale

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print both times and the share."""
    place = find_place(str(ROOT))

    begin = process_time()
    manuscript = read_manuscript(place, date.min)
    read = process_time()
    everything, marks = manuscript.sheets, manuscript.marks
    books = {
        sheets.edition.locale: Handbook(
            sheets.edition, handbook_markdown(sheets, marks), navigation(sheets.edition), ()
        )
        for sheets in everything
    }
    generated = process_time()

    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(site_build, "handbook", lambda _, locale, *__: books[locale]),
    ):
        for locale in books:
            build_locale(place, manuscript, locale, Path(folder) / "site", strict=False)
    built = process_time()

    for sheets in everything:
        renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(None).get)
        for job in print_jobs(sheets, marks):
            renderer.pdf(job)
    printed = process_time()

    pages = sum(len(book.pages) for book in books.values())
    print(f"read and check the YAML         {read - begin:>7.2f} s")
    print(f"set {pages} pages in Markdown     {generated - read:>7.2f} s")
    print(f"MkDocs build of these pages     {built - generated:>7.2f} s")
    print(f"every PDF, made anew            {printed - built:>7.2f} s")
    print(f"YAML to Markdown, as a share of the MkDocs build    {(generated - begin) / (built - generated):>7.1%}")
    print(f"                  and of a first build with PDFs    {(generated - begin) / (printed - begin):>7.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
