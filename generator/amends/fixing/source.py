"""The text of a content file, in which single values are changed and everything else stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

from yaml.events import ScalarEvent

from amends.content.yaml_reader import LOADER

_Parsed = Any
"""An event of a parser, or None. By PyYAML's stubs it may have no mark; every event of a parser has one."""
Edit = tuple[int, int, str]
"""From which index to which, and what stands there from now on."""


@dataclass(frozen=True)
class Source:
    """The text of a file with plain line ends."""

    text: str

    def index(self, line: int, column: int) -> int:
        """The index of a place that counts from 1; raises IndexError if there is no such line."""
        return self._begins[line - 1] + column - 1

    def value_at(self, line: int, column: int) -> _Parsed:
        """The value that begins at a place, or the value of the field that begins there; None if it is no text."""
        at = self.index(line, column)
        key, value = self._scalars.get(at, (None, None))
        return value if value is not None else key

    def changed(self, value: _Parsed, change: Callable[[str], str]) -> Edit | None:
        """The edit that changes what is written of a value; None if that changes nothing."""
        begin, end = value.start_mark.index, value.end_mark.index
        written = self.text[begin:end]
        new = change(written)
        return (begin, end, new) if new != written else None

    def edited(self, edits: list[Edit]) -> str:
        """The text with these edits, of which no two may overlap."""
        parts, at = [], 0
        for begin, end, new in sorted(edits):
            parts += [self.text[at:begin], new]
            at = end
        return "".join([*parts, self.text[at:]])

    @cached_property
    def _begins(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    @cached_property
    def _scalars(self) -> dict[int, tuple[_Parsed, _Parsed]]:
        """For the index of each scalar: itself, and the scalar that follows if it is the name of a field."""
        found: dict[int, tuple[_Parsed, _Parsed]] = {}
        for event, following in pairwise([*self._events(), None]):
            if _is_scalar(event):
                is_key = self.text.startswith(":", event.end_mark.index)
                value = following if is_key and _is_scalar(following) else None
                found[event.start_mark.index] = (None if is_key else event, value)
        return found

    def _events(self) -> Iterator[_Parsed]:
        parser = LOADER(self.text)
        try:
            yield from iter(parser.get_event, None)
        finally:
            parser.dispose()


def _is_scalar(event: _Parsed) -> bool:
    return type(event) is ScalarEvent
