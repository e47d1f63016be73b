"""Forms: one for each record, to be filled in by hand, and a pack of all."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.record_form import unit_of
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import in_words
from amends.edition.edition import Edition
from amends.model.records import RecordField
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Selector, Sheet, page_address
from amends.printing.plain_data import runs_data

_RECORD = Selector("record", "form", "forms", "Only the form of this record; repeatable.")


def _marks(sheets: Sheets) -> Fingerprints:
    edition = sheets.edition
    return {f"records/{record}": fingerprint(_data(edition, record)) for record in edition.sop.records}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition, words = sheets.edition, sheets.edition.words
    printed = {record: _sheet(edition, record, marks) for record in edition.sop.records}
    if printed:
        yield PrintJob(FORMS, "print/forms.pdf", words("page.forms"), tuple(printed.values()))
    for record, sheet in printed.items():
        title = words("page.form", title=edition.title(f"records/{record}"))
        yield PrintJob(FORMS, f"print/forms/{record}.pdf", title, (sheet,), (_RECORD.option, record))


def _sheet(edition: Edition, record: str, marks: Fingerprints) -> Sheet:
    name = f"records/{record}"
    number = f"{edition.sop.document.number}-{edition.sop.records[record].code or record.upper()}"
    return Sheet(record, number, marks[name], page_address(edition, name))


def _data(edition: Edition, record_id: str, paper: Paper = "a4") -> Data:  # noqa: ARG001 - a form asks the same on any
    record, words = edition.sop.records[record_id], edition.words
    kept_by = edition.title(f"roles/{record.kept_by}") if record.kept_by else None
    keep = words("record.keep-value", duration=edition.duration(record.keep)) if record.keep else None
    facts = {
        "record.kept-by": kept_by,
        "record.keep": keep,
        "record.access": words("record.confidential-long") if record.confidential else None,
    }
    return {
        "id": record_id,
        "code": record.code,
        "kind": words("kind.records"),
        "title": edition.title(f"records/{record_id}"),
        "purpose": runs_data(edition.phrase(record.purpose)) if record.purpose else None,
        "when": in_words(edition, record.when),
        "facts": [{"name": words(name), "value": value} for name, value in facts.items() if value],
        "fields": [_field(edition, field) for field in record.fields.values()],
    }


def _field(edition: Edition, field: RecordField) -> Data:
    return {
        "title": runs_data(edition.phrase(field.title)),
        "hint": runs_data(edition.phrase(field.hint)) if field.hint else None,
        "kind": field.kind,
        "unit": unit_of(edition, field),
        "required": edition.words("fill.required") if field.required else None,
        "choices": [runs_data(edition.phrase(choice.text)) for choice in field.choices.values()],
    }


FORMS = PrintedKind("forms", "form.typ", (_RECORD,), _marks, _jobs, _data, is_fitted=False)
