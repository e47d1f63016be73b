"""The SOP that is shipped keeps what README says of it, on every page and every sheet."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from amends.content.place import Place, find_place
from amends.edition.address import address_of
from amends.model.base import Citable
from amends.model.sop import Sop
from amends.model.walk import entries
from built_pages import BuiltPage, is_outside, read_pages
from commands import ROOT, amends
from shipped_sops import ShippedSops

LOCALES = ("en", "zh")
THANKS = {
    "en": [
        "Once again, I'm sorry for the inconvenience this has caused you.",
        "Thank you for trusting us, and for choosing us.",
        "Thank you for bringing this to us; it shows us where we fall short.",
        "We're determined to do better, and we'll work hard to improve.",
    ],
    "zh": [
        "这次给您添麻烦了，再跟您说声对不起。",
        "谢谢您一直信任我们、选择我们。",
        "感谢您发现并告诉我们这个问题，让我们看到了自己的不足。",
        "我们一定努力改进工作，把服务做得更好。",
    ],
}

in_both_languages = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="session")
def place() -> Place:
    return find_place(str(ROOT))


@pytest.fixture(scope="session")
def sop(shipped_sops: ShippedSops) -> Sop:
    return shipped_sops.sop("reference")


@pytest.fixture(scope="session")
def pages(reference_site: Path) -> dict[str, BuiltPage]:
    """Every page of the site, but not those for addresses that do not exist: only a server knows where they stand."""
    return {path: page for path, page in read_pages(reference_site).items() if not path.endswith("/404.html")}


@pytest.fixture(scope="session")
def export() -> dict[str, Any]:
    """What `amends export json` prints."""
    ended = amends("export", "json", ROOT, "--today", "2026-11-21")
    assert (ended.returncode, ended.stderr) == (0, "")
    data: dict[str, Any] = json.loads(ended.stdout)
    return data


def squeezed(text: str) -> str:
    """The text without any blank: where lines are broken says nothing."""
    return re.sub(r"\s", "", text)


def assert_in_order(texts: list[str], whole: str) -> None:
    places = [squeezed(whole).find(squeezed(text)) for text in texts]
    assert -1 not in places, texts[places.index(-1)]
    assert places == sorted(places)


def pdf_text(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


# Content ---------------------------------------------------------------------------------------------------------------


@pytest.mark.shipped
def test_the_shipped_sop_has_no_finding_but_that_nobody_has_published_it_yet() -> None:
    ended = amends("check", ROOT, "--strict", "--format", "json", "--today", "2026-11-21")

    assert ended.returncode == 0
    assert [(finding["code"], finding["severity"]) for finding in json.loads(ended.stdout)] == [("G903", "info")]


@pytest.mark.shipped
def test_every_item_of_the_sources_is_in_the_export_with_where_it_is_applied_or_why_nowhere(
    export: dict[str, Any],
) -> None:
    items = {
        f"{framework_id}/{item_id}": item
        for framework_id, framework in export["frameworks"].items()
        for item_id, item in framework["items"].items()
    }

    listed = (ROOT / "tests" / "catalogue_items.txt").read_text(encoding="utf-8").split()
    assert len(listed) == len(set(listed)) > 300
    assert set(items) == set(listed)
    assert [name for name, item in items.items() if not item.get("applied_in") and not item.get("not_applied")] == []


@pytest.mark.shipped
def test_every_place_at_which_a_source_is_applied_exists(export: dict[str, Any]) -> None:
    frameworks = export["frameworks"].values()
    named = {
        name for framework in frameworks for item in framework["items"].values() for name in item.get("applied_in", ())
    }
    named |= {name for framework in frameworks for name in framework["applied_in"]}

    def exists(name: str) -> bool:
        value: Any = export
        for part in name.split("/"):
            value = value.get(part) if isinstance(value, dict) else None
        return value is not None

    assert len(named) > 300
    assert [name for name in sorted(named) if not exists(name)] == []


@in_both_languages
def test_the_worked_example_of_the_sources_comes_to_20_ppm(pages: dict[str, BuiltPage], locale: str) -> None:
    text = pages[f"{locale}/metrics/complaint-ppm.html"].text

    assert "7 ÷ 350,000 × 1,000,000" in text
    assert re.search(r"\b20 PPM\b", text)


@in_both_languages
def test_the_four_sentences_of_thanks_stand_in_order_on_their_page_and_on_the_card_for_the_pocket(
    reference_site: Path, pages: dict[str, BuiltPage], locale: str
) -> None:
    assert_in_order(THANKS[locale], pages[f"{locale}/scripts/thank-you.html"].text)
    assert_in_order(THANKS[locale], pages[f"{locale}/steps/thank.html"].text)
    assert_in_order(THANKS[locale], pdf_text(reference_site / locale / "print" / "cards" / "front-line.pdf"))


# Pages -----------------------------------------------------------------------------------------------------------------


@in_both_languages
def test_every_entry_is_found_at_its_address(sop: Sop, pages: dict[str, BuiltPage], locale: str) -> None:
    names = ["/".join(map(str, path)) for path, part in entries(sop) if isinstance(part, Citable)]
    addresses = {name: address_of(name) for name in names if not name.startswith("document/")}

    def is_there(name: str) -> bool:
        page = pages.get(f"{locale}/{addresses[name].page}.html")
        return page is not None and (not addresses[name].anchor or addresses[name].anchor in page.ids)

    assert len(addresses) > 1500
    assert [name for name in addresses if not is_there(name)] == []


def test_every_link_leads_to_a_page_and_a_place_on_it(reference_site: Path, pages: dict[str, BuiltPage]) -> None:
    def is_broken(page: BuiltPage, link: str) -> bool:
        file, anchor = page.target(link)
        if file in pages:
            return bool(anchor) and anchor not in pages[file].ids
        return bool(anchor) or not (reference_site / file).is_file()

    links = [(page, link) for page in pages.values() for link in page.links if not is_outside(link)]
    assert len(links) > 10_000
    assert [(page.path, link) for page, link in links if is_broken(page, link)] == []


def test_no_link_stands_in_another_link(reference_site: Path) -> None:
    nested = re.compile(r"<a\b[^>]*>(?:(?!</a>).)*?<a\b", re.DOTALL)
    pages = sorted(reference_site.rglob("*.html"))

    assert len(pages) > 100
    assert [page.name for page in pages if nested.search(page.read_text(encoding="utf-8"))] == []


def test_no_page_has_two_places_of_one_name(pages: dict[str, BuiltPage]) -> None:
    assert {
        path: twice for path, page in pages.items() if (twice := [i for i, n in Counter(page.ids).items() if n > 1])
    } == {}


def test_no_page_loads_anything_from_elsewhere(reference_site: Path, pages: dict[str, BuiltPage]) -> None:
    loaded = {(path, address) for path, page in pages.items() for address in page.loads}
    styles = "\n".join(style for page in pages.values() for style in page.styles)

    assert {Path(address).suffix for _, address in loaded} >= {".css", ".js", ".svg"}
    assert {(path, address) for path, address in loaded if is_outside(address)} == set()
    assert [address for address in in_style(styles) if is_outside(address)] == []
    assert {
        (path, address) for path, address in loaded if not (reference_site / pages[path].target(address)[0]).is_file()
    } == set()


def test_no_style_sheet_loads_anything_from_elsewhere(reference_site: Path) -> None:
    sheets = [path.read_text(encoding="utf-8") for path in reference_site.rglob("*.css")]

    assert len(sheets) >= 6
    assert [address for sheet in sheets for address in in_style(sheet) if is_outside(address)] == []


def in_style(style: str) -> Iterator[str]:
    """Whatever a style sheet loads: `url(...)` and `@import "..."`."""
    for match in re.finditer(r"""(?:url\(\s*|@import\s+)(?P<quote>["']?)(?P<address>.*?)(?P=quote)\s*[);]""", style):
        if not match["address"].startswith("#"):
            yield match["address"]


def test_what_style_sheets_load_is_seen() -> None:
    style = """@import "https://a.example/x.css"; a{b:url(//c.example/d)} e{f:url( 'data:g' ) url("#h")}"""

    found = list(in_style(style))
    assert found == ["https://a.example/x.css", "//c.example/d", "data:g"]
    assert [is_outside(address) for address in found] == [True, True, False]


def test_no_text_of_an_author_became_markup_or_stayed_unfilled(pages: dict[str, BuiltPage]) -> None:
    for sign in ("{{", "}}", "**", "](", "{:", "&lt;", "&#"):
        assert [(path, excerpt(page.text, sign)) for path, page in pages.items() if sign in page.text] == []


def excerpt(text: str, sign: str) -> str:
    at = text.index(sign)
    return text[max(0, at - 40) : at + 40]


@in_both_languages
def test_every_page_is_in_its_language(reference_site: Path, locale: str) -> None:
    heads = {path: path.read_text(encoding="utf-8")[:400] for path in (reference_site / locale).rglob("*.html")}

    assert len(heads) > 200
    assert [path for path, head in heads.items() if f'<html lang="{locale}"' not in head] == []


# Paper -----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def pdfs(reference_site: Path) -> dict[str, PdfReader]:
    """Every PDF of the site by its path: `zh/print/cards.pdf`."""
    files = sorted(reference_site.rglob("*.pdf"))
    return {path.relative_to(reference_site).as_posix(): PdfReader(path) for path in files}


def test_every_pdf_is_tagged_titled_and_says_its_language(pdfs: dict[str, PdfReader]) -> None:
    assert len(pdfs) > 60
    for path, pdf in pdfs.items():
        catalogue: Any = pdf.root_object
        assert catalogue["/MarkInfo"]["/Marked"], path
        assert catalogue["/StructTreeRoot"]["/K"], path
        assert str(catalogue["/Lang"]).split("-")[0] == path.split("/")[0], path
        assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"], path
        assert pdf.metadata is not None
        assert pdf.metadata.title, path


def test_the_title_of_a_single_sheet_names_what_is_on_it(shipped_sops: ShippedSops, pdfs: dict[str, PdfReader]) -> None:
    for edition in shipped_sops.editions("reference"):
        for folder, collection in {"checklists": "steps", "cards": "roles"}.items():
            single = {Path(path).stem: pdf for path, pdf in pdfs.items() if f"{edition.locale}/print/{folder}/" in path}
            assert len(single) > 10
            for name, pdf in single.items():
                assert pdf.metadata is not None
                assert edition.title(f"{collection}/{name}") in str(pdf.metadata.title)


@in_both_languages
def test_a_checklist_can_be_read_by_a_machine_as_it_is_read_by_people(
    shipped_sops: ShippedSops, reference_site: Path, locale: str
) -> None:
    edition = shipped_sops.edition("reference", locale)
    text = squeezed(pdf_text(reference_site / locale / "print" / "checklists" / "verify.pdf"))

    step = edition.sop.steps["verify"]
    for said in (step.title, *(action.do for action in step.actions.values())):
        assert squeezed(edition.plain(said)) in text
    assert "\ufffd" not in text
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text)) / len(text)
    assert chinese > 0.6 if locale == "zh" else chinese == 0


def test_every_sheet_bears_the_fingerprint_of_its_step(shipped_sops: ShippedSops, pdfs: dict[str, PdfReader]) -> None:
    for locale in LOCALES:
        marks = shipped_sops.marks("reference", locale)
        for step in shipped_sops.sop("reference").steps:
            for page in pdfs[f"{locale}/print/checklists/{step}.pdf"].pages:
                assert marks[f"steps/{step}"] in squeezed(page.extract_text())
