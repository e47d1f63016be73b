"""The pages of a handbook as HTML, for tests that need no site."""

from __future__ import annotations

from collections.abc import Sequence

from amends.book import Handbook
from amends.cache import Cache
from amends.documents.sheets import Sheets
from amends.printing.pdf_cache import PdfCache


def html_of_pages(everything: Sequence[Sheets], locale: str = "") -> dict[str, str]:
    """What stands on each page, by the page's path: in one of the locales, or in the first."""
    sheets = next(it for it in everything if it.edition.locale == (locale or it.edition.locale))
    book = Handbook(sheets, PdfCache(Cache(None)), is_on_demand=True)
    return {page.path: book.html(page) for page in book.pages}
