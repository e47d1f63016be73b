"""A process on as few pages of paper as keep its smallest letters legible; each page has whole steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from amends.documents.process_map import ProcessMap
from amends.drawing.drawing import Direction, Drawing
from amends.drawing.layout import drawing_of

LEAST_SCALE = 6 / 8.5
"""Below this, the smallest letters would be under 6 points on paper."""
_MOST_SCALE = 1.15


@dataclass(frozen=True)
class DrawnPage:
    """What one page shows, and the scale at which it is printed."""

    drawing: Drawing
    scale: float


def drawn_pages(chart: ProcessMap, direction: Direction, width: float, height: float) -> list[DrawnPage]:
    """The pages of a process, with so much room each; a way to another page has a sign with the number of the step."""
    whole = drawing_of(chart, direction)
    if _scale(whole, width, height) >= LEAST_SCALE:
        return [DrawnPage(whole, _scale(whole, width, height))]
    filled = list(_filled(chart, direction, width, height))
    shares = _shared_out(_steps(chart), len(filled))
    even = [_page(chart, direction, share, width, height) for share in shares]
    return even if len(even) == len(filled) and all(page.scale >= LEAST_SCALE for page in even) else filled


def _filled(chart: ProcessMap, direction: Direction, width: float, height: float) -> Iterator[DrawnPage]:
    """Each page with as many steps as it holds."""
    steps, begin = _steps(chart), 0
    while begin < len(steps):
        page = _page(chart, direction, steps[begin : begin + 1], width, height)
        end = begin + 1
        while end < len(steps):
            longer = _page(chart, direction, steps[begin : end + 1], width, height)
            if longer.scale < LEAST_SCALE:
                break
            page, end = longer, end + 1
        yield page
        begin = end


def _shared_out(steps: list[list[str]], pages: int) -> list[list[list[str]]]:
    """The steps in so many parts; each has about the same number of boxes."""
    before = accumulate((len(step) for step in steps), initial=0)
    boxes = sum(len(step) for step in steps)
    parts: dict[int, list[list[str]]] = {}
    for step, first in zip(steps, before, strict=False):
        parts.setdefault(int((first + len(step) / 2) * pages / boxes), []).append(step)
    return list(parts.values())


def _page(chart: ProcessMap, direction: Direction, steps: list[list[str]], width: float, height: float) -> DrawnPage:
    boxes = {name for step in steps for name in step}
    ends = {node.id for node in chart.nodes if node.kind == "end"}
    reached = {flow.target for flow in chart.flows if flow.source in boxes and flow.target in ends}
    drawing = drawing_of(chart, direction, part=boxes | reached)
    return DrawnPage(drawing, _scale(drawing, width, height))


def _steps(chart: ProcessMap) -> list[list[str]]:
    """The boxes of each step and its questions; boxes before the first step belong to that step."""
    steps: list[list[str]] = [[]]
    has_step = False
    for node in chart.nodes:
        if node.kind == "step" and has_step:
            steps.append([])
        has_step = has_step or node.kind == "step"
        if node.kind != "end":
            steps[-1].append(node.id)
    return steps


def _scale(drawing: Drawing, width: float, height: float) -> float:
    return min(width / drawing.width, height / drawing.height, _MOST_SCALE)
