"""A timeline -> one picture for each severity: where every bar, mark and word stands. Units are pixels on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from amends.documents.timeline import Due, SeverityLimits, ShownKind, Timeline
from amends.drawing.glyph_widths import Weight
from amends.drawing.scale import Scale, Stretch
from amends.drawing.text_measure import ruler_for
from amends.model.duration import Duration
from amends.model.span import shortest_hours

WIDTH = 360.0
EDGE = 7.0
"""From the edge of the picture to its scale, so that no mark is cut."""
SIZE = 12.0
LINE = 15.5
_UNITS = 19.0
_BAR = 13.0
"""How much height a bar takes below its words."""
_GAP = 9.0
_LEAST = 3.0
# A browser may have another font than the one that was measured.
_SAFE = 1.08
_MOST_LINES = 12
_INDENT = 14.0
_ROOM = WIDTH - 2 * EDGE

WordStyle = Literal["title", "value", "law", "event", "beginning"]


@dataclass(frozen=True)
class Word:
    """A text on one line: `x` is its left edge, or its right edge if it `ends` there; `y` is its base line."""

    text: str
    role: WordStyle
    x: float
    y: float
    width: float
    ends: bool = False


@dataclass(frozen=True)
class Bar:
    """One limit: from the event at `left` to its end at `right`, extended to `extended`.

    `is_open` says that the limit has no end, `marks_event` that an event has happened at its end.
    """

    name: str
    kind: ShownKind
    y: float
    left: float
    right: float
    extended: float | None
    is_open: bool
    marks_event: bool
    words: tuple[Word, ...]
    top: float
    height: float


@dataclass(frozen=True)
class Panel:
    """All limits that count from one event: the event's mark at `x`, `y`, its name, and the bars below it.

    `units` is the base line of the names of the scale's stretches.
    """

    x: float
    y: float
    word: Word
    units: float
    bars: tuple[Bar, ...]
    height: float


@dataclass(frozen=True)
class TimelinePicture:
    """The picture of one severity: `severity` is its id, or nothing where the SOP has none."""

    severity: str
    width: float
    stretches: tuple[Stretch, ...]
    panels: tuple[Panel, ...]


def timeline_pictures(times: Timeline) -> tuple[TimelinePicture, ...]:
    """A picture of each severity, all on the same scale."""
    scale = Scale.over(list(_hours(times)), EDGE, WIDTH - EDGE)
    return tuple(_picture(row, scale) for row in times.by_severity)


def _hours(times: Timeline) -> Iterator[float]:
    for row in times.by_severity:
        for _, dues in row.beginnings:
            for due in dues:
                for duration in (due.within, due.extended):
                    hours = shortest_hours(duration) if duration else None
                    if hours is not None:
                        yield hours


def _picture(row: SeverityLimits, scale: Scale) -> TimelinePicture:
    panels = tuple(_panel(title, dues, scale) for title, dues in row.beginnings)
    return TimelinePicture(row.severity, WIDTH, scale.stretches, panels)


def _panel(title: str, dues: tuple[Due, ...], scale: Scale) -> Panel:
    width = ruler_for(title, SIZE, "strong").width(title) * _SAFE
    word = Word(title, "beginning", EDGE + _INDENT, LINE, width)
    y = LINE + _UNITS + _GAP
    bars: list[Bar] = []
    for due in dues:
        bars.append(_bar(due, scale, y))
        y += bars[-1].height + _GAP
    return Panel(EDGE, LINE - 4, word, LINE + _UNITS, tuple(bars), y)


def _bar(due: Due, scale: Scale, top: float) -> Bar:
    limit = due.limit
    words = tuple(_words(due, top))
    y = max(word.y for word in words) + _BAR - 3
    right = _place(due.within, scale)
    return Bar(
        name=limit.name,
        kind=limit.kind,
        y=y,
        left=scale.left,
        right=scale.right if right is None else right,
        extended=_place(due.extended, scale) if due.extended else None,
        is_open=right is None,
        marks_event=bool(limit.brings),
        words=words,
        top=top,
        height=y + 5 - top,
    )


def _place(duration: Duration, scale: Scale) -> float | None:
    hours = shortest_hours(duration)
    return None if hours is None else max(scale.place(hours), scale.left + _LEAST)


def _words(due: Due, top: float) -> Iterator[Word]:
    """The title of a limit, its law and its event; the time allowed stands at the right of the first line with room."""
    limit = due.limit
    title = limit.title if limit.number is None else f"{limit.number} · {limit.title}"
    left = [*_lines(title, "title", EDGE, top)]
    left += _lines(limit.law, "law", EDGE, left[-1].y, size=SIZE - 1)
    left += _lines(limit.brings, "event", EDGE + _INDENT, left[-1].y, size=SIZE - 1)
    yield from left
    value = list(_lines(due.value, "value", WIDTH - EDGE, 0, weight="strong", ends=True))
    y = _room_beside(left, value)
    for word in value:
        yield replace(word, y=y + word.y)


def _room_beside(left: list[Word], value: list[Word]) -> float:
    """The base line above the first line with room for a value, or the last base line if no line has room."""
    if len(value) == 1:
        for word in left:
            if word.x + word.width + _INDENT <= WIDTH - EDGE - value[0].width:
                return word.y - LINE
    return left[-1].y


def _lines(  # noqa: PLR0913 - each is one thing about how a text is set
    text: str,
    role: WordStyle,
    x: float,
    y: float,
    *,
    size: float = SIZE,
    weight: Weight = "regular",
    ends: bool = False,
) -> Iterator[Word]:
    room = (_ROOM if ends else WIDTH - EDGE - x) / _SAFE
    ruler = ruler_for(text, size, weight)
    for at, line in enumerate(ruler.lines(text, room, _MOST_LINES), start=1):
        yield Word(line, role, x, y + at * LINE, ruler.width(line) * _SAFE, ends)
