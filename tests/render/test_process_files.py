"""The process as files for other tools, on the site of each locale."""

from __future__ import annotations

import pytest

from amends.cache import Cache
from amends.documents.sheets import Sheets
from amends.printing.kinds import fingerprints
from amends.printing.pdf_cache import PdfCache
from amends.render.process_files import process_files
from hotel import Hotel


@pytest.mark.parametrize(
    ("locale", "title", "form"), [("en", "Accept the complaint", "Complaint form"), ("zh", "受理投诉", "投诉表")]
)
def test_each_locale_has_the_process_in_its_own_words(hotel: Hotel, locale: str, title: str, form: str) -> None:
    sheets = Sheets(hotel.edition(locale))
    files = process_files(sheets, fingerprints(sheets))

    assert list(files) == ["process.mmd", "process.bpmn", "assets/amends/case-data.js", "assets/amends/case-more.js"]
    wanted = (title, title, title, form)
    assert [words in make().decode() for words, make in zip(wanted, files.values(), strict=True)] == [True] * 4


@pytest.mark.site
def test_the_handbook_carries_them_and_the_process_page_leads_there(hotel: Hotel) -> None:
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)))
    [page] = [book.html(page) for page in book.pages if page.path == "process"]

    assert {"process.mmd", "process.bpmn"} <= book.downloads.keys()
    assert page.count('href="process.mmd" download') == page.count('href="process.bpmn" download') == 1
