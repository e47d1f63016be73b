"""The small picture of a PDF, and the print room that shows it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from pypdf import PdfReader

from amends.book import Handbook
from amends.cache import Cache
from amends.printing import thumbnail
from amends.printing.pdf_cache import PdfCache
from amends.printing.thumbnail import WIDTH, look_of
from hotel import Hotel


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("pictures")
    return Hotel(folder / "hotel").manuscript().handbook("en", PdfCache(Cache(folder / "cache")))


@pytest.fixture(scope="module")
def shown(book: Handbook) -> BeautifulSoup:
    return BeautifulSoup(book.html(next(it for it in book.pages if it.path == "print-room")), "html.parser")


def once(_: str, make: Callable[[], bytes]) -> bytes:
    return make()


def colours_of(png: bytes) -> list[tuple[int, int, int]]:
    """The colour of each pixel."""
    with Image.open(io.BytesIO(png)) as picture:
        bare = picture.convert("RGB").tobytes()
    return list(zip(bare[::3], bare[1::3], bare[2::3], strict=True))


def test_a_look_counts_the_pages_and_measures_the_paper(book: Handbook) -> None:
    pdf = book.downloads["print/posters/first-minutes.pdf"]()

    look = look_of(pdf, once)

    assert (look.width, look.height) == (297, 420)
    assert look.pages == len(PdfReader(io.BytesIO(pdf)).pages)
    assert look.weight == len(pdf)


def test_a_picture_is_small_and_shows_ink_on_white_paper_with_the_colour_of_the_sheet(book: Handbook) -> None:
    picture = book.downloads["print/checklists/accept.png"]()

    colours = colours_of(picture)
    assert len(picture) < 5_000
    assert len(colours) in range(WIDTH * 168, WIDTH * 172)
    assert colours.count((255, 255, 255)) > len(colours) / 2
    assert any(max(colour) < 80 for colour in colours)
    assert any(max(colour) - min(colour) > 80 for colour in colours)


@pytest.mark.parametrize("path", ["checklists/accept", "checklists", "cards/manager"])
def test_a_picture_has_the_colours_of_the_pdf_though_it_is_drawn_without_colour_profiles(
    book: Handbook, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = book.downloads[f"print/{path}.pdf"]()
    bare = thumbnail._without_colour_profiles(pdf)
    monkeypatch.setattr(thumbnail, "_without_colour_profiles", lambda whole: whole)

    assert sum(before != after for before, after in zip(pdf, bare, strict=True)) > 16
    assert look_of(bare, once).picture == look_of(pdf, once).picture


def test_the_same_pdf_has_the_same_picture_and_is_looked_at_once(book: Handbook) -> None:
    pdf = book.downloads["print/checklists/accept.pdf"]()
    kept: dict[str, bytes] = {}

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        return kept.setdefault(key, b"") or kept.update({key: make()}) or kept[key]

    assert look_of(pdf, keep) == look_of(pdf, once)
    assert len(kept) == 1
    look_of(pdf, lambda key, _: kept[key])  # would not know how to make another


def test_every_sheet_of_the_print_room_has_its_picture_its_pages_and_its_paper(
    book: Handbook, shown: BeautifulSoup
) -> None:
    sheets = shown.select(".am-prints > li")
    made = book.downloads

    assert len(sheets) > 15
    for sheet in sheets:
        [link], [picture], [facts] = sheet.find_all("a"), sheet.find_all("img"), sheet.find_all("small")
        pdf = made[str(link["href"])]()
        assert picture["src"] == str(link["href"]).replace(".pdf", ".png")
        assert made[str(picture["src"])]().startswith(b"\x89PNG")
        assert picture["loading"] == "lazy"
        count = len(PdfReader(io.BytesIO(pdf)).pages)
        assert f"{count} page" in facts.get_text()
        assert "mm" in facts.get_text()


def test_a_preview_makes_no_pdf_for_the_print_room_and_shows_those_that_are_there(tmp_path: Path) -> None:
    manuscript = Hotel(tmp_path / "hotel").manuscript()
    cache = PdfCache(Cache(tmp_path / "cache"))

    def pictures() -> list[str]:
        book = manuscript.handbook("en", cache, is_on_demand=True)
        page = BeautifulSoup(book.html(next(it for it in book.pages if it.path == "print-room")), "html.parser")
        return [str(image["src"]) for image in page.find_all("img")]

    assert pictures() == []
    manuscript.handbook("en", cache).downloads["print/checklists/accept.pdf"]()
    assert pictures() == ["print/checklists/accept.png"]
