"""Short texts with ids, ready to be set: tips, duties, what must never be done."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.edition import Edition, Named, Phrase
from amends.model.base import Citable
from amends.model.text import Donts, Points


@dataclass(frozen=True)
class PointRow:
    """One short text with its id; `cited` holds the sources that it cites."""

    id: str
    text: Phrase
    cited: Citable


@dataclass(frozen=True)
class DontRow(PointRow):
    """One thing not to do; `instead` and `say` are what to do and say in its place, if the SOP knows it."""

    instead: Phrase | None
    say: tuple[Named, ...]


def point_rows(edition: Edition, points: Points) -> tuple[PointRow, ...]:
    """The rows of one list, in the author's order."""
    return tuple(PointRow(key, edition.phrase(point.text), point) for key, point in points.items())


def dont_rows(edition: Edition, donts: Donts) -> tuple[DontRow, ...]:
    """The rows of one list of what not to do, in the author's order."""
    return tuple(
        DontRow(
            key,
            edition.phrase(dont.text),
            dont,
            edition.phrase(dont.instead) if dont.instead else None,
            edition.all_named("scripts", dont.say),
        )
        for key, dont in donts.items()
    )
