"""A scale of time on which minutes and weeks are legible: equally wide stretches, each for more time than the last."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

Unit = Literal["minutes", "hours", "days", "weeks", "months"]

_DAY = 24.0
STRETCHES: tuple[tuple[Unit, float], ...] = (
    ("minutes", 1.0),
    ("hours", _DAY),
    ("days", 7 * _DAY),
    ("weeks", 28 * _DAY),
    ("months", 365 * _DAY),
)
"""What each stretch is called, and the hour at which it ends; it begins where the one before it ends."""


@dataclass(frozen=True)
class Stretch:
    """One part of the scale, between two places."""

    unit: Unit
    left: float
    right: float


@dataclass(frozen=True)
class Scale:
    """A place between `left` and `right` for each number of hours; within a stretch, distances are to scale."""

    left: float
    right: float
    count: int = len(STRETCHES)

    @classmethod
    def over(cls, hours: list[float], left: float, right: float) -> Scale:
        """A scale with no more stretches than these hours need."""
        ends = [end for _, end in STRETCHES]
        last = max((bisect_left(ends, hour) for hour in hours), default=0)
        return cls(left, right, min(last + 1, len(ends)))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The parts, from left to right, each as wide as the others."""
        width = (self.right - self.left) / self.count
        return tuple(
            Stretch(unit, self.left + at * width, self.left + (at + 1) * width)
            for at, (unit, _) in enumerate(STRETCHES[: self.count])
        )

    def place(self, hours: float) -> float:
        """Where so many hours stand; a time that is longer than the scale stands at its end."""
        begin = 0.0
        for stretch, (_, end) in zip(self.stretches, STRETCHES, strict=False):
            if hours <= end:
                return stretch.left + (stretch.right - stretch.left) * (hours - begin) / (end - begin)
            begin = end
        return self.right
