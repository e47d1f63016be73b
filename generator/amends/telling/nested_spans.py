"""Spans of lines, of which any two are apart or one inside the other, and which of them hold a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""The first and the last line."""


class NestedSpans:
    """The spans, in an order in which each stands behind those that hold it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(set(spans), key=lambda span: (span[0], -span[1]))
        self.firsts = [first for first, _ in self.spans]
        self.outer: list[int] = []
        around: list[int] = []
        for index, (first, _) in enumerate(self.spans):
            while around and self.spans[around[-1]][1] < first:
                around.pop()
            self.outer.append(around[-1] if around else -1)
            around.append(index)

    def around(self, line: int) -> Iterator[Span]:
        """The spans that hold a line, the smallest first. Their number is that of the levels, not of all spans."""
        index = bisect_right(self.firsts, line) - 1
        while index >= 0:
            if self.spans[index][1] >= line:
                yield self.spans[index]
            index = self.outer[index]
