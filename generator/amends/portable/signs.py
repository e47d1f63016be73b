"""The signs that stand in plain text for what our style sheet shows by boxes, quotation marks and distance."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.words import Words


@dataclass(frozen=True)
class Signs:
    """`colon` after the name of a fact, `separator` between values, `quotes` around words to say."""

    colon: str
    separator: str
    quotes: tuple[str, str]


def signs_of(words: Words) -> Signs:
    """The signs of one locale."""
    before, _, after = words("change.quoted").partition("{text}")
    return Signs(words("colon"), words("chip-separator"), (before, after))
