"""The tables of `docs/format.md`: every collection with its fields and their types, made from the models."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from amends.model import base, sop
from amends.model.duration import BySeverity, Duration
from amends.model.entry import Entry
from amends.model.formula import Formula
from amends.model.text import Dont, Point, Text

_PLAIN = {
    Text: "text",
    Point: "point",
    Dont: "don't",
    Duration: "duration",
    BySeverity: "duration, per severity",
    Formula: "formula",
    date: "date",
    Decimal: "number",
    bool: "`true`/`false`",
    int: "number",
    str: "string",
}
_NAMED = {
    "ways": "step id or `end/STATE`",
    "sources": "`framework/item`",
    "entries": "full name of an entry",
    "record fields": "id of a record's field",
    "events": "event",
    "families": "`speed`, `quality`, `satisfaction`, `learning`, or id in `families`",
    "case facts": "fact of a case",
}
_HOLDING = {tuple: "list of", dict: "keyed"}
_SHARED = set(Entry.model_fields)


def format_tables() -> str:
    """Markdown: the header of `sop.yml`, then each collection, each with its parts."""
    parts = ["### The header: `sop.yml`\n", _table(sop.Header), *_nested(sop.Header, set())]
    for name in sop.COLLECTIONS:
        entry = _model_in(sop.Sop.model_fields[name].annotation)
        summary = sop.Sop.model_fields[name].description
        parts += [f"### `{name}`\n", f"{summary} {_first_line(entry)}\n", _table(entry), *_nested(entry, {entry})]
    return "\n".join(parts)


def _nested(model: type[base.Model], seen: set[type]) -> Iterator[str]:
    for field in model.model_fields.values():
        part = _model_in(field.annotation)
        if part is not None and part not in seen and not issubclass(part, Point):
            seen.add(part)
            yield f"**{_words(part.__name__)}**: {_first_line(part)}\n"
            yield _table(part)
            yield from _nested(part, seen)


def _table(model: type[base.Model]) -> str:
    rows = [
        f"| `{field.alias or name}` | {_type(field.annotation, field.metadata)} "
        f"| {'yes' if field.is_required() else ''} | {field.description or ''} |"
        for name, field in model.model_fields.items()
        if name not in _SHARED
    ]
    return "\n".join(["| field | type | required | meaning |", "|---|---|---|---|", *rows, ""])


def _type(annotation: Any, metadata: list[Any]) -> str:
    reference = next((mark for mark in metadata if isinstance(mark, base.Reference)), None)
    if reference is not None:
        return _NAMED.get(reference.collection, f"id in `{reference.collection}`")
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arguments[0], list(arguments[1:]))
    if origin in (Union, types.UnionType):
        return _type(next(a for a in arguments if a is not types.NoneType), [])
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in arguments)
    if origin in _HOLDING:
        part = _type(arguments[origin is dict], [])
        return f"{part}s" if part in ("point", "don't") else f"{_HOLDING[origin]}: {part}"
    return _PLAIN.get(annotation) or _words(annotation.__name__)


def _model_in(annotation: Any) -> Any:
    """The model class somewhere inside a type, or None."""
    if isinstance(annotation, type) and issubclass(annotation, base.Model):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)


def _words(class_name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", class_name).lower()


def _first_line(model: type[base.Model]) -> str:
    return (model.__doc__ or "").strip().splitlines()[0]
