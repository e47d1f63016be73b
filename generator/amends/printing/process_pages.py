"""The process as the plain data that its print template reads. The head of the template describes the shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from amends.documents.process_map import ProcessMap
from amends.drawing.cards import size_of, weight_of
from amends.drawing.drawing import Band, Box, Connector, Direction, Drawing, DrawnFlow, Label, TextLine
from amends.drawing.pages import DrawnPage, drawn_pages
from amends.drawing.pen import arrow, branches, strokes
from amends.edition.address import address_of
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.kind import Data, page_address

_MM = 72 / 25.4
# The poster uses a sheet of twice the size, which an office printer or a copy shop has.
_SHEETS: dict[tuple[str, Direction], tuple[float, float]] = {
    ("a4", "portrait"): (210 * _MM, 297 * _MM),
    ("a4", "landscape"): (420 * _MM, 297 * _MM),
    ("letter", "portrait"): (612, 792),
    ("letter", "landscape"): (1224, 792),
}
_MARGIN = 10 * _MM
_HEAD, _FOOT = 46.0, 54.0


def process_pages(
    edition: Edition, chart: ProcessMap, direction: Direction, said: Mapping[str, str], paper: Paper
) -> Data:
    """The pages of the process for a paper size; `said` is the description of each box, by its id."""
    width, height = _SHEETS[paper, direction]
    pages = drawn_pages(chart, direction, width - 2 * _MARGIN, height - 2 * _MARGIN - _HEAD - _FOOT)
    return {
        "title": chart.title,
        "legend": edition.words("swimlane.hint-on-paper"),
        "width": width,
        "height": height,
        "margin": _MARGIN,
        "pages": [
            _page(edition, page, _title(edition, chart.title, index, len(pages)), said)
            for index, page in enumerate(pages, start=1)
        ],
    }


def _title(edition: Edition, title: str, index: int, pages: int) -> str:
    return edition.words("swimlane.part", title=title, part=index, parts=pages) if pages > 1 else title


def _page(edition: Edition, page: DrawnPage, title: str, said: Mapping[str, str]) -> Data:
    drawing = page.drawing
    boxes = (said[box.node.id] for box in drawing.boxes)
    name = edition.words("swimlane.name")
    return {
        "scale": page.scale,
        "width": drawing.width,
        "height": drawing.height,
        "alt": name + edition.words("colon") + edition.words("clause-separator").join(boxes),
        "title": title,
        "bands": [_band(band, drawing.direction) for band in drawing.bands],
        "ways": [_way(way) for way in drawing.ways],
        "boxes": _boxes(edition, drawing),
        "signs": [_sign(edition, sign) for sign in drawing.connectors],
    }


def _band(band: Band, direction: Direction) -> Data:
    is_column = direction == "portrait"
    return {
        **_place(band),
        "colour": band.colour,
        "head": [band.width, band.head] if is_column else [band.head, band.height],
        "stripe": [band.width, 3] if is_column else [3, band.height],
        "lines": _lines(band.lines),
    }


def _way(way: DrawnFlow) -> Data:
    line = [{"end": stroke.end, "control": stroke.control} for stroke in strokes(way.points)]
    return {"line": line, "arrow": arrow(way.points)}


def _boxes(edition: Edition, drawing: Drawing) -> list[Data]:
    labels: dict[str, list[Label]] = defaultdict(list)
    for label in drawing.labels:
        if label.flow:
            labels[label.flow.source].append(label)
    return [_box(edition, box, labels[box.node.id]) for box in drawing.boxes]


def _box(edition: Edition, box: Box, labels: list[Label]) -> Data:
    lines = [*box.lines, *(line for label in labels for line in label.lines)]
    return {
        **_place(box),
        "kind": box.node.kind,
        "colour": box.colour,
        "symbol": box.symbol,
        "numbered": any(line.style == "number" for line in box.lines),
        "twigs": branches(box, labels),
        "lines": _lines(lines),
        "link": _link(edition, box.node.entry),
    }


def _sign(edition: Edition, sign: Connector) -> Data:
    return {**_place(sign), "text": sign.text, "colour": sign.colour, "link": _link(edition, sign.entry)}


def _place(part: Band | Box | Connector) -> Data:
    return {"x": part.x, "y": part.y, "width": part.width, "height": part.height}


def _lines(lines: Iterable[TextLine]) -> list[Data]:
    return [
        {
            "text": line.text,
            "x": line.x,
            "y": line.y,
            "size": size_of(line.style),
            "strong": weight_of(line.style) == "strong",
            "style": line.style,
        }
        for line in lines
    ]


def _link(edition: Edition, entry: str | None) -> str | None:
    """The public address of the entry, if it has a page and the address of the site is known."""
    if not entry:
        return None
    address = address_of(entry)
    page = page_address(edition, address.page)
    return f"{page}#{address.anchor}" if page and address.anchor else page
