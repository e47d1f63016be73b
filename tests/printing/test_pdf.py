import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from amends.documents.sheets import Sheets
from amends.finding import UsageError
from amends.model.sop import Paper
from amends.printing import pdf
from amends.printing.kind import PrintJob
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import Cache, PdfRenderer, PrintOptions
from amends.shipped import shipped
from hotel import Hotel
from pictures import SVG, png

# A sheet of our own, so that what is tested here is the way to paper and not the design.
SHEET = """\
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: data.locale, font: ("Inter", "Noto Sans SC"))
#set page(paper: data.paper)
#if data.fits == none {
  for sheet in data.sheets [#metadata((if sheet.frame == none { "framed: " } else { "fitted: " }) + sheet.id) <fit>]
} else {
  for (sheet, fit) in data.sheets.zip(data.fits) [
    = #sheet.title
    #fit
  ]
}
#data.up #data.ink_saver
"""


def no_cache(_: str, make: Callable[[], bytes]) -> bytes:
    return make()


def keeping(kept: dict[str, bytes]) -> Cache:
    """A cache in memory, of which a test sees what it holds."""

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        if key not in kept:
            kept[key] = make()
        return kept[key]

    return keep


class Printer:
    """Prints the small SOP with a template of our own, and remembers the keys under which it would be kept."""

    def __init__(self, hotel: Hotel, folder: Path) -> None:
        self.hotel, self.folder = hotel, folder
        self.keys: list[str] = []
        (folder / "print").mkdir()
        (folder / "print" / "theme.typ").touch()
        (folder / "colours.yml").touch()
        shutil.copy(shipped("templates") / "print" / "main.typ", folder / "print")
        self.write(SHEET)

    def write(self, template: str) -> None:
        for name in ("checklist.typ", "cards.typ"):
            (self.folder / "print" / name).write_text(template, encoding="utf-8")

    def job(self, path: str, locale: str = "en") -> PrintJob:
        sheets = Sheets(self.hotel.edition(locale))
        jobs = print_jobs(sheets, fingerprints(sheets))
        return next(job for job in jobs if job.path == f"print/{path}.pdf")

    def bytes(self, path: str = "checklists/accept", locale: str = "en", options: PrintOptions | None = None) -> bytes:
        def remember(key: str, make: Callable[[], bytes]) -> bytes:
            self.keys.append(key)
            return make()

        renderer = PdfRenderer(self.folder, self.hotel.edition(locale), options or PrintOptions(), remember)
        return renderer.pdf(self.job(path, locale))

    def reader(self, path: str, locale: str = "en", options: PrintOptions | None = None) -> PdfReader:
        return PdfReader(io.BytesIO(self.bytes(path, locale, options)))


@pytest.fixture
def printer(hotel: Hotel, tmp_path: Path) -> Printer:
    return Printer(hotel, tmp_path)


def test_a_job_becomes_a_pdf_with_title_language_and_tags(printer: Printer) -> None:
    reader = printer.reader("checklists/accept", "zh")

    catalogue: Any = reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == "检查表：受理投诉"
    assert catalogue["/Lang"] == "zh"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "受理投诉" in reader.pages[0].extract_text()


def test_a_pdf_is_dated_by_the_sop_and_never_by_the_clock(printer: Printer) -> None:
    reader = printer.reader("checklists/accept")

    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime(2026, 2, 3, tzinfo=UTC)


def test_the_same_input_gives_the_same_bytes(printer: Printer) -> None:
    assert printer.bytes() == printer.bytes()


@pytest.mark.parametrize(("paper", "points"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_sheets_are_printed_on_the_paper_that_is_wanted(
    printer: Printer, paper: Paper, points: tuple[int, int]
) -> None:
    box = printer.reader("checklists/accept", options=PrintOptions(paper=paper)).pages[0].mediabox

    assert (round(box.width), round(box.height)) == points


def test_without_a_wish_the_paper_is_that_of_the_sop(printer: Printer) -> None:
    printer.hotel.replace("start: accept", "start: accept\npaper: letter")

    box = printer.reader("checklists/accept").pages[0].mediabox

    assert (round(box.width), round(box.height)) == (612, 792)


def test_the_template_is_told_how_to_print(printer: Printer) -> None:
    options = PrintOptions(up=1, ink_saver=True)

    assert "1 true" in printer.reader("cards/manager", options=options).pages[0].extract_text()
    assert "4 false" in printer.reader("cards/manager").pages[0].extract_text()


def test_whatever_goes_into_a_pdf_changes_the_key_under_which_it_is_kept(
    printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def key(options: PrintOptions | None = None) -> str:
        printer.keys.clear()
        printer.bytes(options=options)
        return printer.keys[0]

    first = key()
    assert key() == first

    keys = {first}
    printer.hotel.replace("Accept the complaint", "Listen")
    keys.add(key())
    printer.hotel.replace("effective: 2026-02-03", "effective: 2026-02-04")
    keys.add(key())
    printer.write(SHEET + "\nMore\n")
    keys.add(key())
    keys.add(key(PrintOptions(ink_saver=True)))
    monkeypatch.setattr(pdf, "font_versions", lambda: "Inter 99")
    keys.add(key())
    assert len(keys) == 6


def test_what_is_kept_is_not_made_again(hotel: Hotel, tmp_path: Path) -> None:
    printer = Printer(hotel, tmp_path)

    renderer = PdfRenderer(tmp_path, hotel.edition(), PrintOptions(), lambda key, make: b"kept")

    assert renderer.pdf(printer.job("cards")) == b"kept"


def test_a_text_in_another_language_changes_nothing_of_a_sheet(printer: Printer) -> None:
    printer.bytes("checklists/accept", "en")
    printer.hotel.replace("受理投诉", "接受投诉")
    printer.bytes("checklists/accept", "en")

    before, after = printer.keys[: len(printer.keys) // 2], printer.keys[len(printer.keys) // 2 :]
    assert len(set(before)) == 3  # the PDF, the frame of its sheet, and how the rows fit
    assert before == after


def test_how_a_sheet_fits_is_measured_once_for_all_pdfs_in_which_it_is(hotel: Hotel, tmp_path: Path) -> None:
    printer = Printer(hotel, tmp_path)
    kept: dict[str, bytes] = {}
    renderer = PdfRenderer(tmp_path, hotel.edition(), PrintOptions(), keeping(kept))
    pack, alone = (renderer.pdf(printer.job(path)) for path in ("checklists", "checklists/accept"))

    told = [json.loads(content) for content in kept.values() if not content.startswith(b"%PDF")]
    assert told == [f"{what}: {step}" for step in ("watch", "accept", "solve") for what in ("framed", "fitted")]
    for printed in (pack, alone):
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
        assert "fitted: accept" in text


def test_what_names_the_organisation_and_the_issue_does_not_make_rows_measured_again(hotel: Hotel) -> None:
    kept: dict[str, bytes] = {}

    def told() -> list[set[str]]:
        """The names of the facts that were not kept before."""
        known = set(kept)
        sheets = Sheets(hotel.edition())
        renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), keeping(kept))
        for job in print_jobs(sheets, fingerprints(sheets)):
            if job.path in ("print/checklists.pdf", "print/cards.pdf"):
                renderer.pdf(job)
        new = [content for key, content in kept.items() if key not in known]
        return [set(json.loads(fact)) for fact in new if not fact.startswith(b"%PDF")]

    first = told()
    hotel.replace('name: {en: "Grand Hotel"', 'name: {en: "Harbour Inn"').replace("2026-02-03", "2026-02-12")
    hotel.replace("hotel.example/complaints/", "inn.example/")
    again = told()

    frames = [facts for facts in first if "faces" not in facts and "front" not in facts]
    assert len(first) == 2 * len(frames)
    assert again == frames


def test_a_character_that_no_font_has_stops_the_print_with_a_message_that_names_it(
    printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.check.rules.missing_glyph.has_glyph", lambda _: True)  # the rule finds it earlier
    printer.hotel.replace('title: {en: "Accept the complaint"', 'title: {en: "Accept 𓂀 it"')

    with pytest.raises(UsageError) as caught:
        printer.bytes()
    assert str(caught.value) == (
        "en/print/checklists/accept.pdf: the installed fonts have no sign for “𓂀”; "
        "install them with  pip install justmytype-intl-cjk  or write it otherwise"
    )


def test_a_mistake_in_a_template_is_our_bug_and_not_the_authors(printer: Printer) -> None:
    printer.write("#nothing")

    with pytest.raises(RuntimeError, match=r"^print/checklists/accept.pdf: .*unknown variable: nothing"):
        printer.bytes()


def test_a_warning_of_the_typesetter_is_our_bug_too(printer: Printer) -> None:
    printer.write(SHEET + '#text(font: "No Such Font")[x]')

    with pytest.raises(RuntimeError, match="unknown font family: no such font"):
        printer.bytes()


def test_a_template_reads_files_beside_it_and_what_these_read(printer: Printer) -> None:
    (printer.folder / "print" / "outer.typ").write_text(
        '#import "inner.typ": said\n#let shown = said', encoding="utf-8"
    )
    (printer.folder / "print" / "inner.typ").write_text('#let said = yaml("../colours.yml").say', encoding="utf-8")
    (printer.folder / "colours.yml").write_text("say: found", encoding="utf-8")
    printer.write('#import "outer.typ": shown\n#shown\n' + SHEET)

    assert "found" in printer.reader("checklists/accept").pages[0].extract_text()


def test_a_text_of_the_author_is_never_code_of_the_typesetter(printer: Printer) -> None:
    printer.hotel.replace('title: {en: "Accept the complaint"', 'title: {en: "#panic() $x$ = y_1"')

    assert "#panic() $x$ = y_1" in printer.reader("checklists/accept").pages[0].extract_text()


@pytest.mark.parametrize("picture", [SVG, SVG.decode().encode("utf-16"), png(40, 20)])
def test_the_logo_is_on_the_sheet_and_has_the_organisations_name_for_those_who_cannot_see_it(
    tmp_path: Path, picture: bytes
) -> None:
    hotel = Hotel(tmp_path / "sop").replace("  site_url:", "  logo: logo\n  site_url:")
    (tmp_path / "sop" / "logo").write_bytes(picture)
    sheets = Sheets(hotel.edition())
    [job] = [job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == "print/checklists/accept.pdf"]

    file = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), no_cache).pdf(job)

    assert "Grand Hotel" in set(alternatives(PdfReader(io.BytesIO(file)).root_object["/StructTreeRoot"]))


def alternatives(element: Any) -> Iterator[str]:
    """What a reader of a PDF says instead of each picture."""
    if isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        inner = element.get("/K", ())
        for part in inner if isinstance(inner, list) else [inner]:
            yield from alternatives(part.get_object() if hasattr(part, "get_object") else part)
