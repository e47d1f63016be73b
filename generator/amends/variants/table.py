"""A table of comma-separated values (RFC 4180) as rows of cells, each with its place.

Python's `csv` does not say in which column a cell begins, so no finding could point at it; and it reads a quote that is
not closed as one long text.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NoReturn

from amends.codes.variants import BROKEN_TABLE
from amends.content.yaml_source import Limits, readable_text
from amends.finding import Findings, Location

TABLE_LIMITS: Final = Limits(file_bytes=100_000_000)

_SEPARATORS: Final = ",;\t"
_NAMED_SEPARATOR: Final = re.compile(r"sep=(.)\n")  # the first line of some tables, for spreadsheet programs alone
_AFTER_QUOTE: Final = "this cell ends with its closing quote, and more text follows; or a quote before it is not closed"
_WORKBOOK: Final = b"PK\x03\x04"
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without blanks around it, and where the cell begins."""

    text: str
    location: Location


Row = list[Cell]


def rows(source: bytes, file: str) -> Iterator[Row]:
    """The rows of a table; rows without any text are passed over. Raises Findings where it is no table.

    UTF-8, or UTF-16 with its mark; cells are separated by commas, semicolons or TABs, as the first row shows.
    """
    if source.startswith(_WORKBOOK):
        message = "this is a workbook of a spreadsheet program, and no table of plain text"
        raise Findings([BROKEN_TABLE.finding(message, "save it as “CSV UTF-8”", Location(file))])
    text = readable_text(_as_utf_8(source), file, TABLE_LIMITS)
    named = _NAMED_SEPARATOR.match(text)
    begin = named.end() if named else 0
    reading = _Reading(text, file, begin, line=1 + bool(named))
    reading.separator = named[1] if named else _separator(text)
    return (row for row in reading.rows() if any(cell.text for cell in row))


def _as_utf_8(source: bytes) -> bytes:
    """The same text in UTF-8: spreadsheet programs save “Unicode text” as UTF-16. Broken bytes stay as they are."""
    if source[:2] in _UTF_16:
        with contextlib.suppress(UnicodeError):
            return source.decode("utf-16").encode()
    return source


def _separator(text: str) -> str:
    """The separator that stands first: names of columns hold none of them."""
    return next((sign for sign in text.partition("\n")[0] if sign in _SEPARATORS), ",")


class _Reading:
    """A table that is being read from `at` on."""

    separator: str

    def __init__(self, text: str, file: str, at: int, line: int) -> None:
        self.text, self.file, self.at = text, file, at
        self.line, self.line_begin = line, at

    def rows(self) -> Iterator[Row]:
        # `*+` never tries again, so that a quote that is not closed costs one walk to the end of the file.
        in_quotes = re.compile(r'"((?:[^"]|"")*+)"')
        plain = re.compile(rf'[^"\n{re.escape(self.separator)}]*+')
        row: Row = []
        while self.at < len(self.text) or row:
            here = Location(self.file, self.line, self.at - self.line_begin + 1)
            begins_with_quote = self.text.startswith('"', self.at)
            match = (in_quotes if begins_with_quote else plain).match(self.text, self.at)
            if match is None:
                self.stop("the quote that opens here is never closed", here)
            after = self.text[match.end() : match.end() + 1]
            if after not in ("", "\n", self.separator):
                self.stop(_AFTER_QUOTE if begins_with_quote else "a quote stands in the middle of this cell", here)
            text = match[1].replace('""', '"') if begins_with_quote else match[0]
            row.append(Cell(text.strip(), here))
            self.pass_over(match[0])
            self.at = match.end() + 1
            if after != self.separator:
                yield row
                row = []
                self.line, self.line_begin = self.line + 1, self.at

    def pass_over(self, cell: str) -> None:
        """Count the lines of a cell in quotes."""
        if "\n" in cell:
            self.line += cell.count("\n")
            self.line_begin = self.at + cell.rindex("\n") + 1

    def stop(self, message: str, here: Location) -> NoReturn:
        hint = "put the whole cell in quotes, and double each quote inside it; close each quote"
        raise Findings([BROKEN_TABLE.finding(message, hint, here)])
