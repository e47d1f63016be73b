"""What a PDF looks like: its pages counted, its first page measured and drawn as a small picture."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from struct import pack

from amends.documents.print_room import SheetLook

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes that are kept under a key; makes and keeps them if there are none."""

WIDTH = 120
"""Pixels, a little more than the page shows: the print room of a phone must stay light."""
_STEPS = 3
"""The shades of red, green and blue are that many and one: 64 colours, so a picture is two kilobytes or so."""
_POINTS_PER_MM = 72 / 25.4


def look_of(pdf: bytes, keep: Keep) -> SheetLook:
    """The look of a PDF; the same bytes are looked at once, as long as the look is kept."""
    key = sha256(f"look 3, {WIDTH}, pypdfium2 {version('pypdfium2')}\0".encode() + sha256(pdf).digest()).hexdigest()
    facts, _, picture = keep(key, lambda: _looked_at(pdf)).partition(b"\n")
    return SheetLook(**json.loads(facts), picture=picture)


def _looked_at(pdf: bytes) -> bytes:
    """The facts as JSON on one line, then the picture."""
    from pypdfium2 import PdfDocument  # loads a library that only this function needs

    with PdfDocument(pdf) as document:
        page = document[0]
        width, height = page.get_size()
        bitmap = page.render(scale=WIDTH / width, rev_byteorder=True)
        colours = _indexed(bytes(bitmap.buffer), bitmap.n_channels)
        row = bitmap.stride // bitmap.n_channels
        rows = [colours[at * row : at * row + bitmap.width] for at in range(bitmap.height)]
        sizes = {"width": round(width / _POINTS_PER_MM), "height": round(height / _POINTS_PER_MM)}
        facts = {"pages": len(document), "weight": len(pdf), **sizes}
    return json.dumps(facts).encode() + b"\n" + _png(rows)


def _indexed(pixels: bytes, channels: int) -> bytes:
    """For each pixel, its colour among the 64."""
    shades = [_shades((_STEPS + 1) ** power) for power in (2, 1, 0)]
    red, green, blue = (pixels[at::channels].translate(shade) for at, shade in enumerate(shades))
    return bytes(map(sum, zip(red, green, blue, strict=True)))


def _shades(factor: int) -> bytes:
    """For each value of a channel, its shade times a factor."""
    return bytes(round(value * _STEPS / 255) * factor for value in range(256))


def _png(rows: list[bytes]) -> bytes:
    """Rows of indexed colours as a PNG."""
    levels = [shade * 255 // _STEPS for shade in range(_STEPS + 1)]
    palette = bytes(level for red in levels for green in levels for blue in levels for level in (red, green, blue))
    header = pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = (b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
