"""Our places, which count characters from 1, and those of an editor, which count units of UTF-16 from 0."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from lsprotocol import types

_WORD = re.compile(r"""“[^”]*”?|"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,:\[\]{}"']+|\S""")

Units = Callable[[str], int]
"""How many units an editor counts for a string; by the protocol UTF-16, unless both sides agree on another form."""


class Lines:
    """The lines of a text, with their places as an editor counts them."""

    def __init__(self, lines: Sequence[str], units: Units) -> None:
        self._lines = lines
        self._units = units
        self._begins = [0, *accumulate(len(line) + 1 for line in lines)]

    def position(self, line: int, column: int) -> types.Position:
        """The place of a line and column that count from 1."""
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        return types.Position(max(line - 1, 0), self._units(text[: max(column - 1, 0)]))

    def position_of(self, index: int) -> types.Position:
        """The place of an index of the whole text."""
        row = min(bisect_right(self._begins, index), len(self._lines)) - 1
        return types.Position(row, self._units(self._lines[row][: index - self._begins[row]]))

    def index(self, at: types.Position) -> int:
        """The index of a place in the whole text; a place behind the end of a line is that end."""
        if at.line >= len(self._lines):
            return max(self._begins[-1] - 1, 0)
        line = self._lines[at.line]
        units = 0
        for column, character in enumerate(line):
            if units >= at.character:
                return self._begins[at.line] + column
            units += self._units(character)
        return self._begins[at.line] + len(line)

    def word_at(self, line: int, column: int) -> types.Range:
        """The word or the quoted text that begins at a place; the whole first line for line 0, a whole file."""
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        if not line:
            first = self._lines[0] if self._lines else ""
            return types.Range(types.Position(0, 0), types.Position(0, self._units(first)))
        found = _WORD.match(text, max(column - 1, 0))
        end = found.end() + 1 if found else column
        return types.Range(self.position(line, column), self.position(line, end))

    def range(self, begin: int, end: int) -> types.Range:
        """What stands between two indices of the whole text."""
        return types.Range(self.position_of(begin), self.position_of(end))
