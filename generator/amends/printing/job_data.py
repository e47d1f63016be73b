"""One PDF as the plain data that its template reads. The head of each template describes the shape."""

from __future__ import annotations

import base64
from xml.etree import ElementTree as ET

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


def _logo(organisation: Organisation) -> str | None:
    """The logo as SVG; a PNG goes into one, since data for a template are text."""
    logo = organisation.logo
    if logo is None:
        return None
    return _as_text(logo.picture) if logo.suffix == ".svg" else _as_svg(logo.picture)


def _as_text(svg: bytes) -> str:
    """An SVG may be in any encoding that it names itself."""
    try:
        return svg.decode()
    except UnicodeDecodeError:
        return ET.tostring(ET.fromstring(svg), encoding="unicode")  # noqa: S314 - it declares no entities (`model/picture.py`)


def _as_svg(png: bytes) -> str:
    width, height = png_size(png)
    data = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )


def _brand(organisation: Organisation) -> Data:
    return {
        "logo": _logo(organisation),
        "colour": organisation.colours.primary if organisation.colours else None,
    }


def _identity(sheet: Sheet) -> Data:
    return {
        "document_number": sheet.document_number,
        **({"fingerprint": sheet.fingerprint} if sheet.fingerprint else {}),
        "address": sheet.address,
        "qr": qr_svg(sheet.address) if sheet.address else None,
    }
