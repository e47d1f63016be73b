"""What a translation lacks of its source, and what it has beyond it: placeholders, slots, figures."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Literal, NamedTuple

from amends.check.figures import figures_in, lost_figure
from amends.check.rule import NAMES_AND_ADDRESSES
from amends.check.rules.figures_differ import FOR_ONE_LANGUAGE
from amends.model.markup import marks_in, outside_marks

_QUOTED = "frameworks"
"""The collection in whose texts braces are plain braces."""

_SLOTTED = frozenset({"scripts", "letters"})
"""The collections that declare their `[slots]`; elsewhere each language names what is filled in by its own words."""


class Difference(NamedTuple):
    """What differs: `("lost", "{{ step:verify }}")`. `is_fatal` says that the SOP could not be used with it."""

    kind: Literal["lost", "added", "figure"]
    sign: str
    is_fatal: bool = False


def differences(path: tuple[str, ...], strings: tuple[str, str], locales: tuple[str, str]) -> Iterator[Difference]:
    """What differs between the source and its translation, which are at `path` in these locales."""
    yield from _lost_and_added(*(signs_in(it, path[0]) for it in strings))
    if path[0] not in NAMES_AND_ADDRESSES and not FOR_ONE_LANGUAGE.intersection(path):
        of, into = (figures_in(outside_marks(it), locale) for it, locale in zip(strings, locales, strict=True))
        if figure := lost_figure(of, into):
            yield Difference("figure", figure)


def unless_free(found: Iterator[Difference], free: Container[str]) -> tuple[Difference, ...]:
    """The differences without those in words of the vocabulary, which each language uses in its own way."""
    return tuple(it for it in found if it.sign.strip("{} ") not in free)


def _lost_and_added(of: Sequence[str], into: Sequence[str]) -> Iterator[Difference]:
    yield from (Difference("lost", sign, is_fatal=True) for sign in of if sign not in into)
    yield from (Difference("added", sign, is_fatal=True) for sign in into if sign not in of)


def signs_in(string: str, collection: str) -> tuple[str, ...]:
    """The placeholders and slots of a text, each once: what every language must have."""
    return () if collection == _QUOTED else tuple(dict.fromkeys(_signs(string, collection)))


def _signs(string: str, collection: str) -> Iterator[str]:
    for mark in marks_in(string):
        if mark.kind == "placeholder":
            yield f"{{{{ {' '.join(mark.value.split())} }}}}"
        elif mark.kind == "slot" and collection in _SLOTTED:
            yield f"[{mark.value}]"
