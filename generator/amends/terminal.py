"""Text from files of strangers -> text that a terminal shows and does not obey."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")


def harmless(text: str) -> str:
    r"""The text with each character that controls a terminal, or turns a line round, written as `\u001b`.

    JSON reads it as the same character. Line ends and TABs stay.
    """
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
