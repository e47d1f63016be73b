"""Short texts with ids, ready to be set: tips, duties, what must never be done."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.edition import Edition, Phrase
from amends.model.base import Citable
from amends.model.text import Points


@dataclass(frozen=True)
class PointRow:
    """One short text with its id; `cited` holds the sources that it cites."""

    id: str
    text: Phrase
    cited: Citable


def point_rows(edition: Edition, points: Points) -> tuple[PointRow, ...]:
    """The rows of one list, in the author's order."""
    return tuple(PointRow(key, edition.phrase(point.text), point) for key, point in points.items())
