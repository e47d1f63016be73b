"""Forms: one for each record, to be filled in by hand or on a screen, and a pack of all for paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal

from amends.documents.record_form import unit_of
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import in_words
from amends.edition.edition import Edition
from amends.model.records import RecordField
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.form_fields import FormField, with_fields
from amends.printing.kind import Data, PrintedKind, PrintJob, Selector, Sheet, page_address
from amends.printing.plain_data import runs_data

_RECORD = Selector("record", "form", "forms", "Only the form of this record; repeatable.")

_ROWS = 5  # of a list
_TABLE_ROWS = 8
_ENTRIES: Final[Mapping[str, Literal["line", "text", "tick"]]] = {
    "text": "text",
    "tick": "tick",
    "choice": "tick",
    "several": "tick",
}


def _marks(sheets: Sheets) -> Fingerprints:
    edition = sheets.edition
    return {f"records/{record}": fingerprint(_shown(edition, record)) for record in edition.sop.records}


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


def _data(edition: Edition, record_id: str, paper: Paper) -> Data:  # noqa: ARG001 - a form asks the same on any
    """What stands on the form, and the ids of all that is filled in."""
    shown, fields = _shown(edition, record_id), edition.sop.records[record_id].fields
    further = _further_columns(fields)
    rows = {key: _TABLE_ROWS if {key, after} & further else _ROWS for key, after in pairwise((*fields, None))}
    named = zip(fields.items(), shown["fields"], strict=True)
    return {
        **shown,
        "fields": [
            {**_named_field(edition, key, field, it, rows[key]), "is_further_column": key in further}
            for (key, field), it in named
        ],
    }


def _further_columns(fields: Mapping[str, RecordField]) -> frozenset[str | None]:
    """The lists that stand beside the list before them."""
    return frozenset(
        key
        for (_, before), (key, field) in pairwise(fields.items())
        if field.column and field.kind == before.kind == "list"
    )


def _named_field(edition: Edition, key: str, field: RecordField, shown: Data, rows: int) -> Data:
    choices = zip(field.choices, shown["choices"], strict=True)
    places = {f"{key}.{part}" if part else key: words for part, words in _places(edition, field, rows).items()}
    return {
        **shown,
        "id": key,
        "choices": [{"id": choice, "text": text} for choice, text in choices],
        "rows": rows,
        "places": places,
    }


def _places(edition: Edition, field: RecordField, rows: int) -> Mapping[str, str]:
    """What is said of each place of a field, by the name of the place in it; that of an only place is empty."""
    title, words = edition.plain(field.title), edition.words
    match field.kind:
        case "choice" | "several":
            named = {key: edition.plain(choice.text) for key, choice in field.choices.items()}
        case "list":
            named = {str(row): str(row) for row in range(1, rows + 1)}
        case "signature":
            named = {"name": words("print.name_signature"), "time": words("print.date_time")}
        case "date" | "time" | "date-time" | "number" | "money":
            named = {"": words(f"record.kind.{field.kind}")}
        case _:
            return {"": title}
    return {key: words("record.place", field=title, place=place) for key, place in named.items()}


def _filled_on_a_screen(pdf: bytes, data: Data) -> bytes:
    """A form of its own with its fields; a pack is for paper, since its forms have fields of the same names."""
    if len(data["sheets"]) > 1:
        return pdf
    [form] = data["sheets"]
    fields = {
        name: FormField(says, _ENTRIES.get(field["kind"], "line"))
        for field in form["fields"]
        for name, says in field["places"].items()
    }
    return with_fields(pdf, fields)


def _shown(edition: Edition, record_id: str) -> Data:
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


FORMS = PrintedKind(
    "forms", "form.typ", (_RECORD,), _marks, _jobs, _data, is_fitted=True, has_frame=True, finish=_filled_on_a_screen
)
