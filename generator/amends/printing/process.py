"""The process as a picture: a poster, and the same on upright pages for the folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from amends.documents.process_map import ProcessMap
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address
from amends.printing.process_pages import process_pages

_NAME = "process"


@dataclass(frozen=True)
class ProcessSheet:
    """The process before it is drawn; `said` is the description of each box, by its id."""

    map: ProcessMap
    direction: Literal["landscape", "portrait"]
    said: Mapping[str, str]


def _marks(sheets: Sheets) -> Fingerprints:
    """One mark for the whole map: the content counts, not the positions."""
    return {_NAME: fingerprint(sheets.map)}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition = sheets.edition
    number = f"{edition.sop.document.number}-{_NAME.upper()}"
    for direction in ("landscape", "portrait"):
        view = ProcessSheet(sheets.map, direction, sheets.box_descriptions)
        sheet = Sheet(view, number, marks[_NAME], page_address(edition, _NAME))
        yield PrintJob(PROCESS, f"print/process-{direction}.pdf", edition.words("page.process"), (sheet,))


def _data(edition: Edition, sheet: ProcessSheet, paper: Paper) -> Data:
    return process_pages(edition, sheet.map, sheet.direction, sheet.said, paper)


PROCESS = PrintedKind(_NAME, "process.typ", (), _marks, _jobs, _data, is_fitted=False)
