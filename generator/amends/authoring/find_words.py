"""Words in the merged SOP: where they stand, and which layer wrote them in which line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from amends.content.layers import Resolved
from amends.content.plain_part import PathPart
from amends.model import shape

_AROUND = 40
"""Characters on both sides of what was found."""


def found(content: Resolved, words: str) -> str:
    """Each string with all of these words, in any case: its path, the words in their sentence, layer, file and line.

    steps/accept/purpose/en: Nobody is [sent away].
      reference: sop/reference/steps/01-accept.yml:12
    """
    wanted = words.casefold().split()
    hits = ((path, it) for path, it in strings(content) if all(word in it.casefold() for word in wanted))
    return "".join(
        f"{'/'.join(map(str, path))}: {_excerpt(string, words)}\n  {place_of(content, path)}\n" for path, string in hits
    )


def strings(content: Resolved) -> Iterator[tuple[tuple[PathPart, ...], str]]:
    """Every string of the merged data that people read, with its path; no ids."""
    whole: dict[str, Any] = {**(content.header or {}), **content.collections}
    ids = {part.path for part in shape.parts_of(whole) if part.kind in ("item", "field", "key")}
    return ((path, string) for path, string in _leaves(whole, ()) if path not in ids)


def _leaves(value: Any, path: tuple[PathPart, ...]) -> Iterator[tuple[tuple[PathPart, ...], str]]:
    if isinstance(value, str):
        yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from _leaves(part, (*path, key))


def place_of(content: Resolved, path: tuple[PathPart, ...]) -> str:
    """The layer that wrote a value, with file and line."""
    at = content.location(path)
    return f"{content.layer_of(path).name}: {at.file}:{at.line}"


def _excerpt(string: str, words: str) -> str:
    """The string on one line around the first of the words, which stands in square brackets."""
    line = " ".join(string.split())
    for wanted in (words.strip(), words.split(maxsplit=1)[0]):
        at = line.casefold().find(wanted.casefold())
        if at >= 0:
            begin, end = max(0, at - _AROUND), at + len(wanted) + _AROUND
            before, after = line[begin:at], line[at + len(wanted) : end]
            return (
                f"{'…' if begin else ''}{before}[{line[at : at + len(wanted)]}]{after}{'…' if end < len(line) else ''}"
            )
    return line
