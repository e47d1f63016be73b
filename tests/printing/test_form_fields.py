"""A form that a library fills in, as a person would on a screen, and reads back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from amends.cache import Cache
from amends.documents.sheets import Sheets
from amends.printing.form_fields import FormField, with_fields
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.pdf_cache import PdfCache
from amends.shipped import shipped
from hotel import Hotel

RECORD = """
records:
  report:
    title: {en: Report, zh: 报告}
    fields:
      guest: {en: Guest, zh: 客人}
      story: {title: {en: Story, zh: 经过}, kind: text}
      day: {title: {en: Day, zh: 日期}, kind: date}
      told: {title: {en: Told, zh: 已告知}, kind: tick}
      way: {title: {en: Way, zh: 方式}, kind: choice, choices: {talk: {en: Talk, zh: 当面}, letter: {en: Letter, zh: 信件}}}
      seen: {title: {en: Seen, zh: 见证}, kind: list}
      signed: {title: {en: Signed, zh: 签字}, kind: signature}
"""
ROWS_OF_A_TABLE = """
records:
  report:
    title: {en: Report, zh: 报告}
    fields:
      alone: {title: {en: Alone, zh: 单列}, kind: list}
      piece: {title: {en: Piece, zh: 证据}, kind: list}
      source: {title: {en: Source, zh: 来源}, kind: list, column: true}
      holder: {title: {en: Held by, zh: 保管人}, kind: list, column: true}
      note: {title: {en: Note, zh: 备注}}
      after: {title: {en: After, zh: 其后}, kind: list, column: true}
"""
NAMES = {
    "guest": ("/Tx", "Guest"),
    "story": ("/Tx", "Story"),
    "day": ("/Tx", "Day: Date"),
    "told": ("/Btn", "Told"),
    "way.talk": ("/Btn", "Way: Talk"),
    "way.letter": ("/Btn", "Way: Letter"),
    **{f"seen.{row}": ("/Tx", f"Seen: {row}") for row in range(1, 6)},
    "signed.name": ("/Tx", "Signed: Name and signature"),
    "signed.time": ("/Tx", "Signed: Date and time"),
}


def printed(folder: Path, path: str, locale: str = "en", record: str = RECORD) -> bytes:
    sheets = Sheets(Hotel(folder, {"report.yml": record}).edition(locale))
    job = next(job for job in print_jobs(sheets, fingerprints(sheets)) if job.path == f"print/{path}.pdf")
    return PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(), PdfCache(Cache(None)).get).pdf(job)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return printed(tmp_path_factory.mktemp("hotel"), "forms/report")


def widgets(pdf: bytes) -> Iterator[Any]:
    for page in PdfReader(io.BytesIO(pdf)).pages:
        yield from (it.get_object() for it in page.get("/Annots", ()) if it.get_object()["/Subtype"] == "/Widget")


def test_each_place_of_a_form_is_a_field_with_its_name_its_type_and_words_for_a_screen_reader(form: bytes) -> None:
    fields = PdfReader(io.BytesIO(form)).get_fields() or {}

    assert {name: (it["/FT"], it["/TU"]) for name, it in fields.items() if "/FT" in it} == NAMES


def test_lists_whose_entries_belong_together_are_the_columns_of_one_table(tmp_path: Path) -> None:
    found = list(widgets(printed(tmp_path, "forms/report", record=ROWS_OF_A_TABLE)))
    tops = {f"{it['/Parent']['/T']}.{it['/T']}": float(it["/Rect"][3]) for it in found if "/Parent" in it}

    rows = [[tops[f"{column}.{row}"] for column in ("piece", "source", "holder")] for row in range(1, 9)]
    assert [row for row in rows if len(set(row)) > 1] == []
    assert rows == sorted(rows, reverse=True)
    # One is read after the other, row by row.
    order = [it["/TU"] for it in found if it["/TU"].endswith((": 1", ": 2"))]
    assert order[2:8] == [f"{column}: {row}" for row in (1, 2) for column in ("Piece", "Source", "Held by")]
    # A list with another field before it, or without `column`, stands alone.
    assert [name for name in tops if name.startswith(("alone", "after"))] == [
        f"{name}.{row}" for name in ("alone", "after") for row in range(1, 6)
    ]


def test_what_is_filled_in_is_read_back(form: bytes) -> None:
    writer = PdfWriter(io.BytesIO(form))
    values = {"guest": "Mr Li", "story": "Cold soup.\nTwice.", "way.letter": "/Yes", "seen.2": "The cook"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    saved = io.BytesIO()
    writer.write(saved)

    fields = PdfReader(saved).get_fields() or {}

    assert {name: fields[name].value for name in values} == values
    assert (fields["way.talk"].value, fields["told"].value) == ("/Off", "/Off")
    drawn = {it["/TU"]: it["/AP"]["/N"] for it in widgets(saved.getvalue())}
    assert b"Cold soup." in drawn["Story"].get_data()


def test_a_screen_reader_meets_the_fields_as_such_in_the_order_of_the_form(form: bytes) -> None:
    reader = PdfReader(io.BytesIO(form))

    def tagged(element: Any) -> Iterator[str]:
        for part in element.get("/K", ()):
            inner = part.get_object()
            if isinstance(inner, dict) and inner.get("/S") == "/Form":
                [reference] = inner["/K"]
                yield reference["/Obj"]["/TU"]
            elif isinstance(inner, dict):
                yield from tagged(inner)

    assert list(tagged(reader.root_object["/StructTreeRoot"])) == [says for _, says in NAMES.values()]


def test_a_field_has_what_archives_ask_for(form: bytes) -> None:
    """A look of its own, no action, and nothing that makes a viewer draw it anew (ISO 19005-2, 6.4.1)."""
    whole: Any = PdfReader(io.BytesIO(form)).root_object["/AcroForm"]
    assert "/NeedAppearances" not in whole
    for field in widgets(form):
        assert (field["/F"], "/A" in field, "/AA" in field) == (4, False, False)
        assert list(field["/AP"]) == ["/N"]


def test_a_field_lies_where_the_lines_to_write_on_are(form: bytes) -> None:
    boxes = {it["/TU"]: [float(edge) for edge in it["/Rect"]] for it in widgets(form)}

    heights = {says: upper - lower for says, (_, lower, _, upper) in boxes.items()}
    # Little else is asked, so there is room for ten lines.
    assert heights["Story"] == pytest.approx(10 * heights["Guest"], abs=0.1)
    assert all(height > 4 * 72 / 25.4 for height in heights.values())
    assert boxes["Guest"][1] > boxes["Story"][3] > boxes["Day: Date"][3] > boxes["Told"][3]


def test_a_pack_of_forms_is_for_paper(tmp_path: Path) -> None:
    assert list(widgets(printed(tmp_path, "forms"))) == []


def test_the_same_form_has_the_same_bytes(form: bytes, tmp_path: Path) -> None:
    assert printed(tmp_path, "forms/report") == form


def test_in_chinese_the_words_are_chinese(tmp_path: Path) -> None:
    assert {"日期：日期", "方式：信件", "签字：姓名和签名"} <= {
        it["/TU"] for it in widgets(printed(tmp_path, "forms/report", "zh"))
    }


def test_a_place_without_a_field_is_a_bug(form: bytes) -> None:
    with pytest.raises(ValueError, match="other places than the form: \\['nothing'\\]"):
        with_fields(form, {"nothing": FormField("", "line")})
