"""Every reference and every text of an SOP, each with its path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from amends.model.base import CASE_FACTS, EVENTS, FAMILIES, Model, Reference
from amends.model.duration import BySeverity
from amends.model.sop import COLLECTIONS, Sop
from amends.model.text import Text

FieldPath = tuple[str | int, ...]


class Use(NamedTuple):
    """An id that an entry names at `path`, and the collection in which it must exist."""

    path: FieldPath
    collection: str
    id: str


class Field(NamedTuple):
    """How to walk one field of a model."""

    attribute: str
    key: str
    collection: str | None


def walk(sop: Sop) -> Iterator[tuple[FieldPath, Text | Use | Model]]:
    """Every block of fields, every text and every reference of the SOP, in the order of the model's fields."""
    return iter(_walked(_Same(sop)).parts)


class _Same:
    """An SOP as a key: it is the same only if it is the very same object, since no SOP is ever changed."""

    def __init__(self, sop: Sop) -> None:
        self.sop = sop

    def __hash__(self) -> int:
        return id(self.sop)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.sop is other.sop


class _Walked(NamedTuple):
    """What a walk has met."""

    parts: list[tuple[FieldPath, Text | Use | Model]]
    labels: list[tuple[FieldPath, str]]


@lru_cache(maxsize=4)  # an SOP, its base, and those with which they are compared
def _walked(same: _Same) -> _Walked:
    found = _Walked([], [])
    _collect(same.sop, (), None, found)
    return found


def references(sop: Sop) -> Iterator[Use]:
    """Every id that some field names."""
    return (value for _, value in walk(sop) if isinstance(value, Use))


def texts(sop: Sop) -> Iterator[tuple[FieldPath, Text]]:
    """Every text of the SOP."""
    return ((path, value) for path, value in walk(sop) if isinstance(value, Text))


def labels(sop: Sop) -> Iterator[tuple[FieldPath, str]]:
    """Every other string that people read: codes, numbers, addresses, the forms of words; no ids."""
    return iter(_walked(_Same(sop)).labels)


def entries(sop: Sop) -> Iterator[tuple[FieldPath, Model]]:
    """Every part of the SOP that is a block of fields: `("steps", "accept", "actions", "greet")` with its action."""
    return ((path, value) for path, value in walk(sop) if isinstance(value, Model))


def full_names(sop: Sop) -> frozenset[str]:
    """The full names of all entries: `steps/accept/actions/greet`."""
    return frozenset("/".join(map(str, path)) for path, _ in entries(sop) if path[0] in COLLECTIONS)


def targets(sop: Sop) -> dict[str, frozenset[str]]:
    """For each kind of reference, the ids that exist."""
    found = {name: frozenset(getattr(sop, name)) for name in COLLECTIONS}
    items = (f"{key}/{item}" for key, framework in sop.frameworks.items() for item in framework.items)
    found["events"] = found["events"].union(EVENTS)
    found["families"] = frozenset((*FAMILIES, *sop.families))
    found["case facts"] = found["events"].union(CASE_FACTS)
    found["ways"] = found["steps"] | {f"end/{state}" for state in sop.end_states}
    found["sources"] = found["frameworks"].union(items)
    found["record fields"] = frozenset(field for record in sop.records.values() for field in record.fields)
    found["entries"] = full_names(sop)
    return found


def collections_of(model: type[Model]) -> dict[str, str | None]:
    """For each field of a model, the collection in which its ids must be; None if it holds no ids."""
    return {field.key: field.collection for field in _fields(model)}


def collection_of(annotation: Any, metadata: list[Any]) -> str | None:
    """The collection in which the ids of a field must be; None if it holds no ids."""
    for mark in metadata:
        if isinstance(mark, Reference):
            return mark.collection
    if get_origin(annotation) is Annotated:
        return collection_of(get_args(annotation)[0], list(get_args(annotation)[1:]))
    found = (collection_of(argument, []) for argument in get_args(annotation))
    return next((collection for collection in found if collection), None)


_MANY = (dict, tuple)


def _collect(value: object, path: FieldPath, collection: str | None, found: _Walked) -> None:
    if isinstance(value, str):
        if collection is None:
            found.labels.append((path, value))
        else:
            found.parts.append((path, Use(path, collection, value)))
    elif isinstance(value, Text):
        found.parts.append((path, value))
    elif isinstance(value, Model):
        _collect_fields(value, path, found)
    elif isinstance(value, BySeverity):
        for severity, _ in value.each:
            _collect(severity, (*path, severity), "severities", found)
    elif isinstance(value, _MANY):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            _collect(part, (*path, key), collection, found)


def _collect_fields(block: Model, path: FieldPath, found: _Walked) -> None:
    if path:
        found.parts.append((path, block))
    values = vars(block)
    for attribute, key, collection in _fields(type(block)):
        value = values[attribute]
        if value or value == "":  # most fields are empty
            _collect(value, (*path, key), collection, found)


@cache
def _fields(model: type[Model]) -> tuple[Field, ...]:
    return tuple(
        Field(name, info.alias or name, collection_of(info.annotation, info.metadata))
        for name, info in model.model_fields.items()
    )
