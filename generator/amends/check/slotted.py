"""Everything in which staff fill in `[slots]`: scripts and letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amends.model.sop import Sop
from amends.model.text import Text
from amends.model.walk import FieldPath


@dataclass(frozen=True)
class Slotted:
    """One script or letter: its path, the slots that it declares, and each of its texts with its path.

    `called` is what it is called in a message, and `part` what such a text is.
    """

    path: FieldPath
    slots: Mapping[str, Text]
    texts: Mapping[FieldPath, Text]
    called: str
    part: str


def slotted(sop: Sop) -> Iterator[Slotted]:
    """Every script and every letter."""
    for key, script in sop.scripts.items():
        path: FieldPath = ("scripts", key)
        texts: dict[FieldPath, Text] = {(*path, "lines", name, "text"): it.text for name, it in script.lines.items()}
        yield Slotted(path, script.slots, texts, "script", "line")
    for key, letter in sop.letters.items():
        path = ("letters", key)
        texts = {(*path, *below): text for below, text in letter.texts().items()}
        yield Slotted(path, letter.slots, texts, "letter", "text")
