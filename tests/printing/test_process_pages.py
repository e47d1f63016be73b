import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader

from amends.documents.sheets import Fingerprints, Sheets
from amends.drawing.drawing import Direction
from amends.model.sop import Paper
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.pdf import PdfRenderer, PrintOptions
from amends.printing.process_pages import process_pages
from amends.shipped import shipped
from hotel import Hotel
from shipped_sops import ShippedSops


def data_of(hotel: Hotel, locale: str = "en", paper: Paper = "a4") -> dict[str, Any]:
    sheets = Sheets(hotel.edition(locale))
    return process_pages(sheets.edition, sheets.map, "portrait", sheets.box_descriptions, paper)


def test_what_goes_to_the_printer_is_plain_data(hotel: Hotel) -> None:
    data = data_of(hotel)

    assert json.loads(json.dumps(data)) == json.loads(json.dumps(data, sort_keys=True))
    [page] = data["pages"]
    assert page["title"] == "The process at a glance"
    assert [box["kind"] for box in page["boxes"]] == ["start", "step", "decision", "step", "decision", "end"]


def test_the_picture_is_told_in_words(hotel: Hotel) -> None:
    [page] = data_of(hotel, "zh")["pages"]

    assert page["alt"].startswith("流程图：客户提出投诉（前台接待） → 第1步：受理投诉；")
    assert page["alt"].endswith("流程结束：已结案（前台接待）")


def test_each_box_leads_to_its_page_on_the_published_site(hotel: Hotel) -> None:
    [page] = data_of(hotel, "zh")["pages"]

    links = [box["link"] for box in page["boxes"]]
    assert links[:2] == [None, "https://hotel.example/complaints/zh/steps/accept.html"]
    assert links[2] == "https://hotel.example/complaints/zh/steps/accept.html#decision--kind"


def no_cache(_: str, make: Callable[[], bytes]) -> bytes:
    return make()


def printed(sheets: Sheets, marks: Fingerprints, direction: Direction, paper: Paper) -> PdfReader:
    renderer = PdfRenderer(shipped("templates"), sheets.edition, PrintOptions(paper=paper), no_cache)
    jobs = print_jobs(sheets, marks)
    [job] = [job for job in jobs if job.path == f"print/process-{direction}.pdf"]
    return PdfReader(io.BytesIO(renderer.pdf(job)))


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize(
    ("direction", "paper", "size"),
    [
        ("landscape", "a4", (1191, 842)),
        ("portrait", "a4", (595, 842)),
        ("landscape", "letter", (1224, 792)),
        ("portrait", "letter", (612, 792)),
    ],
)
def test_the_reference_prints_on_every_paper_with_every_box_and_document_control(
    shipped_sops: ShippedSops, locale: str, direction: Direction, paper: Paper, size: tuple[int, int]
) -> None:
    sheets, marks = shipped_sops.sheets("reference", locale), shipped_sops.marks("reference", locale)
    edition = sheets.edition

    reader = printed(sheets, marks, direction, paper)

    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}
    for title in (edition.title(f"steps/{step}") for step in ("accept", "classify", "propose", "archive")):
        assert any("".join(title.split()) in text for text in texts)
    data = process_pages(edition, sheets.map, direction, sheets.box_descriptions, paper)
    assert len(reader.pages) == len(data["pages"])
    mark = marks["process"]
    for text in texts:
        assert mark in text
        assert f"{edition.sop.document.number}-PROCESS" in text
        assert "".join(edition.words("print.uncontrolled").split()) in text


def test_the_same_process_gives_the_same_bytes(hotel: Hotel) -> None:
    everything = hotel.sheets()
    renderer = PdfRenderer(shipped("templates"), everything[0].edition, PrintOptions(), no_cache)
    jobs = [job for job in print_jobs(everything[0], fingerprints(everything[0])) if job.kind.name == "process"]

    assert [renderer.pdf(job) for job in jobs] == [renderer.pdf(job) for job in jobs]
