"""What only a few acts on a case need, such as copying and closing it: a page loads it with the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amends.documents.case_data import as_plain
from amends.documents.pause_points import pause_sheets
from amends.documents.record_form import unit_of
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from amends.model.records import Record, RecordField
from amends.model.sop import Sop


@dataclass(frozen=True)
class CaseCheck:
    """A check of a pause point; it also holds once one of the boxes or questions that it `covers` is done."""

    path: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class CaseField:
    """A field of a form: its `choices` are the words of the answers, by their ids."""

    label: str
    unit: str | None
    choices: Mapping[str, str]


@dataclass(frozen=True)
class CaseForm:
    """A record as a form; what is written in it is kept with the case."""

    title: str
    fields: Mapping[str, CaseField]


@dataclass(frozen=True)
class CaseMore:
    """`texts` are the texts of boxes, questions and checks, by path; `forms` stand by the id of their record."""

    texts: Mapping[str, str]
    checks: tuple[CaseCheck, ...]
    """Those of all pause points, in order: what is open of them weighs most when a case is closed."""
    forms: Mapping[str, CaseForm]

    def as_json(self) -> dict[str, Any]:
        """Plain data; values that are None are left out."""
        plain: dict[str, Any] = as_plain(self)
        return plain


def case_more(sheets: Sheets) -> CaseMore:
    """What goes with the `CaseData` of the same sheets."""
    edition, sop = sheets.edition, sheets.edition.sop
    forms = {key: _form(edition, record) for key, record in sop.records.items()}
    return CaseMore(dict(_texts(sheets)), tuple(_checks(sop)), forms)


def _texts(sheets: Sheets) -> Iterator[tuple[str, str]]:
    for sheet in sheets.steps.values():
        here = f"steps/{sheet.id}"
        for action in sheet.actions:
            yield f"{here}/actions/{action.id}", action.text.plain
        for record in sheet.records:
            yield f"{here}/records/{record.id}", record.title.plain
        for box in sheet.decisions:
            yield f"{here}/decisions/{box.id}", box.question.plain
    for pause in pause_sheets(sheets.edition).values():
        for item in pause.items:
            yield f"pause_points/{pause.id}/items/{item.id}", item.text.plain


def _checks(sop: Sop) -> Iterator[CaseCheck]:
    for point_id, point in sop.pause_points.items():
        for key, item in point.items.items():
            covers = tuple(name for name in item.covers if name.startswith("steps/"))
            yield CaseCheck(f"pause_points/{point_id}/items/{key}", covers)


def _form(edition: Edition, record: Record) -> CaseForm:
    return CaseForm(edition.plain(record.title), {key: _field(edition, it) for key, it in record.fields.items()})


def _field(edition: Edition, field: RecordField) -> CaseField:
    choices = {key: edition.plain(choice.text) for key, choice in field.choices.items()}
    return CaseField(edition.plain(field.title), unit_of(edition, field), choices)
