"""The channels between columns and above rows: which track each line has there, and how wide that makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from amends.drawing.cards import ENTRY, WIDTH, Exit
from amends.drawing.table import TRACK, Table
from amends.drawing.tracks import Leg, track_of

LEAD = 8.0
"""Between a box and the first track."""
ARROW = 13.0
"""Between the last track and the box into which the arrow leads."""
SEAM = 9.0
"""Between the boxes of one lane and the edge of the next."""
_CLEAR = 12.0  # the least distance between the ends of two lines on one track
_NOMINAL = 40.0

Tracks = dict[str, int]
"""The track of each net, which is all ways to one target."""


@dataclass(frozen=True)
class Channels:
    """The channels of a table; the first of them begins at `start`."""

    table: Table
    start: float

    @cached_property
    def vertical(self) -> list[Tracks]:
        """The tracks left of each column, and those right of the last."""
        tops = list(accumulate((height + _NOMINAL for height in self.table.heights), initial=_NOMINAL))
        groups = self._nets(self.table.columns + 1, lambda one: one.route.source.column + 1)
        return [
            track_of([self._vertical_run(net, exits, tops) for net, exits in nets.items()], _CLEAR) for nets in groups
        ]

    @cached_property
    def horizontal(self) -> list[Tracks]:
        """The tracks above each row."""
        groups = self._nets(self.table.rows, lambda one: one.route.target.row if one.route.mode == "over" else None)
        return [track_of([self._horizontal_run(net, exits) for net, exits in nets.items()], _CLEAR) for nets in groups]

    @cached_property
    def lefts(self) -> list[float]:
        """The left edge of each column."""
        found, x = [], self.start
        for column in range(self.table.columns):
            x += self.width(column)
            found.append(x)
            x += WIDTH
        return found

    @cached_property
    def end(self) -> float:
        """Where the last channel ends."""
        return self.lefts[-1] + WIDTH + self.width(self.table.columns)

    def width(self, column: int) -> float:
        """The width of the channel left of a column."""
        tracks = LEAD + max(0, count_of(self.vertical[column]) - 1) * TRACK
        is_first, is_last = column == 0, column == self.table.columns
        if self.table.direction == "portrait":
            return (0 if is_first else tracks + SEAM) + (0 if is_last else ARROW)
        return ARROW if (is_first or is_last) and not self.vertical[column] else tracks + ARROW

    def track_x(self, leaving: Exit) -> float:
        """Where the vertical run of a way lies."""
        column = leaving.route.source.column
        return self.lefts[column] + WIDTH + LEAD + TRACK * self.vertical[column + 1][leaving.route.flow.target]

    def middle(self, column: int) -> float:
        """The middle of a column, where ways come down into boxes."""
        return self.lefts[column] + WIDTH / 2

    def _nets(self, count: int, channel_of: Callable[[Exit], int | None]) -> list[dict[str, list[Exit]]]:
        """The exits whose ways run in each of `count` channels, by target."""
        groups: list[dict[str, list[Exit]]] = [{} for _ in range(count)]
        for card in self.table.cards.values():
            for one in card.exits:
                channel = channel_of(one)
                if one.route.mode in ("side", "over") and channel is not None:
                    groups[channel].setdefault(one.route.flow.target, []).append(one)
        return groups

    def _vertical_run(self, net: str, exits: list[Exit], tops: list[float]) -> Leg:
        """A run right of the column that it leaves.

        Channels between rows have no height yet. Any height will do, since only the order along the run counts.
        """
        route = exits[0].route
        leave = tuple(tops[one.route.source.row] + self.table.tops[one.route.flow.source] + one.y for one in exits)
        arrive = tops[route.target.row]
        arrive += self.table.tops[net] + ENTRY if route.mode == "side" else -_NOMINAL / 2
        goes_back = route.mode == "over" and route.target.column <= route.source.column
        before, after = ((*leave, arrive), ()) if goes_back else (leave, (arrive,))
        return Leg(net, min(*leave, arrive), max(*leave, arrive), before, after)

    def _horizontal_run(self, net: str, exits: list[Exit]) -> Leg:
        target = exits[0].route.target
        drop = self.middle(target.column)
        from_above = tuple(self.track_x(one) for one in exits if one.route.source.row < target.row)
        from_below = tuple(self.track_x(one) for one in exits if one.route.source.row >= target.row)
        places = (drop, *from_above, *from_below)
        return Leg(net, min(places), max(places), from_above, (drop, *from_below))


def count_of(tracks: Tracks) -> int:
    """How many tracks a channel has."""
    return 1 + max(tracks.values()) if tracks else 0
