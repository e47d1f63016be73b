"""The process as files for other tools, on the site of each locale."""

from __future__ import annotations

import pytest

from amends.cache import Cache
from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints
from amends.printing.pdf_cache import PdfCache
from amends.render.process_files import process_files
from hotel import Hotel


@pytest.mark.parametrize(("locale", "title"), [("en", "Accept the complaint"), ("zh", "受理投诉")])
def test_each_locale_has_the_process_in_its_own_words(hotel: Hotel, locale: str, title: str) -> None:
    sheets = Sheets(hotel.edition(locale))
    files = process_files(sheets, fingerprints(sheets))

    assert list(files) == ["process.mmd", "process.bpmn", "assets/amends/case-data.js"]
    assert [title in make().decode() for make in files.values()] == [True, True, True]


@pytest.mark.site
def test_the_handbook_carries_them_and_the_process_page_leads_there(hotel: Hotel) -> None:
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)))
    [page] = [book.html(page) for page in book.pages if page.path == "process"]

    assert {"process.mmd", "process.bpmn"} <= book.downloads.keys()
    assert page.count('href="process.mmd" download') == page.count('href="process.bpmn" download') == 1
