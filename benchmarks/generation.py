"""What amends adds to a MkDocs build: CPU time from YAML to Markdown, as a share of that of the build which follows.

    python benchmarks/generation.py

Reads the shipped SOP, checks it, and sets every page of both locales in Markdown; then lets MkDocs make HTML and the
search index of the same pages, in the same process. PDFs are left out on both sides.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time
from unittest.mock import patch

from amends import mkdocs_plugin
from amends.build import Handbook, editions, handbook_markdown
from amends.content.place import find_place
from amends.documents.fingerprint import fingerprints
from amends.documents.handbook import navigation
from amends.mkdocs_site import build_locale
from amends.read import usable_sop

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print both times and the share."""
    place = find_place(str(ROOT))

    begin = process_time()
    sop, content = usable_sop(place, date.min)
    read = process_time()
    everything = editions(sop)
    marks = fingerprints(everything)
    books = {
        edition.locale: Handbook(edition, handbook_markdown(edition, marks), navigation(edition), ())
        for edition in everything
    }
    generated = process_time()

    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(mkdocs_plugin, "usable_sop", lambda *_: (sop, content)),
        patch.object(mkdocs_plugin, "handbook", lambda _, locale, *__: books[locale]),
    ):
        for locale in books:
            build_locale(place, locale, Path(folder) / "site", strict=False)
    built = process_time()

    pages = sum(len(book.pages) for book in books.values())
    print(f"read and check the YAML         {read - begin:>7.2f} s")
    print(f"set {pages} pages in Markdown     {generated - read:>7.2f} s")
    print(f"MkDocs build of these pages     {built - generated:>7.2f} s")
    print(f"share of what amends adds       {(generated - begin) / (built - generated):>7.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
