"""How wide a text is on paper, and where it breaks: measured with the widths of the house font, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amends.drawing.glyph_widths import WIDTHS, Weight

_ELLIPSIS = "…"
_IDEOGRAPHS = r"\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
_CHINESE = re.compile(f"[{_IDEOGRAPHS}]")
# Chinese breaks between any two characters, but no line begins with a closing mark or ends with an opening one.
_CLOSING = re.escape("，。、；：？！）》」』】〉”’…％,.;:?!)]}%")
_OPENING = re.escape("（《「『【〈“‘([{")
# No line breaks at a space before a punctuation mark or beside a guillemet.
_FIRM = "\u00a0\u202f"
_PIECES = re.compile(
    rf"[^\S{_FIRM}]+|[{_OPENING}]*(?:[{_IDEOGRAPHS}]|(?:[^\s{_IDEOGRAPHS}]|[{_FIRM}])+)[{_CLOSING}]*|\S"
)
# In Chinese text these come from the Chinese font, where they fill a whole em.
_IN_CHINESE = {weight: {**widths, **dict.fromkeys("·–—‘’“”…", 1000)} for weight, widths in WIDTHS.items()}
_NARROWER = (0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Ruler:
    """Measures and breaks text of one size and weight; in Chinese text, punctuation comes from the Chinese font too."""

    size: float
    weight: Weight = "regular"
    is_chinese: bool = False

    def width(self, text: str) -> float:
        """How wide a text is; a character that the house font lacks takes a whole em."""
        widths = _IN_CHINESE[self.weight] if self.is_chinese else WIDTHS[self.weight]
        return sum(widths[one] if one in widths else _other(one) for one in text) * self.size / 1000

    def lines(self, text: str, room: float, most: int) -> list[str]:
        """The lines of a text in so much room; a wider word is cut, and so is the text beyond `most` lines."""
        lines = list(self._broken(text, room))
        if len(lines) > most:
            return [*lines[: most - 1], self._shortened(lines[most - 1], room)]
        return self._balanced(text, lines, room) if len(lines) > 1 else lines

    def _broken(self, text: str, room: float) -> Iterator[str]:
        line, taken = "", 0.0
        for piece in _PIECES.findall(text):
            for part in self._cut(piece, room):
                if line and taken + self.width(part.rstrip()) > room:
                    yield line.rstrip()
                    line, taken = "", 0.0
                if line or not part.isspace():
                    line, taken = line + part, taken + self.width(part)
        if line.strip():
            yield line.rstrip()

    def _cut(self, piece: str, room: float) -> Iterator[str]:
        """The piece, or parts of it if it is wider than a line."""
        while len(piece) > 1 and self.width(piece) > room:
            count = next((n for n in range(len(piece) - 1, 1, -1) if self.width(piece[:n]) <= room), 1)
            yield piece[:count]
            piece = piece[count:]
        yield piece

    def _balanced(self, text: str, lines: list[str], room: float) -> list[str]:
        """As many lines, about equally long, so that the last is no single character; no word is cut for this."""
        widest = max(self.width(piece) for piece in _PIECES.findall(text))
        for share in _NARROWER:
            narrower = list(self._broken(text, room * share)) if widest <= room * share else []
            if len(narrower) == len(lines):
                return narrower
        return lines

    def _shortened(self, line: str, room: float) -> str:
        while line and self.width(line + _ELLIPSIS) > room:
            line = line[:-1]
        return line.rstrip(" ,.;:，。、；：") + _ELLIPSIS


def ruler_for(text: str, size: float, weight: Weight) -> Ruler:
    """The ruler for a text, by the script in which it is written."""
    return Ruler(size, weight, _CHINESE.search(text) is not None)


@lru_cache(maxsize=1000)
def _other(character: str) -> int:
    return 0 if unicodedata.combining(character) else 1000
