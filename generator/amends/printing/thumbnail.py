"""What a PDF looks like: its pages counted, its first page measured and drawn as a small picture."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import product

from amends.documents.print_room import SheetLook

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes that are kept under a key; makes and keeps them if there are none."""

WIDTH = 120
"""Pixels, a little more than the page shows: the print room of a phone must stay light."""
_SHADES = (0, 85, 170, 255)
"""The shades of red, green and blue: 64 colours, so a picture is two kilobytes or so."""
_POINTS_PER_MM = 72 / 25.4
_COLOUR_PROFILE = re.compile(rb"(/N ?[134]\b[^>]{0,100}>>\s*stream\r?\n).{16}", re.DOTALL)
"""The begin of a stream with a colour profile (ISO 32000-1, 8.6.5.5), up to its first bytes."""


def look_of(pdf: bytes, keep: Keep) -> SheetLook:
    """The look of a PDF; the same bytes are looked at once, as long as the look is kept."""
    key = sha256(f"look 5, {WIDTH}, {_drawn_by()}\0".encode() + sha256(pdf).digest()).hexdigest()
    facts, _, picture = keep(key, lambda: _looked_at(pdf)).partition(b"\n")
    return SheetLook(**json.loads(facts), picture=picture)


@cache
def _drawn_by() -> str:
    """The libraries whose next version may draw another picture. To ask for a version means to read a file."""
    return ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pillow"))


def _looked_at(pdf: bytes) -> bytes:
    """The facts as JSON on one line, then the picture as a PNG."""
    # Both take long to import, and only this function needs them.
    from PIL import Image
    from pypdfium2 import PdfDocument

    with PdfDocument(_without_colour_profiles(pdf)) as document:
        page = document[0]
        width, height = page.get_size()
        sizes = {"width": round(width / _POINTS_PER_MM), "height": round(height / _POINTS_PER_MM)}
        facts = {"pages": len(document), "weight": len(pdf), **sizes}
        drawn = page.render(scale=WIDTH / width).to_pil().convert("RGB")
    picture = io.BytesIO()
    palette = Image.new("P", (1, 1))
    palette.putpalette([shade for colour in product(_SHADES, repeat=3) for shade in colour])
    drawn.quantize(palette=palette, dither=Image.Dither.NONE).save(picture, "PNG", compress_level=7)
    return json.dumps(facts).encode() + b"\n" + picture.getvalue()


def _without_colour_profiles(pdf: bytes) -> bytes:
    """The PDF with spoiled colour profiles, so that its colours are those of the screen, which ours are anyway.

    To work out tables for a profile takes as long as all else on a page.
    """
    return _COLOUR_PROFILE.sub(lambda found: found[1] + bytes(16), pdf)
