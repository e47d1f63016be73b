"""A letter on paper has everything that its page has: what to fill in, and in which case a paragraph is sent."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from amends.cache import Cache
from amends.printing.pdf_cache import PdfCache
from hotel import Hotel


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", ["Your stay", "name of the guest", "Thank you for telling us.", "if the telephone works", "Signed by Manager", "Yours sincerely"]),
        ("zh", ["您的入住", "客人姓名", "谢谢您告诉我们。", "电话畅通时", "此致"]),
    ],
)  # fmt: skip
def test_a_letter_is_one_page_on_the_letterhead_with_its_cases(tmp_path: Path, locale: str, said: list[str]) -> None:
    book = Hotel(tmp_path).with_letters().manuscript().handbook(locale, PdfCache(Cache(None)))

    [page] = PdfReader(io.BytesIO(book.downloads["print/letters/thanks.pdf"]())).pages

    text = squeezed(page.extract_text())
    assert [words for words in said if squeezed(words) not in text] == []
    assert text.count(squeezed(book.edition.words("letter.recipient"))) >= 1


@pytest.mark.parametrize("count", range(50, 62, 2))
def test_a_signature_stands_with_the_last_paragraph(tmp_path: Path, count: int) -> None:
    lines = "".join(f'      line-{n}: {{en: "Line {n}.", zh: "第{n}行。"}}\n' for n in range(1, count + 1))
    hotel = Hotel(tmp_path).with_letters().replace("    closing: {regards", f"{lines}    closing: {{regards")
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)))

    pages = PdfReader(io.BytesIO(book.downloads["print/letters/thanks.pdf"]())).pages

    [signed] = [text for page in pages if "Yours sincerely" in (text := page.extract_text())]
    assert f"Line {count}." in signed


def test_a_reply_that_everybody_reads_has_no_place_for_an_address(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path).with_letters().replace("kind: acknowledgement", "kind: public-reply")
    book = hotel.manuscript().handbook("zh", PdfCache(Cache(None)))

    [page] = PdfReader(io.BytesIO(book.downloads["print/letters/thanks.pdf"]())).pages

    assert book.edition.words("letter.recipient") not in page.extract_text()


def test_the_page_of_a_letter_leads_to_its_pdf_and_the_print_room_lists_it(tmp_path: Path) -> None:
    book = Hotel(tmp_path).with_letters().manuscript().handbook("en", PdfCache(Cache(None)))

    pages = {page.path: page for page in book.pages if page.path in ("letters/thanks", "print-room")}
    assert 'href="../print/letters/thanks.pdf"' in book.html(pages["letters/thanks"])
    assert {'href="print/letters.pdf"', 'href="print/letters/thanks.pdf"'} <= set(
        re.findall(r'href="print/letters[^"]*"', book.html(pages["print-room"]))
    )
    assert {"print/letters.pdf", "print/letters/thanks.pdf"} <= book.downloads.keys()


def test_an_sop_without_letters_prints_none(hotel: Hotel) -> None:
    book = hotel.manuscript().handbook("en", PdfCache(Cache(None)))

    assert [path for path in book.downloads if "print/letters" in path] == []
