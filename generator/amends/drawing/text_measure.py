"""How wide a text is on paper, and where it breaks: measured with the widths of the house font, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from amends.drawing.glyph_widths import WIDTHS, Weight

ELLIPSIS = "…"

# Chinese breaks between any two characters, but no line begins with a closing mark or ends with an opening one.
_CLOSING = "，。、；：？！）》」』】〉”’…％,.;:?!)]}%"
_OPENING = "（《「『【〈“‘([{"
_PIECES = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+)"
    rf"[{re.escape(_CLOSING)}]*|\S"
)

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]")
# Beside Chinese these come from the Chinese font, where they fill a whole em.
_IN_CHINESE = {weight: {**widths, **dict.fromkeys("·–—‘’“”…", 1000)} for weight, widths in WIDTHS.items()}


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """How wide a text is in the house font at a size; what the font lacks takes a whole em."""
    widths = WIDTHS[weight] if _CHINESE.search(text) is None else _IN_CHINESE[weight]
    return sum(widths[character] if character in widths else _other(character) for character in text) * size / 1000


def wrapped(text: str, room: float, size: float, weight: Weight = "regular", most: int = 99) -> list[str]:
    """The lines of a text in so much room; a word wider than that is cut, and so is what exceeds `most` lines."""
    lines = list(_lines(text, room, size, weight))
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], room, size, weight)]
    return lines


@lru_cache(maxsize=1000)
def _other(character: str) -> int:
    return 0 if unicodedata.combining(character) else 1000


def _lines(text: str, room: float, size: float, weight: Weight) -> Iterator[str]:
    line, taken = "", 0.0
    for piece in _PIECES.findall(text):
        for part in _fitting(piece, room, size, weight):
            width = text_width(part, size, weight)
            if line and taken + text_width(part.rstrip(), size, weight) > room:
                yield line.rstrip()
                line, taken = "", 0.0
            if line or not part.isspace():
                line, taken = line + part, taken + width
    if line.strip():
        yield line.rstrip()


def _fitting(piece: str, room: float, size: float, weight: Weight) -> Iterator[str]:
    """A piece, in parts where it is wider than a line."""
    while len(piece) > 1 and text_width(piece, size, weight) > room:
        count = max(1, next(n for n in range(len(piece), 0, -1) if n == 1 or text_width(piece[:n], size, weight) <= room))
        yield piece[:count]
        piece = piece[count:]
    yield piece


def _shortened(line: str, room: float, size: float, weight: Weight) -> str:
    while line and text_width(line + ELLIPSIS, size, weight) > room:
        line = line[:-1]
    return line.rstrip(" ,.;:，。、；：") + ELLIPSIS
