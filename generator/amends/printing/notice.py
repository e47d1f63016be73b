"""The change notice as a sheet: what changes from one SOP to another, and who signs to have read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.comparing.notice import ChangeNotice, ChangeRow
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet

_HEADS = ("where", "what", "who", "name", "date", "signature", "sign")


@dataclass(frozen=True)
class NoticeSheet:
    """The notice with the version before and after."""

    notice: ChangeNotice
    before: str
    after: str


def notice_job(before: Edition, after: Edition, notice: ChangeNotice) -> PrintJob:
    """The PDF of the notice, with the document control of the SOP after the change."""
    view = NoticeSheet(notice, before.sop.document.version, after.sop.document.version)
    mark = fingerprint(_data(after, view, "a4"))
    sheet = Sheet(view, f"{after.sop.document.number}-{after.sop.document.version}", mark, None)
    return PrintJob(NOTICE, "notice.pdf", after.words("change.title"), (sheet,))


def _data(edition: Edition, view: NoticeSheet, paper: Paper) -> Data:  # noqa: ARG001 - the same on any
    words, notice = edition.words, view.notice
    count = words.counted("change.count", len(notice.rows)) if notice.rows else words("change.none")
    return {
        "title": words("change.title"),
        "between": words("change.between", before=notice.before, after=notice.after),
        "count": count,
        "versions": {"before": view.before, "after": view.after},
        "heads": {name: words(f"change.{name}") for name in _HEADS},
        "rows": [_row(edition, row) for row in notice.rows],
        "readers": list(_readers(edition, notice)),
    }


def _row(edition: Edition, row: ChangeRow) -> Data:
    who = edition.words("list-separator").join(row.readers.values()) or edition.words("change.everyone")
    return {"entry": row.entry, "change": row.change, "who": who}


def _readers(edition: Edition, notice: ChangeNotice) -> Iterator[Data]:
    """Each role of people whom a change concerns, with the names of those who fill it, or with a row for a name."""
    roles = {role: title for row in notice.rows for role, title in row.readers.items()}
    for role, title in (roles or {"": edition.words("change.everyone")}).items():
        yield {"role": title, "names": [holder.name for holder in edition.sop.holders_of(role)] or [""]}


def _no_marks(_: Sheets) -> Fingerprints:
    return {}


def _no_jobs(_: Sheets, __: Fingerprints) -> Iterator[PrintJob]:
    return iter(())


NOTICE = PrintedKind("notice", "notice.typ", (), _no_marks, _no_jobs, _data, is_fitted=False)
"""Not among the printed kinds of an SOP: it needs two."""
