"""A finished PDF with bleed and crop marks, or with several pages on a sheet.

Sheets with several pages are for paper only. Such a file has no tags, since nobody reads its pages as they lie there.
So it is neither PDF/UA nor PDF/A. With bleed and crop marks alone a file stays what it was.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
    StreamObject,
)

from amends.printing.extension import extendable, extended
from amends.printing.imposition import Side, back_to_back, booklet, side_by_side

_MM: Final = 72 / 25.4
_MARK = 5 * _MM
_NEAREST = 3 * _MM
"""How near to the edge a mark may begin: what is cut off must not show a part of it."""


# Bleed and crop marks: around each page


def with_boxes(pdf: bytes, bleed: float, *, has_crop_marks: bool) -> bytes:
    """The PDF with the boxes that a print shop asks for, and perhaps crop marks; `bleed` is in millimetres."""
    bleed *= _MM
    writer = extendable(pdf)
    for page in writer.pages:
        trim = RectangleObject([float(edge) for edge in page.trimbox])
        page.trimbox = trim
        page.bleedbox = _grown(trim, bleed)
        if has_crop_marks:
            begin = max(bleed, _NEAREST)
            page.mediabox = page.cropbox = _grown(trim, begin + _MARK)
            _draw_around(writer, page, _marks(trim, begin))
    return extended(writer)


def _grown(box: RectangleObject, by: float) -> RectangleObject:
    left, lower, right, upper = (float(edge) for edge in box)
    return RectangleObject([round(edge, 3) for edge in (left - by, lower - by, right + by, upper + by)])


def _marks(trim: RectangleObject, begin: float) -> str:
    """The operators that draw two lines at each corner. A screen reader passes them over."""
    left, lower, right, upper = (float(edge) for edge in trim)
    across = ((x, y, sign, 0) for y in (lower, upper) for x, sign in ((left, -1), (right, 1)))
    down = ((x, y, 0, sign) for x in (left, right) for y, sign in ((lower, -1), (upper, 1)))
    ends = ((x, y, begin * dx, begin * dy, _MARK * dx, _MARK * dy) for x, y, dx, dy in (*across, *down))
    lines = (f"{x + nx:.3f} {y + ny:.3f} m {x + nx + fx:.3f} {y + ny + fy:.3f} l S" for x, y, nx, ny, fx, fy in ends)
    return f"/Artifact BMC q 0 G 0.25 w {' '.join(lines)} Q EMC"


def _draw_around(writer: PdfWriter, page: PageObject, drawn: str) -> None:
    """Draw on a page, whatever its own content has left behind."""
    before, after = (writer._add_object(_stream(part)) for part in ("q\n", f"\nQ {drawn}\n"))  # noqa: SLF001
    page[NameObject("/Contents")] = ArrayObject([before, page.raw_get("/Contents"), after])


# Several pages on a sheet


def put_together(pdf: bytes, paper: tuple[float, float], *, nup: int, is_booklet: bool, is_duplex: bool) -> bytes:
    """The pages of a PDF, several on each side of the paper, which is as wide and as high as said, in millimetres."""
    reader = PdfReader(io.BytesIO(pdf))
    is_broad = float(reader.pages[0].trimbox.width) > float(reader.pages[0].trimbox.height)
    columns, rows = (2, 2) if nup == 4 else (1, 2) if is_broad else (2, 1)  # noqa: PLR2004 - pages on a side
    lies = columns > rows or (columns == rows and is_broad)
    width, height = (edge * _MM for edge in (reversed(paper) if lies else paper))
    writer = PdfWriter()
    writer.add_metadata({"/Title": (reader.metadata.title if reader.metadata else None) or ""})
    writer.root_object[NameObject("/Lang")] = reader.root_object["/Lang"]
    drawings = [_as_drawing(writer, page) for page in reader.pages]
    for side in _sides(len(drawings), columns, rows, is_booklet=is_booklet, is_duplex=is_duplex):
        page = writer.add_blank_page(width, height)
        cells = _cells(columns, rows, width, height)
        placed = [(drawings[number - 1], cell) for number, cell in zip(side, cells, strict=True) if number]
        _draw(writer, page, placed)
    if is_booklet or is_duplex:
        turned = NameObject("/DuplexFlipShortEdge" if lies else "/DuplexFlipLongEdge")
        writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/Duplex"): turned})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _sides(pages: int, columns: int, rows: int, *, is_booklet: bool, is_duplex: bool) -> list[Side]:
    if is_booklet:
        return booklet(pages)
    return (back_to_back if is_duplex else side_by_side)(pages, columns, rows)


def _cells(columns: int, rows: int, width: float, height: float) -> Iterator[RectangleObject]:
    """The places of the pages on a side, row by row."""
    across, down = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            left, upper = column * across, height - row * down
            yield RectangleObject((left, upper - down, left + across, upper))


def _as_drawing(writer: PdfWriter, page: PageObject) -> StreamObject:
    """A page as one drawing, which a sheet shows smaller."""
    drawing = DecodedStreamObject()
    contents = page.get_contents()
    drawing.set_data(b"" if contents is None else contents.get_data())
    whole = drawing.flate_encode()
    whole.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject([float(edge) for edge in page.trimbox]),
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    return whole


def _draw(writer: PdfWriter, page: PageObject, placed: Iterable[tuple[StreamObject, RectangleObject]]) -> None:
    """Draw pages into their cells: as large as they fit, but never larger than they are, and in the middle."""
    named, operators = DictionaryObject(), []
    for number, (drawing, cell) in enumerate(placed):
        box: Any = drawing["/BBox"]
        scale = min(cell.width / box.width, cell.height / box.height, 1)
        x = cell.left + (cell.width - scale * box.width) / 2 - scale * box.left
        y = cell.bottom + (cell.height - scale * box.height) / 2 - scale * box.bottom
        named[NameObject(f"/P{number}")] = writer._add_object(drawing)  # noqa: SLF001
        operators.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /P{number} Do Q")
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    page[NameObject("/Contents")] = writer._add_object(_stream("\n".join(operators)))  # noqa: SLF001


def _stream(operators: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(operators.encode())
    return stream
