"""Pause points for the people who stop at them: shown on their page, on steps and checklists, and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amends.documents.page import Page
from amends.edition.edition import Edition, Named, Phrase
from amends.model.base import Citable

PATH = "pause-points"
NEEDED_BOOST = 3


@dataclass(frozen=True)
class PauseRow:
    """One check, with the boxes and decisions that it stands for."""

    id: str
    text: Phrase
    hint: Phrase | None
    covers: tuple[Named, ...]
    cited: Citable


@dataclass(frozen=True)
class PauseSheet:
    """One pause point, and the steps at which people stop for it."""

    id: str
    title: Phrase
    summary: Phrase | None
    steps: tuple[Named, ...]
    items: tuple[PauseRow, ...]
    cited: Citable


def pause_sheets(edition: Edition) -> Mapping[str, PauseSheet]:
    """The sheet of each pause point, by its id, in the order of the SOP."""
    return {key: _sheet(edition, key) for key in edition.sop.pause_points}


def pauses_at(edition: Edition, step_id: str) -> tuple[PauseSheet, ...]:
    """The pause points of one step."""
    points = edition.sop.pause_points
    return tuple(_sheet(edition, key) for key, point in points.items() if step_id in point.steps)


def pause_points_page(edition: Edition) -> Iterator[Page]:
    """The page of all pause points; none for an SOP without any."""
    if edition.sop.pause_points:
        data = {"pauses": pause_sheets(edition)}
        yield Page(PATH, edition.words("page.pause-points"), "pause_points.html.j2", data, boost=NEEDED_BOOST)


def pause_points_entry(edition: Edition) -> tuple[str, ...]:
    """The page's place in the navigation; empty if there is no page."""
    return (PATH,) if edition.sop.pause_points else ()


def _sheet(edition: Edition, key: str) -> PauseSheet:
    point = edition.sop.pause_points[key]
    return PauseSheet(
        id=key,
        title=edition.phrase(point.title),
        summary=edition.phrase(point.summary) if point.summary else None,
        steps=edition.all_named("steps", point.steps),
        items=tuple(
            PauseRow(
                id=name,
                text=edition.phrase(item.do),
                hint=edition.phrase(item.hint) if item.hint else None,
                covers=tuple(edition.named(covered) for covered in item.covers),
                cited=item,
            )
            for name, item in point.items.items()
        ),
        cited=point,
    )
