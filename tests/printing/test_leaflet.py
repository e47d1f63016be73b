"""The leaflet says what the policy says, with the times of the SOP, on one sheet."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from amends.cache import Cache
from amends.printing.pdf_cache import PdfCache
from hotel import Hotel


@pytest.mark.parametrize(("locale", "said"), [("en", "You have been heard"), ("zh", "听取您的意见")])
def test_times_and_contacts_of_the_policy_are_on_one_page(tmp_path: Path, locale: str, said: str) -> None:
    book = Hotel(tmp_path).with_letters().manuscript().handbook(locale, PdfCache(Cache(None)))

    [page] = PdfReader(io.BytesIO(book.downloads["print/leaflet.pdf"]())).pages

    text = page.extract_text()
    assert said in text
    assert book.edition.words("page.policy") in text
    assert book.edition.plain(book.edition.sop.contacts["office"].title) in text


def test_an_sop_without_a_policy_has_no_leaflet(hotel: Hotel) -> None:
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)), is_on_demand=True)

    assert "print/leaflet.pdf" not in book.downloads
    assert "leaflet.pdf" not in book.html(next(page for page in book.pages if page.path == "print-room"))
