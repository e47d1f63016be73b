"""The limits of the authority table as bars on one scale of money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from amends.model.tables import Authority

_WHOLE = 100.0
_OPEN = 12.0
"""The part of the scale that is kept for levels without a limit."""


@dataclass(frozen=True)
class Ladder:
    """For each level, by id, how far its bar reaches, in hundredths of the scale; `open_levels` have no limit.

    `divisions` are the places of 100, 1,000, 10,000 and so on: each is ten times the one before.
    """

    reach: dict[str, float]
    open_levels: frozenset[str]
    divisions: tuple[float, ...]


def authority_ladder(levels: dict[str, Authority]) -> Ladder | None:
    """The ladder; none if there is no sum, or if the levels cannot be compared."""
    limits = {key: level.limit for key, level in levels.items() if level.limit is not None}
    is_of_sums = bool(limits) and all(level.may is None for level in levels.values())
    if not is_of_sums or len({limit.currency for limit in limits.values()}) > 1:
        return None
    least, most = _powers(limit.amount for limit in limits.values())
    room = _WHOLE - _OPEN if len(limits) < len(levels) else _WHOLE

    def place(amount: Decimal) -> float:
        return max((log10(amount) - least) / (most - least), 0) * room if amount > 0 else 0

    reach = {key: place(limits[key].amount) if key in limits else _WHOLE for key in levels}
    divisions = tuple((power - least) / (most - least) * room for power in range(least, most + 1))
    return Ladder(reach, frozenset(levels.keys() - limits.keys()), divisions)


def _powers(amounts: Iterable[Decimal]) -> tuple[int, int]:
    """The powers of ten below the smallest sum and at or above the greatest. Even the smallest sum then has a bar."""
    logs = [log10(amount) for amount in amounts if amount > 0] or [0.0]
    least = ceil(min(logs)) - 1
    return least, max(ceil(max(logs)), least + 1, floor(max(logs)))
