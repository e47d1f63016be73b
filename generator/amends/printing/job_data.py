"""One PDF as the plain data that its template reads. The head of each template describes the shape."""

from __future__ import annotations

from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.kind import Data, PrintJob, Sheet
from amends.printing.qr import qr_svg


def job_data(edition: Edition, job: PrintJob, paper: Paper = "a4") -> Data:
    """The fixed words, the document control, and the sheets of one job."""
    return {
        "words": edition.words.group("print"),
        "control": _control(edition),
        "sheets": [{**job.kind.data(edition, sheet.view, paper), **_identity(sheet)} for sheet in job.sheets],
    }


def _control(edition: Edition) -> Data:
    document = edition.sop.document
    return {
        "organisation": edition.plain(edition.sop.organisation.name),
        "title": edition.plain(edition.sop.title),
        "number": document.number,
        "version": document.version,
        "effective": edition.date(document.effective),
        "owner": edition.title(f"roles/{document.owner}"),
        "next_review": edition.date(document.next_review),
    }


def _identity(sheet: Sheet) -> Data:
    return {
        "document_number": sheet.document_number,
        "fingerprint": sheet.fingerprint,
        "address": sheet.address,
        "qr": qr_svg(sheet.address) if sheet.address else None,
    }
