"""Texts and where they stand. What is said in many places is judged once, and only if it may be worth it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, count
from operator import itemgetter
from typing import Generic, TypeVar

from amends.model.text import Text
from amends.model.walk import FieldPath

Key = TypeVar("Key")
Judgement = TypeVar("Judgement")
Judge = Callable[[str, str], Judgement]
"""Says something of a string and its locale. An empty list, an empty text or None says nothing."""
JudgeOfTexts = Callable[[Mapping[str, str]], Judgement]
"""Says something of the strings of a text, by their locales."""


class Texts:
    """Some texts of an SOP, each with its path.

    Where a rule names a `sign`, only what has it is judged. All texts are searched for it at once, which takes a small
    part of the time that as many searches take.
    """

    def __init__(self, texts: Iterable[tuple[FieldPath, Text]]) -> None:
        self._all = tuple(texts)

    def __iter__(self) -> Iterator[tuple[FieldPath, Text]]:
        return iter(self._all)

    def strings(self, sign: re.Pattern[str] | None = None) -> Iterable[str]:
        """Every string of every text, or each one with the sign, once."""
        return dict.fromkeys(string for _, string in self._strings.keys_with([sign] if sign else []))

    def characters(self) -> frozenset[str]:
        """Every character of every text."""
        return self._strings.characters()

    def strings_where(self, judge: Judge[Judgement], *signs: re.Pattern[str]) -> Iterator[tuple[FieldPath, Judgement]]:
        """Each string with one of the signs of which `judge` says something, in order: its path, and what is said."""
        return _said_of(self._strings, judge, signs)

    def folded_where(self, judge: Judge[Judgement], *signs: re.Pattern[str]) -> Iterator[tuple[FieldPath, Judgement]]:
        """The same, but the signs are looked for in the strings without capitals and apostrophes."""
        return _said_of(self._folded, judge, signs)

    def texts_where(
        self, judge: JudgeOfTexts[Judgement], *signs: re.Pattern[str]
    ) -> Iterator[tuple[FieldPath, Judgement]]:
        """Each text with one of the signs of which `judge` says something, in order: its path, and what is said."""
        return ((path, said) for path, _, said in self._texts.where(lambda key: judge(dict(key)), signs))

    @cached_property
    def _places(self) -> dict[tuple[str, str], list[tuple[int, FieldPath]]]:
        """The places of each string, by its locale and itself."""
        found: defaultdict[tuple[str, str], list[tuple[int, FieldPath]]] = defaultdict(list)
        numbers = count()
        for path, text in self._all:
            for key in text.strings.items():
                found[key].append((next(numbers), path))
        return found

    @cached_property
    def _strings(self) -> _Searched[tuple[str, str]]:
        return _Searched(self._places, itemgetter(1))

    @cached_property
    def _folded(self) -> _Searched[tuple[str, str]]:
        return _Searched(self._places, lambda key: folded(key[1]))

    @cached_property
    def _texts(self) -> _Searched[tuple[tuple[str, str], ...]]:
        places: defaultdict[tuple[tuple[str, str], ...], list[tuple[int, FieldPath]]] = defaultdict(list)
        for number, (path, text) in enumerate(self._all):
            places[tuple(text.strings.items())].append((number, path))
        return _Searched(places, lambda key: _BETWEEN.join(string for _, string in key))


class OfStrings(dict[str, Judgement]):
    """What is to be said of strings; it is found out when it is first asked for, and kept."""

    def __init__(self, judge: Callable[[str], Judgement]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, string: str) -> Judgement:
        said = self[string] = self._judge(string)
        return said


def folded(string: str) -> str:
    """A string without capitals, and without the apostrophes in its words."""
    small = string.casefold()
    return _APOSTROPHE.sub("", small) if "'" in small or "’" in small else small


_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_BETWEEN = "\0"
"""No file can hold it."""


class _Searched(Generic[Key]):
    """Keys, each with its numbered places, that are found by signs in their strings."""

    def __init__(self, places: Mapping[Key, Sequence[tuple[int, FieldPath]]], string_of: Callable[[Key], str]) -> None:
        self._places, self._string_of = places, string_of

    def where(
        self, judge: Callable[[Key], Judgement], signs: Sequence[re.Pattern[str]]
    ) -> Iterator[tuple[FieldPath, Key, Judgement]]:
        """Each place of each key of which something is said, in order; only keys with one of the signs are judged."""
        found = [
            (number, path, key, said)
            for key in self.keys_with(signs)
            if (said := judge(key))
            for number, path in self._places[key]
        ]
        found.sort(key=itemgetter(0))
        return ((path, key, said) for _, path, key, said in found)

    def keys_with(self, signs: Sequence[re.Pattern[str]]) -> Iterable[Key]:
        """The keys in whose strings one of the signs is found; all keys if there are no signs."""
        if not signs:
            return self._places
        return [self._keys[index] for index in sorted({index for sign in signs for index in self._having(sign)})]

    def characters(self) -> frozenset[str]:
        """Every character of the strings."""
        return frozenset(self._whole) - {_BETWEEN}

    def _having(self, sign: re.Pattern[str]) -> Iterator[int]:
        begin = 0
        while match := sign.search(self._whole, begin):
            index = bisect_right(self._ends, match.start())
            yield index
            begin = self._ends[index]

    @cached_property
    def _keys(self) -> Sequence[Key]:
        return tuple(self._places)

    @cached_property
    def _strings(self) -> Sequence[str]:
        return [self._string_of(key) for key in self._places]

    @cached_property
    def _whole(self) -> str:
        return _BETWEEN.join(self._strings)

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [end + index for index, end in enumerate(accumulate(map(len, self._strings)), start=1)]


def _said_of(
    strings: _Searched[tuple[str, str]], judge: Judge[Judgement], signs: Sequence[re.Pattern[str]]
) -> Iterator[tuple[FieldPath, Judgement]]:
    found = strings.where(lambda key: judge(key[1], key[0]), signs)
    return (((*path, locale), said) for path, (locale, _), said in found)
