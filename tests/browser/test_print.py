"""Every kind of page prints as a sheet: without the frame of the site, dark on white, with document control."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

PAGES = """\
index process steps/classify checklists/verify scripts/index scripts/promise wording customer-types/irritable
roles/front-line departments/complaint-handling contacts decisions records/registration controls
metrics/complaint-ppm glossary frameworks/s001-rapid-response settlements document-control
"""

FRAME = """\
.md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-path, .md-content__button, .am-buttons, .am-copy, .am-pager,
.am-find, .am-tasks, .am-trace:not(.am-trace--applied), .am-switch
"""

SEEN = f"""\
Array.from(document.querySelectorAll(`{FRAME}`))
  .filter(part => part.getClientRects().length > 0 && getComputedStyle(part).visibility === 'visible')
  .map(part => part.className)
"""

LIGHT_INK = """\
Array.from(document.querySelectorAll('.md-content :is(h1, h2, h3, p, li, td, th, b, a, legend, label)'))
  .filter(part => part.getClientRects().length > 0 && part.textContent.trim())
  .filter(part => {
    const [red, green, blue] = getComputedStyle(part).color.match(/[\\d.]+/g).map(Number);
    return (red * 299 + green * 587 + blue * 114) / 1000 > 140;
  })
  .map(part => `${part.className} ${part.textContent.trim().slice(0, 40)}`)
"""


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page that is printed by somebody who reads it on a dark screen."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES.split())
def test_a_page_prints_dark_on_white_without_the_frame_and_with_document_control(
    paper: Page, server: str, path: str
) -> None:
    paper.goto(f"{server}en/{path}.html")

    assert paper.evaluate(SEEN) == []
    assert paper.evaluate(LIGHT_INK) == []
    assert "SOP-CMP" in paper.locator(".am-print-control").inner_text()


def test_each_sheet_of_a_page_bears_document_control_and_its_number(paper: Page, server: str, tmp_path: Path) -> None:
    paper.goto(f"{server}en/decisions.html")
    paper.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)

    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages]

    assert len(sheets) > 1
    for number, text in enumerate(sheets, start=1):
        assert "CMP · 1.0 · Uncontrolled when printed" in text
        assert f"{number} / {len(sheets)}" in text


def test_all_that_a_card_of_the_home_page_holds_is_printed_from_a_phone_too(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}en/index.html")
    inside = page.locator("[data-situation] .am-ways__way").first
    expect(inside).to_be_hidden()

    page.emulate_media(media="print")

    expect(page.get_by_text("You call the ambulance on 120 now. The form comes later.")).to_be_visible()
    expect(inside).to_be_visible()
    page.close()
