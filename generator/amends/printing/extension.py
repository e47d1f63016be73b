"""What is added to a finished PDF: the file as it was, then the new and changed objects (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import io
import re

from pypdf import PdfWriter

_LAST_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


def extendable(pdf: bytes) -> PdfWriter:
    """The PDF, to be changed. Its last line gets an end, since what is added begins with a line of its own."""
    return PdfWriter(io.BytesIO(pdf.rstrip(b"\n") + b"\n"), incremental=True)


def extended(writer: PdfWriter) -> bytes:
    """The bytes of the file with its changes.

    PDF/A wants the end of a line after `obj` (ISO 19005-2, 6.1.9), which pypdf leaves out at the table of objects.
    """
    file = io.BytesIO()
    writer.write(file)
    whole = file.getvalue()
    last = _LAST_TABLE.search(whole)
    if last is None:
        raise ValueError("pypdf has written no table of objects")
    begin = whole.index(b" obj", int(last[1])) + len(b" obj")
    return whole[:begin] + b"\n" + whole[begin:].removeprefix(b"\n")
