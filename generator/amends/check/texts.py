"""Texts and where they stand. What is said in many places is judged once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import TypeVar

from amends.model.text import Text
from amends.model.walk import FieldPath

Key = TypeVar("Key")
Judgement = TypeVar("Judgement")
_Places = list[tuple[int, FieldPath]]
"""Where something stands, each place with its number among all."""


class Texts:
    """Some texts of an SOP, each with its path."""

    def __init__(self, texts: Iterable[tuple[FieldPath, Text]]) -> None:
        self._all = tuple(texts)

    def __iter__(self) -> Iterator[tuple[FieldPath, Text]]:
        return iter(self._all)

    def strings(self) -> Iterable[str]:
        """Every string of every text, once."""
        return dict.fromkeys(string for _, string in self._by_string)

    def strings_where(self, judge: Callable[[str, str], Judgement]) -> Iterator[tuple[FieldPath, Judgement]]:
        """Each string of which `judge` says something, in the order of the texts: its path, and what is said of it.

        `judge` gets a string and its locale. An empty list, an empty text or None says nothing.
        """
        found = _where(self._by_string, lambda key: judge(key[1], key[0]))
        return (((*path, locale), said) for path, (locale, _), said in found)

    def texts_where(self, judge: Callable[[Mapping[str, str]], Judgement]) -> Iterator[tuple[FieldPath, Judgement]]:
        """Each text of which `judge` says something, in their order: its path, and what is said of it.

        `judge` gets the strings of a text, by locale.
        """
        found = _where(self._by_text, lambda key: judge(dict(key)))
        return ((path, said) for path, _, said in found)

    @cached_property
    def _by_string(self) -> Mapping[tuple[str, str], _Places]:
        """The places of each string, by its locale and itself."""
        found: dict[tuple[str, str], _Places] = {}
        numbers = count()
        for path, text in self._all:
            for key in text.strings.items():
                found.setdefault(key, []).append((next(numbers), path))
        return found

    @cached_property
    def _by_text(self) -> Mapping[tuple[tuple[str, str], ...], _Places]:
        """The places of each text, by its strings."""
        found: dict[tuple[tuple[str, str], ...], _Places] = {}
        for number, (path, text) in enumerate(self._all):
            found.setdefault(tuple(text.strings.items()), []).append((number, path))
        return found


def _where(
    places: Mapping[Key, _Places], judge: Callable[[Key], Judgement]
) -> Iterator[tuple[FieldPath, Key, Judgement]]:
    found = [(number, path, key, said) for key, at in places.items() if (said := judge(key)) for number, path in at]
    found.sort(key=itemgetter(0))
    return ((path, key, said) for _, path, key, said in found)
