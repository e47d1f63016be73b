"""Values that nobody has written: a colon, and nothing behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from amends.codes.yaml_file import NOTHING_WRITTEN
from amends.content.layers import Resolved
from amends.content.plain_part import PathPart
from amends.content.yaml_reader import Document
from amends.finding import Finding, Location


def blank_findings(content: Resolved, told: Collection[Location]) -> Iterator[Finding]:
    """A finding for each such value in the author's own layer, but not where another one speaks of the same place."""
    own = content.layers[-1].content
    documents = {id(it): it for it in (own.header_file, *own.origins.values()) if it is not None}
    way_out = "write it, or delete the line"
    for document in documents.values():
        for path in _blanks(document) if document.blanks else ():
            at = document.locate(path)
            place = Location(document.file, at.key_line, at.key_column)
            if place not in told:
                hint = f"{way_out}; to remove it, write  {path[-1]}: null" if len(content.layers) > 1 else way_out
                yield NOTHING_WRITTEN.finding(f"nothing is written behind `{path[-1]}`", hint, place)


def _blanks(document: Document) -> Iterator[tuple[PathPart, ...]]:
    waiting: list[tuple[tuple[PathPart, ...], Any]] = [((), document.data)]
    while waiting:
        path, value = waiting.pop()
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, part in inner:
            if part is not None:
                waiting.append(((*path, key), part))
            elif isinstance(key, str) and document.is_blank((*path, key)):
                yield (*path, key)
