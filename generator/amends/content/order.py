"""The order of keys while many of them move: each move takes the same time, however many keys there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise


class Order:
    """Keys in a chain, each with the one before it and the one behind it; None stands for both ends."""

    def __init__(self, keys: Iterable[str]) -> None:
        ends: list[str | None] = [None, *keys, None]
        self._behind = dict(pairwise(ends))
        self._before = {behind: before for before, behind in pairwise(ends)}
        self._last_behind: dict[str, str] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._behind

    def __iter__(self) -> Iterator[str]:
        key = self._behind[None]
        while key is not None:
            yield key
            key = self._behind[key]

    def move(self, key: str, target: str, *, behind: bool) -> None:
        """Put `key` right before `target`, or behind it. Keys put behind the same one keep the order of their moves."""
        beside = self._last_behind.get(target, target) if behind else target
        if beside != key:
            self._join(self._before.pop(key), self._behind.pop(key))
            before = beside if behind else self._before[beside]
            after = self._behind[before]
            self._join(before, key)
            self._join(key, after)
        if behind:
            self._last_behind[target] = key

    def _join(self, before: str | None, behind: str | None) -> None:
        self._behind[before] = behind
        self._before[behind] = before
