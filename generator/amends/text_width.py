"""How wide a text is in a terminal."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """The number of terminal columns of a text: a Chinese character takes two, a mark above a letter none."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
        for character in text
    )


def padded(text: str, width: int) -> str:
    """The text with spaces after it, so that it takes `width` columns."""
    return text + " " * (width - columns(text))
