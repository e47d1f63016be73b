"""One PDF as the plain data that its template reads. The head of each template describes the shape."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from hashlib import sha256

from amends.edition.edition import Edition
from amends.model.picture import png_size
from amends.model.sop import Organisation, Paper
from amends.printing.kind import Data, PrintJob, Sheet
from amends.printing.qr import qr_svg


def job_data(edition: Edition, job: PrintJob, paper: Paper = "a4") -> Data:
    """The fixed words, the document control, and the sheets of one job."""
    return {
        "words": {key: word for name in job.kind.words for key, word in edition.words.group(name).items()},
        "control": _control(edition),
        "brand": _brand(edition.sop.organisation),
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


def logo_files(organisation: Organisation) -> Mapping[str, bytes]:
    """The file of the logo beside a template, if there is a logo. Another picture has another name."""
    logo = organisation.logo
    if logo is None:
        return {}
    # Among files that are given as data, Typst reads no binary ones, so a PNG goes into an SVG.
    picture = logo.picture if logo.suffix == ".svg" else _as_svg(logo.picture)
    return {f"logo-{sha256(picture).hexdigest()[:16]}.svg": picture}


def _as_svg(png: bytes) -> bytes:
    width, height = png_size(png)
    data = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    ).encode()


def _brand(organisation: Organisation) -> Data:
    return {
        "logo": next(iter(logo_files(organisation)), None),
        "colour": organisation.colours.primary if organisation.colours else None,
    }


def _identity(sheet: Sheet) -> Data:
    return {
        "document_number": sheet.document_number,
        **({"fingerprint": sheet.fingerprint} if sheet.fingerprint else {}),
        "address": sheet.address,
        "qr": qr_svg(sheet.address) if sheet.address else None,
    }
