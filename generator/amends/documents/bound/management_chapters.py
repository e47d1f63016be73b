"""The chapters for those who run the procedure: forms, controls, figures."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.bound.blocks import Block, Chapter, Item, Line, Listing, Part, Prose, Section, Table
from amends.documents.bound.phrases import (
    all_linked,
    facts,
    line,
    part,
    points,
    role,
    said,
    text_line,
    used_in,
    word_line,
)
from amends.documents.metric_view import MetricView, metric_view, metrics_by_family
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import in_words
from amends.edition.edition import Edition, Phrase
from amends.model.records import RecordField


def management_chapters(sheets: Sheets) -> Iterator[Chapter]:
    """What there is of them."""
    edition, words, sop = sheets.edition, sheets.edition.words, sheets.edition.sop
    if sop.records:
        records = tuple(_record(edition, key) for key in sop.records)
        yield Chapter(words("page.records"), words("records.intro"), records)
    if sop.controls:
        yield Chapter(words("page.controls"), words("controls.intro"), (_controls(edition),))
    if sop.metrics:
        metrics = tuple(_metric(edition, key) for family in metrics_by_family(edition) for key in family.metrics)
        yield Chapter(words("page.metrics"), words("metrics.intro"), metrics)


def _record(edition: Edition, key: str) -> Section:
    words, record, entry = edition.words, edition.sop.records[key], f"records/{key}"
    when = in_words(edition, record.when)
    keep = words("record.keep-value", duration=edition.duration(record.keep)) if record.keep else None
    about = facts(
        {
            words("table.condition"): said(edition, when) if when else None,
            words("record.kept-by"): role(edition, record.kept_by) if record.kept_by else None,
            words("record.keep"): said(edition, keep) if keep else None,
            words("record.access"): said(edition, words("record.confidential-long")) if record.confidential else None,
            words("record.used"): used_in(edition, entry),
        }
    )
    columns = words("record.field"), words("record.entry")
    table = Table(columns, tuple(_field(edition, field) for field in record.fields.values()))
    purpose = edition.phrase(record.purpose) if record.purpose else None
    return Section(
        edition.phrase(record.title), (entry,), tuple(part("", about, table)), record.code or "", lead=purpose
    )


def _field(edition: Edition, field: RecordField) -> tuple[tuple[Line, ...], ...]:
    kind = edition.words(f"record.kind.{field.kind}")
    choices = edition.words("list-separator").join(edition.plain(choice.text) for choice in field.choices.values())
    name = (Line(edition.phrase(field.title)), *text_line(edition, field.hint, quiet=True))
    return name, (*word_line(edition, kind, quiet=False), *word_line(edition, choices or None))


def _controls(edition: Edition) -> Section:
    words, controls = edition.words, edition.sop.controls
    columns = words("table.check"), words("table.what"), words("table.who-every")
    rows = tuple(
        (
            (Line(edition.phrase(it.title), strong=True),),
            (*text_line(edition, it.what), *line(all_linked(edition, "records", it.records), quiet=True)),
            (
                Line(role(edition, it.by)),
                *word_line(edition, edition.duration(it.every) if it.every else words("controls.irregular")),
            ),
        )
        for it in controls.values()
    )
    return Section(None, tuple(f"controls/{key}" for key in controls), (Part("", (Table(columns, rows),)),))


def _metric(edition: Edition, key: str) -> Section:
    words, metric, view = edition.words, edition.sop.metrics[key], metric_view(edition, key)
    about = facts(
        {
            words("metric.target"): edition.phrase(metric.target) if metric.target else None,
            words("metric.by"): role(edition, metric.by) if metric.by else None,
            words("metric.every"): said(edition, edition.duration(metric.every)) if metric.every else None,
        }
    )
    parts = (
        *part("", about),
        *part(words("metric.how"), *_how(view, edition.phrase(metric.how) if metric.how else None)),
        *part(words("metric.examples"), _examples(edition, view)),
        *part(words("metric.cautions"), points(edition, metric.cautions)),
    )
    shows, lead = (f"metrics/{key}",), edition.phrase(metric.meaning)
    return Section(said(edition, view.title), shows, parts, view.family, lead=lead)


def _how(view: MetricView, how: Phrase | None) -> Iterator[Block]:
    if view.formula:
        yield Prose((Line(view.in_words),), is_framed=True)
    if how:
        yield Prose((Line(how),))


def _examples(edition: Edition, view: MetricView) -> Listing | None:
    items = tuple(
        Item((*line(row.title, quiet=True), *word_line(edition, f"{row.calculation} = {row.result}", quiet=False)))
        for row in view.examples
    )
    return Listing(items) if items else None
