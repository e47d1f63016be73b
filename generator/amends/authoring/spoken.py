"""Sentences that should not be there any more, as a list to work through; and what is searched for in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amends.content.layers import Resolved
from amends.content.plain_part import PathPart

QUOTED = frozenset({"frameworks", "source_documents"})
"""Collections that hold the words of sources, which speak of whatever they like."""
_FEWEST_LETTERS = 4
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_IS_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Spoken:
    """A string at `path` with words that should not be there any more: `about` says of what they speak."""

    path: tuple[PathPart, ...]
    string: str
    about: str
    place: str


def listed(title: str, found: Iterable[Spoken]) -> str:
    """The sentences under a title, each with its place; empty if there are none."""
    lines = [
        f"{'/'.join(map(str, it.path))}: {' '.join(it.string.split())}\n  {it.about}; {it.place}\n" for it in found
    ]
    return f"# {title}\n{''.join(lines)}" if lines else ""


def pattern_of(title: str) -> re.Pattern[str] | None:
    """The title as words in a sentence; None if it is too short to mean anything there, or holds a placeholder."""
    if "{{" in title:
        return None
    if _IS_CHINESE.search(title):
        return re.compile(re.escape(title)) if len(title) > 1 else None
    if len(title) < _FEWEST_LETTERS:
        return None
    return re.compile(rf"(?<![\w-]){re.escape(title)}s?(?![\w-])", re.IGNORECASE)


def in_plain_words(string: str) -> str:
    """A string without its placeholders: the ids in them say nothing to readers."""
    return _PLACEHOLDER.sub(" ", string)


def locales_of(content: Resolved) -> list[str]:
    """The languages of the handbook."""
    locales = (content.header or {}).get("locales")
    return [str(it) for it in locales] if isinstance(locales, list) else ["en"]
