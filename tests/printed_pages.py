"""What stands where on a page of a PDF by Typst: letters with their size, and straight lines. Points, from the lower left."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property

from pypdf import PageObject, PdfReader

MM = 72 / 25.4
_NUMBER = r"(-?[\d.]+)"
_PLACED = re.compile(rf"q {' '.join([_NUMBER] * 6)} cm(.*?)(?=\nq |\Z)", re.DOTALL)
_SIZE = re.compile(rf"{_NUMBER} Tf")
_LINE = re.compile(rf"0 0 m {_NUMBER} {_NUMBER} l\nS")


@dataclass(frozen=True)
class Letters:
    """One piece of text; it is upside down if the page must be turned to read it."""

    x: float
    y: float
    size: float
    is_upside_down: bool


@dataclass(frozen=True)
class Line:
    """A line from one point to another."""

    x: float
    y: float
    right: float
    bottom: float


class PrintedPage:
    """One page."""

    def __init__(self, page: PageObject) -> None:
        self._page = page
        self.width, self.height = float(page.mediabox.width), float(page.mediabox.height)

    @cached_property
    def text(self) -> str:
        """The words, in the order in which they are read."""
        return self._page.extract_text()

    @cached_property
    def letters(self) -> list[Letters]:
        """All pieces of text."""
        return [
            Letters(x, y, float(size), is_upside_down=turn < 0)
            for turn, x, y, drawn in self._placed
            for size in _SIZE.findall(drawn)
        ]

    @cached_property
    def lines(self) -> list[Line]:
        """All straight lines that were drawn one by one."""
        return [
            Line(x, y, x + float(right), y - float(down))
            for _, x, y, drawn in self._placed
            for right, down in _LINE.findall(drawn)
        ]

    @cached_property
    def _placed(self) -> list[tuple[float, float, float, str]]:
        contents = self._page.get_contents()
        assert contents is not None
        found = _PLACED.findall(contents.get_data().decode("latin-1"))
        return [(float(turn), float(x), float(y), drawn) for turn, _, _, _, x, y, drawn in found]


def printed_pages(pdf: bytes) -> list[PrintedPage]:
    """The pages of a PDF."""
    return [PrintedPage(page) for page in PdfReader(io.BytesIO(pdf)).pages]
