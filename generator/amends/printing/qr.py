"""QR codes as SVG."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache
def qr_svg(address: str) -> str:
    """The QR code of an address, error correction M. The layout must leave a quiet zone of four modules around it."""
    buffer = io.BytesIO()
    segno.make_qr(address, error="m").save(buffer, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return buffer.getvalue().decode()
