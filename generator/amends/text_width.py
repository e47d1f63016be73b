"""How wide a text is in a terminal."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """How many terminal columns a text takes: Chinese characters take two, marks above a letter none."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
        for character in text
    )


def padded(text: str, width: int) -> str:
    """The text with spaces behind it up to so many columns."""
    return text + " " * (width - columns(text))
