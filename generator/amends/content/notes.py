"""Notes for amends in comments of content files: `# amends: ignore S505 until 2026-12-31 the words of our lawyer`.

Behind a value, a note speaks of its own line and of what stands below it, further in. On a line of its own, it speaks
of the next line in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NOTE = re.compile(r"(?<![^\s])#[ \t]*amends:(.*)")
_SAYS_NOTHING = re.compile(r"[ \t]*(?:#.*)?")


class Note(NamedTuple):
    """What a note says behind `amends:`, its place in a file, and the first and the last line of which it speaks."""

    file: str
    line: int
    column: int
    said: str
    first: int
    last: int


def places_of_notes(text: str) -> list[int]:
    """The index of each comment that may be a note. A text in quotes may hold the same words; the reader knows."""
    return [match.start() for match in _NOTE.finditer(text)] if "amends:" in text else []


def notes_at(file: str, text: str, places: Sequence[int]) -> Iterator[Note]:
    """The notes at these places of a file, which are in order."""
    if not places:
        return
    indents = [_indent(line) for line in text.split("\n")]
    ends, following = _ends(indents), _following(indents)
    row = counted = 0
    for place in places:
        row += text.count("\n", counted, place)
        counted = place
        begin = text.rfind("\n", 0, place) + 1
        first = following[row]
        match = _NOTE.match(text, place)
        said = match[1].strip() if match else ""
        yield Note(file, row + 1, place - begin + 1, said, first + 1, ends[first] + 1)


def _indent(line: str) -> int | None:
    """How far in a line begins; None if it is empty or only a comment."""
    return None if _SAYS_NOTHING.fullmatch(line) else len(line) - len(line.lstrip(" "))


def _ends(indents: list[int | None]) -> list[int]:
    """For each line, the last line that belongs to it: those that follow and stand further in."""
    ends = list(range(len(indents)))
    open_lines: list[int] = []
    last = -1
    for row, indent in enumerate(indents):
        if indent is None:
            continue
        while open_lines and (indents[open_lines[-1]] or 0) >= indent:
            ends[open_lines.pop()] = last
        open_lines.append(row)
        last = row
    for row in open_lines:
        ends[row] = last
    return ends


def _following(indents: list[int | None]) -> list[int]:
    """For each line itself, if it says something; if not, the next line that does."""
    following = list(range(len(indents)))
    for row in range(len(indents) - 2, -1, -1):
        if indents[row] is None:
            following[row] = following[row + 1]
    return following
