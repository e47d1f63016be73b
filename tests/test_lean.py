"""The SOP for a firm of five to ten: one page of process, four roles, complete in both languages."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from amends.book import Handbook
from amends.cache import Cache
from amends.printing.pdf_cache import PdfCache
from page_html import html_of_pages
from shipped_sops import ShippedSops


def test_it_is_small_and_stands_on_nothing(shipped_sops: ShippedSops) -> None:
    sop = shipped_sops.sop("lean")

    assert sop.extends is None
    assert list(sop.steps) == ["hear", "take-charge", "find-out", "decide", "answer", "learn"]
    assert list(sop.roles) == ["first-contact", "handler", "fact-finder", "head"]
    assert [*sop.departments, *sop.frameworks, *sop.source_documents, *sop.settlements] == []


def test_check_has_nothing_to_say_but_that_the_site_has_no_address(shipped_sops: ShippedSops) -> None:
    assert [finding.code for finding in shipped_sops.reading("lean").findings] == ["G903"]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_its_handbook_has_no_page_without_content(shipped_sops: ShippedSops, locale: str) -> None:
    pages = html_of_pages(shipped_sops.everything("lean"), locale)

    assert not {"departments/index", "frameworks/index", "settlements", "sources"} & pages.keys()
    assert {"decisions", "contacts", "scripts/index", "glossary", "controls", "timeline"} <= pages.keys()


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_its_process_is_one_page(shipped_sops: ShippedSops, locale: str) -> None:
    sheets = shipped_sops.sheets("lean", locale)
    handbook = Handbook(sheets, PdfCache(Cache(None)))

    assert len(PdfReader(io.BytesIO(handbook.downloads["print/process-portrait.pdf"]())).pages) == 1
