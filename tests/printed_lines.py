"""The lines of text on a page of a PDF, in the order in which they are read."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class PrintedLine:
    """What stands on one baseline without a gap. Points, from the lower left of the page as it is read."""

    x: float
    right: float
    y: float
    size: float
    text: str


def printed_lines(pdf: bytes) -> list[list[PrintedLine]]:
    """The lines of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [list(_joined(_letters(page))) for page in document]


def _letters(page: pypdfium2.PdfPage) -> Iterator[PrintedLine]:
    words = page.get_textpage()
    width, height = page.get_size()
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(words.count_chars()):
        if pdfium.FPDFText_IsGenerated(words, n) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(words, n, x, y)
        left, _, right, _ = words.get_charbox(n, loose=True)
        letter = chr(pdfium.FPDFText_GetUnicode(words, n))
        size = pdfium.FPDFText_GetFontSize(words, n)
        if math.cos(pdfium.FPDFText_GetCharAngle(words, n)) > 0:
            yield PrintedLine(left, right, y.value, size, letter)
        else:
            yield PrintedLine(width - right, width - left, height - y.value, size, letter)


def _joined(letters: Iterator[PrintedLine]) -> Iterator[PrintedLine]:
    line: PrintedLine | None = None
    for letter in letters:
        if line and abs(letter.y - line.y) < 0.5 and -1 < letter.x - line.right < 0.6 * letter.size:
            line = replace(line, right=letter.right, text=line.text + letter.text)
        else:
            if line:
                yield line
            line = letter
    if line:
        yield line


def last_lines(lines: list[PrintedLine]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    """Each line that ends a paragraph, with the line above it."""
    for (above, line), after in zip(pairwise(lines), [*lines[2:], None], strict=False):
        pitch = (above.y - line.y) / line.size
        is_below = -1 < line.x - above.x < 3 * line.size and above.right > line.right + line.size
        goes_on = after is not None and abs(after.y - line.y) < 2 and after.x < line.right + 4 * line.size
        if is_below and above.size == line.size and 1.2 < pitch < 1.6 and not goes_on:
            yield above, line
