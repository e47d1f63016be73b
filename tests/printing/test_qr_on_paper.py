"""A QR code on a rendered page is read by another program, and leads to a page that the handbook has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2
import pytest
import zxingcpp

from amends.book import Handbook
from amends.cache import Cache
from amends.printing.pdf_cache import PdfCache
from hotel import Hotel

SITE = "https://hotel.example/complaints/"
DOTS_PER_INCH = 150
"""Those of a poor copy."""


@pytest.fixture(scope="module", params=["en", "zh"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    hotel = Hotel(tmp_path_factory.mktemp("hotel")).with_letters()
    return hotel.manuscript().handbook(request.param, PdfCache(Cache(None)))


def addresses(pdf: Callable[[], bytes]) -> Iterator[str]:
    """What the codes of a PDF say, read from its pages as they look."""
    for page in pypdfium2.PdfDocument(pdf()):
        picture = page.render(scale=DOTS_PER_INCH / 72).to_pil()
        yield from (code.text for code in zxingcpp.read_barcodes(picture))


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("checklists/accept", "checklists/accept"),
        ("cards/front-desk", "roles/front-desk"),
        ("forms/form", "records/form"),
        ("letters/thanks", "letters/thanks"),
        ("process-landscape", "process"),
        ("leaflet", "policy"),
    ],
)
def test_a_code_leads_to_the_page_of_its_sheet(book: Handbook, path: str, page: str) -> None:
    read = set(addresses(book.downloads[f"print/{path}.pdf"]))

    assert read == {f"{SITE}{book.edition.locale}/{page}.html"}
    assert page in {it.path for it in book.pages}
