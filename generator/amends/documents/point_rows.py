"""Keyed short texts as readers get them: tips, duties, what never."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.edition import Edition, Phrase
from amends.model.base import Citable
from amends.model.text import Points


@dataclass(frozen=True)
class PointRow:
    """One short text by its id; `cited` says where it comes from."""

    id: str
    text: Phrase
    cited: Citable


def point_rows(edition: Edition, points: Points) -> tuple[PointRow, ...]:
    """The rows of one list, in the author's order."""
    return tuple(PointRow(key, edition.phrase(point.text), point) for key, point in points.items())
