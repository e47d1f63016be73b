"""The process as one path: a poster of twice the paper's size for the wall, and the same for the folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

from amends.documents.call_lines import CallLine, call_lines
from amends.documents.pause_points import PauseSheet, pause_sheets
from amends.documents.process_path import PathStep, WayOut, process_path
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address
from amends.printing.paper_sizes import large_sheet_size, sheet_size
from amends.printing.plain_data import call_data, pause_data

_NAME = "process"


@dataclass(frozen=True)
class ProcessSheet:
    """What stands on the poster; `calls` are whom the one who does the first step calls."""

    path: tuple[PathStep, ...]
    pauses: tuple[PauseSheet, ...]
    calls: tuple[CallLine, ...]
    format: Literal["landscape", "portrait"]


def _view(sheets: Sheets, form: Literal["landscape", "portrait"]) -> ProcessSheet:
    edition = sheets.edition
    path = process_path(edition, sheets.steps)
    first = edition.sop.steps[edition.sop.start].responsible
    calls = call_lines(edition, sheets.cards[first].calls) if first else []
    return ProcessSheet(path, tuple(pause_sheets(edition).values()), tuple(calls), form)


def _marks(sheets: Sheets) -> Fingerprints:
    """One mark for both: they show the same."""
    return {_NAME: fingerprint(_shown(sheets.edition, _view(sheets, "landscape")))}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition = sheets.edition
    number = f"{edition.sop.document.number}-{_NAME.upper()}"
    for form in ("landscape", "portrait"):
        sheet = Sheet(_view(sheets, form), number, marks[_NAME], page_address(edition, _NAME))
        yield PrintJob(PROCESS, f"print/process-{form}.pdf", edition.words("page.process"), (sheet,))


def _data(edition: Edition, sheet: ProcessSheet, paper: Paper) -> Data:
    is_poster = sheet.format == "landscape"
    width, height = large_sheet_size(paper) if is_poster else sheet_size(paper)
    columns = _columns(len(sheet.path)) if is_poster else 2
    return {"width": width, "height": height, "columns": columns, **_shown(edition, sheet)}


def _columns(steps: int) -> int:
    """At most five, with rows of about the same length."""
    rows = ceil(steps / 5)
    return ceil(steps / rows)


def _shown(edition: Edition, sheet: ProcessSheet) -> Data:
    return {
        "title": edition.words("page.process"),
        "steps": [_step(edition, step) for step in sheet.path],
        "pauses": [_pause(pause) for pause in sheet.pauses],
        "calls": [call_data(call) for call in sheet.calls],
    }


def _step(edition: Edition, step: PathStep) -> Data:
    sheet = step.sheet
    return {
        "number": sheet.number,
        "title": sheet.title.plain,
        "role": edition.words("list-separator").join(doer.title.plain for doer in sheet.doers),
        "helpers": _helpers(edition, sheet),
        "beside": sheet.beside.plain if sheet.beside else None,
        "is_beside_last": sheet.id in edition.side_by_side.get(sheet.id, ())[1:],
        "colour": sheet.colour,
        "limits": [{"label": chip.label, "value": chip.value} for chip in sheet.limits],
        "pauses": [pause.title.plain for pause in step.pauses],
        "ways": [_way(edition, way) for way in step.ways],
    }


def _helpers(edition: Edition, sheet: StepSheet) -> str | None:
    """Who else is at work: “with Deputy, Scribe”."""
    roles = edition.words("list-separator").join(helper.title.plain for helper in sheet.helpers)
    return edition.words("swimlane.with", roles=roles) if roles else None


def _pause(pause: PauseSheet) -> Data:
    """A pause point without hints, for which a poster has no room."""
    whole = pause_data(pause)
    return {**whole, "checks": [{**check, "hint": None} for check in whole["checks"]]}


def _way(edition: Edition, way: WayOut) -> Data:
    return {"answer": edition.words("swimlane.or").join(way.answers), "number": way.number, "end": way.end}


PROCESS = PrintedKind(_NAME, "process.typ", (), _marks, _jobs, _data, is_fitted=True, shape="poster")
