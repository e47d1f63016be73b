"""Records are filled in on the screen: kept with the case, checked, printed, exported, and nothing leaves the browser."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from accessibility import problems
from desk import Desk
from watching import Device, Watched

Opens = Callable[[str, Device], Watched]
Serves = Callable[[Path], str]

FORM = "records/registration/fields/"
SAID = "=HYPERLINK() he said.\nIt broke."


@pytest.fixture
def desk(watched: Opens, server: str) -> Desk:
    return Desk(watched(server, "desktop"))


_SHOWN_WHOLE = """select => {
  const style = getComputedStyle(select);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(select.selectedOptions[0].label).width <= room + 0.5;
}"""


def form(desk: Desk, record: str) -> Page:
    return desk.seen.open(f"{desk.locale}/records/{record}.html")


def entry(page: Page, field: str) -> Any:
    return page.locator(f"#entry-{field}")


def exported(page: Page, kind: str, tmp_path: Path) -> Path:
    with page.expect_download() as download:
        page.locator(f"[data-do={kind}]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_a_form_is_kept_with_its_case_and_goes_with_it_to_paper_and_to_another_desk(
    desk: Desk, watched: Opens, tmp_path: Path
) -> None:
    page = desk.checklist("accept")
    desk.new_case("2026014", "p2", received="2026-11-21T09:30")
    page.get_by_role("link", name="Fill in: Complaint registration form").click()

    expect(entry(page, "case-number")).to_have_value("2026014")
    expect(entry(page, "complaint-time")).to_have_value("2026-11-21T09:30")
    entry(page, "complaint-content").fill(SAID)
    page.get_by_role("radio", name="Phone", exact=True).first.check()
    page.get_by_role("checkbox", name="Told what we keep").check()
    page.reload()

    expect(entry(page, "complaint-content")).to_have_value(SAID)
    expect(page.get_by_role("radio", name="Phone", exact=True).first).to_be_checked()
    paper = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
    assert "2026014" in paper
    assert "It broke." in paper
    expect(desk.checklist("accept").locator("[data-written=registration]")).to_have_text("filled in: 3")

    kept = {path.removeprefix(FORM): it["state"] for path, it in desk.kept("2026014").items() if path.startswith(FORM)}
    assert kept == {"complaint-content": SAID, "channel": "telephone", "data-notice": True}
    with page.expect_download() as download:
        desk.menu("export")
    download.value.save_as(tmp_path / "case.json")
    elsewhere = Desk(watched(desk.seen.server, "phone"), "zh")
    elsewhere.cases()
    elsewhere.bring(tmp_path / "case.json")
    expect(elsewhere.page.locator("[data-open] h2")).to_contain_text("2026014")
    elsewhere.page.get_by_role("link", name=elsewhere.say("say.continue")).click()
    elsewhere.is_on("2026014")
    expect(entry(form(elsewhere, "registration"), "complaint-content")).to_have_value(SAID)
    assert [it.errors + it.asked_elsewhere for it in (desk.seen, elsewhere.seen)] == [[], []]


def test_a_form_is_exported_as_data_and_for_a_spreadsheet_without_formulas(desk: Desk, tmp_path: Path) -> None:
    page = form(desk, "registration")
    entry(page, "complaint-content").fill(SAID)
    entry(page, "contact").fill("+44 20 7946 0000")
    entry(page, "receiver").fill('Jo "Joey" Field')
    entry(page, "evidence-handed-over").fill("lamp\n\nreceipt")

    text = exported(page, "csv", tmp_path).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    data = json.loads(exported(page, "json", tmp_path).read_text(encoding="utf-8"))

    cells = {row[2]: row[4] for row in rows[1:]}
    assert rows[0] == ["Case", "Form", "Field", "Label", "Entry", "Unit"]
    assert cells["complaint-content"] == f"'{SAID}"
    assert cells["contact"] == "'+44 20 7946 0000"
    assert cells["receiver"] == 'Jo "Joey" Field'
    values = {field["id"]: field["value"] for field in data["fields"]}
    assert (data["format"], data["record"], data["code"]) == ("amends-form", "registration", "R01")
    assert (values["complaint-content"], values["evidence-handed-over"]) == (SAID, ["lamp", "receipt"])
    assert values["event-place"] is None
    assert (desk.seen.errors, desk.seen.asked_elsewhere) == ([], [])


@pytest.mark.parametrize(("locale", "written"), [("en", "1,200.5"), ("zh", "\uff11\uff12\uff10\uff10.5")])
def test_what_is_missing_or_wrong_is_said_beside_the_field(  # noqa: PLR0913, PLR0917 - two languages, one walk
    watched: Opens, serve: Serves, layer_site: Path, tmp_path: Path, locale: str, written: str
) -> None:
    desk = Desk(watched(serve(layer_site), "phone"), locale)
    page = form(desk, "stay")
    entry(page, "nights").fill("two")
    entry(page, "bill").fill(written)
    entry(page, "bill").press("Tab")

    expect(page.locator("#error-nights")).to_have_text(desk.say("say.form-number", example="49.50"))
    expect(entry(page, "nights")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#error-bill")).to_be_empty()

    page.locator("[data-do=check]").press("Enter")
    expect(page.locator(".am-notice--form")).to_be_focused()
    expect(page.locator(".am-notice--form li")).to_have_count(2)
    assert problems(page) == []
    page.locator(".am-notice--form a").first.press("Enter")
    expect(entry(page, "nights")).to_be_focused()

    entry(page, "nights").fill("2")
    expect(page.locator("#error-nights")).to_be_empty()
    page.locator("[data-field=wishes] input").last.check()
    page.locator("[data-do=check]").click()
    expect(page.locator(".am-notice--form")).to_have_text(desk.say("say.form-right"))
    fields = json.loads(exported(page, "json", tmp_path).read_text(encoding="utf-8"))["fields"]
    values = {field["id"]: field["value"] for field in fields}
    assert (values["nights"], values["bill"], values["wishes"]) == (2, 1200.5, ["quiet"])
    assert (desk.seen.errors, desk.seen.asked_elsewhere) == ([], [])


@pytest.mark.parametrize(("locale", "said"), [("en", "phone"), ("zh", "电话")])
def test_the_forms_of_a_case_stand_on_its_card_and_in_its_text(
    browser: Browser, server: str, locale: str, said: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    desk = Desk(Watched(context.new_page(), server), locale)
    page = desk.checklist("accept")
    desk.new_case("19")
    form(desk, "registration")
    title = page.locator("h1").inner_text()
    entry(page, "complaint-content").fill(SAID)
    page.locator("[data-field=channel] input[value=telephone]").check()
    desk.checklist("calm")
    desk.new_case("20")

    desk.cases()
    card = page.locator("[data-open] > li").filter(has=page.get_by_role("heading", name="19"))
    expect(card.locator(".am-written")).to_have_text(f"{title}{desk.say('say.form-count', count=2)}")
    assert problems(page) == []
    card.get_by_role("button", name=desk.say("say.copy")).click()
    expect(page.locator("[role=status]").last).to_have_text(desk.say("say.copied"))
    text = page.evaluate("navigator.clipboard.readText()")
    of_the_form = text.split(f"{title}\n")[1].split("\n\n")[0].split("\n")
    assert [line.split(desk.say("say.colon"), 1)[-1].lower() for line in of_the_form] == [
        said,
        "=hyperlink() he said.",
        "  it broke.",
    ]
    card.get_by_role("link", name=title).click()
    expect(entry(page, "complaint-content")).to_have_value(SAID)
    desk.is_on("19")
    context.close()
    assert (desk.seen.errors, desk.seen.asked_elsewhere) == ([], [])


def test_a_confidential_form_stays_out_of_the_file_of_the_case(
    watched: Opens, serve: Serves, layer_site: Path, tmp_path: Path
) -> None:
    desk = Desk(watched(serve(layer_site), "desktop"))
    page = desk.checklist("accept")
    desk.new_case("17")
    entry(form(desk, "form"), "what").fill("A cold bath.")
    entry(form(desk, "stay"), "nights").fill("3")

    desk.checklist("accept")
    with page.expect_download() as download:
        desk.menu("export")
    download.value.save_as(tmp_path / "case.json")
    text = page.evaluate("() => amends.caseText(new amends.Case(amends.data, amends.store, '17'), [])")
    assert "What happened: A cold bath." in text
    assert "kept apart" in text
    assert "Nights" not in text

    written = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["entries"]
    assert [path for path in written if path.startswith("records/")] == ["records/form/fields/what"]
    desk.cases()
    desk.bring(tmp_path / "case.json")
    desk.choose("replace")
    expect(page.locator(".am-notice")).to_have_text(desk.say("say.imported", number="17"))
    expect(entry(form(desk, "stay"), "nights")).to_have_value("3")


def test_two_tabs_write_into_one_form_and_lose_nothing(desk: Desk) -> None:
    context: BrowserContext = desk.page.context
    page = form(desk, "registration")
    other = context.new_page()
    other.goto(page.url)
    entry(other, "receiver").fill("Jo")
    entry(page, "contact").fill("room 7")

    expect(entry(other, "contact")).to_have_value("room 7")
    expect(entry(page, "receiver")).to_have_value("Jo")
    entry(page, "receiver").fill("Joy")
    expect(entry(other, "receiver")).to_have_value("Joy")
    expect(entry(other, "contact")).to_have_value("room 7")


def test_an_emptied_form_is_filled_in_again_from_the_case_only(desk: Desk) -> None:
    desk.checklist("accept")
    desk.new_case("18", "p3", received="2026-11-21T09:30")
    page = form(desk, "assignment")
    expect(page.locator("[data-field=severity] input:checked")).to_have_value("p3")
    entry(page, "deputy").fill("Kim")
    entry(page, "case-number").fill("")
    page.reload()
    expect(entry(page, "case-number")).to_have_value("")

    page.locator("[data-do=empty]").click()
    desk.choose("form-empty")

    expect(entry(page, "deputy")).to_have_value("")
    expect(entry(page, "case-number")).to_have_value("18")
    assert not [path for path in desk.kept("18") if path.startswith("records/")]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_number_of_the_case_is_read_whole_on_a_phone(watched: Opens, server: str, locale: str) -> None:
    desk = Desk(watched(server, "phone"), locale)
    page = desk.checklist("accept")
    desk.new_case("2026-0117", "p2")

    for _ in ("checklist", "form"):
        assert page.locator("[data-which]").evaluate(_SHOWN_WHOLE)
        assert page.locator("[data-which]").evaluate("it => it.closest('.am-case').offsetHeight") < 56
        form(desk, "registration")
