"""Printed things that are made once: kept between builds in the cache, or in memory where nothing can be kept."""

from __future__ import annotations

from collections.abc import Callable

from amends.cache import MOST_BYTES, Cache


class PdfCache:
    """Keeps PDFs, and how sheets fit their pages, in the cache; in memory where that can keep nothing."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._memory: dict[str, bytes] = {}
        self._room = MOST_BYTES

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under `key`; if there is nothing, `make` makes it, and it is then kept."""
        kept = self._memory.get(key)
        if kept is None:
            kept = self._cache.get(key)
        if kept is None:
            kept = make()
            if not self._cache.put(key, kept):
                self._remember(key, kept)
        return kept

    def _remember(self, key: str, made: bytes) -> None:
        """Keep it in memory. What was made first is forgotten first, lest a long preview fill the memory."""
        self._memory[key] = made
        self._room -= len(made)
        while self._room < 0:
            self._room += len(self._memory.pop(next(iter(self._memory))))
