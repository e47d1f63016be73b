"""The page of what an SOP changes in the one below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.book import editions
from amends.content.place import find_place
from amends.documents.handbook import navigation
from amends.documents.page import Section
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from amends.model.sop import COLLECTIONS
from amends.read import sop_below, usable_sop
from hotel import TODAY, Hotel
from page_html import html_of_pages


def edition(folder: Path, locale: str = "en") -> Edition:
    sop, content = usable_sop(find_place(str(folder)), TODAY)
    return next(it for it in editions(sop, sop_below(content)) if it.locale == locale)


def background(book: Edition) -> list[object]:
    [section] = (
        it for it in navigation(Sheets(book)) if isinstance(it, Section) and it.title == book.words("nav.background")
    )
    return list(section.children)


def html(book: Edition, path: str) -> str:
    return html_of_pages([Sheets(book)])[path]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site over the hotel with another porter."""
    Hotel(tmp_path / "hotel")
    own = tmp_path / "site"
    own.mkdir()
    (own / "sop.yml").write_text('id: site\nextends: ../hotel\ncontacts:\n  porter: {phone: "8"}\n', encoding="utf-8")
    return own


def test_a_layer_shows_what_it_changes_with_a_link_and_those_whom_it_concerns(site: Path) -> None:
    book = edition(site)
    text = html(book, "changes")

    assert background(book)[-1] == "changes"
    assert "in the one on which it stands: Complaints at the hotel." in text
    assert '<a href="contacts.html#contact--porter">Contact “Porter”</a>' in text
    assert "phone now 8 instead of 9" in text
    assert "roles/front-desk" in text


def test_the_page_is_in_its_readers_language(site: Path) -> None:
    text = html(edition(site, "zh"), "changes")

    assert "电话由9改为8" in text
    assert "Contact" not in text


@pytest.mark.parametrize(("mark", "is_told"), [("", True), ("example: [organisation/name]\n", False)])
def test_the_name_of_an_example_does_not_live_on(site: Path, mark: str, *, is_told: bool) -> None:
    header = site.parent / "hotel" / "sop.yml"
    header.write_text(mark + header.read_text(encoding="utf-8"), encoding="utf-8")
    own = site / "sop.yml"
    own.write_text(
        own.read_text(encoding="utf-8") + 'organisation: {name: {en: "Our Inn", zh: "小店"}}\n', encoding="utf-8"
    )
    book = edition(site)

    assert book.base is not None
    assert (book.base.organisation in html(book, "changes")) == is_told
    assert "phone now 8 instead of 9" in html(book, "changes")


def test_an_sop_of_one_layer_has_no_such_page(tmp_path: Path) -> None:
    book = Hotel(tmp_path).edition()

    assert "changes" not in html_of_pages([Sheets(book)])
    assert "changes" not in background(book)


def test_a_layer_that_changes_nothing_says_so(site: Path) -> None:
    (site / "sop.yml").write_text("id: site\nextends: ../hotel\n", encoding="utf-8")

    assert "Nothing changes." in html(edition(site), "changes")


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_every_collection_has_a_word_for_its_changes(site: Path, locale: str) -> None:
    words = edition(site, locale).words

    assert [name for name in COLLECTIONS if f"change.field.{name.replace('_', '-')}" not in words.entries] == []
