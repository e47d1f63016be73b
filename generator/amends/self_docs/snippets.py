"""What an editor writes for an author who begins an entry: its id and the fields that it needs, to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

Schema = dict[str, Any]

Place = Callable[[str], str]
"""Gives the next place to fill in, with the word that stands there at first."""

SNIPPETS = "defaultSnippets"
"""The keyword by which VS Code, and each editor with the language server for YAML, finds them."""


def with_snippets(schema: Schema) -> Schema:
    """The schema of a content file with one snippet for each collection, which adds an entry."""
    parts = schema["$defs"]
    fields = {name: _with_snippet(name, field, parts) for name, field in schema["properties"].items()}
    return {**schema, "properties": fields}


def _with_snippet(name: str, field: Schema, parts: dict[str, Schema]) -> Schema:
    entry = _entry_of(field)
    if entry is None or not parts[entry].get("required"):
        return field
    numbers = count(1)

    def place(word: str) -> str:
        return f"${{{next(numbers)}:{word}}}"

    body = {place("id"): dict(_needed(parts[entry], parts, place))}
    snippet = {"label": f"a new entry of {name}", "description": parts[entry].get("description", ""), "body": body}
    return {**field, SNIPPETS: [snippet]}


def _needed(part: Schema, parts: dict[str, Schema], place: Place) -> Iterator[tuple[str, Any]]:
    """Each field that a block needs, with a place for its value, or with the same for the block inside."""
    for name in part["required"]:
        yield name, _value(name, part["properties"][name], parts, place)


def _value(name: str, field: Schema, parts: dict[str, Schema], place: Place) -> Any:
    entry = _entry_of(field)
    if entry is not None and parts[entry].get("required"):
        return {place("id"): dict(_needed(parts[entry], parts, place))}
    match field.get("type"):
        case "object":
            return {place("id"): place("text")}
        case "array":
            return [place(name)]
    return place(str(field["enum"][0]) if "enum" in field else name)


def _entry_of(field: Schema) -> str | None:
    """The name of the part that describes each entry of a mapping by ids; None if it is no such mapping."""
    inner = field.get("additionalProperties")
    reference = inner.get("$ref", "") if isinstance(inner, dict) else ""
    return str(reference).removeprefix("#/$defs/") or None
