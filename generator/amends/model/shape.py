"""What layers need from the model: short forms written out, and the fields without which an entry is not complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, get_origin

from pydantic_core import PydanticCustomError

from amends.content.layers import AFTER, BEFORE
from amends.model.field_type import FieldType
from amends.model.plain_parts import parts_of, renamed, spoken_in, title_mark
from amends.model.sop import Sop
from amends.model.text import LOCALE

__all__ = [  # some come from plain_parts, so that layers get one shape
    "fields_of",
    "is_text",
    "kind_of",
    "named_at",
    "needed_fields",
    "parts_of",
    "place_at",
    "renamed",
    "spoken_in",
    "title_mark",
    "written_out",
]

Kind = Literal["text", "list", "block", "value"]
"""What a place of the model holds: a text, a list, a block of fields or entries, or one value."""


def written_out(data: Mapping[str, object], locale: str, collection: str = "") -> dict[str, object]:
    """The data of the header, or of one collection, with every short form in its long form.

    Layers can then be merged field by field. `title: Accept` becomes `{title: {en: Accept}}`. A point that is only a
    text becomes `{text: ...}`, a field of a record `{title: ...}`, and `kind: safety` in a condition `[safety]`. What
    the model does not know stays as it is; validation will report it.
    """
    entry = _SOP.fields[collection].entry if collection else None
    return {name: _written_out(value, entry or _SOP.fields.get(name), locale) for name, value in data.items()}


def needed_fields(path: Sequence[str | int]) -> frozenset[str] | None:
    """The fields that a new entry at `path` must have; None if `path` is not the place of a keyed entry."""
    place, is_keyed = _at(tuple(path))
    if not is_keyed or place is None or place.model is None:
        return None
    return place.needed


def is_text(path: Sequence[str | int]) -> bool:
    """Whether a text stands at `path`."""
    place, _ = _at(tuple(path))
    return place is not None and place.is_text


def kind_of(path: Sequence[str]) -> Kind | None:
    """What stands at `path`; None if the model has no such place. A text in one locale is a value."""
    place, _ = _at(tuple(path))
    if place is None:
        is_locale = bool(path) and is_text(path[:-1]) and LOCALE.fullmatch(path[-1]) is not None
        return "value" if is_locale else None
    if place.is_text:
        return "text"
    if place.model is not None or place.entry is not None:
        return "block"
    return "list" if get_origin(place.bare) is tuple else "value"


def place_at(path: Sequence[str | int]) -> FieldType | None:
    """The type of the place at `path`; None if the model has no such place."""
    return _at(tuple(path))[0]


def named_at(path: Sequence[str | int]) -> str | None:
    """The collection of which a value at `path`, or in a list there, names an entry; None if it names none."""
    keys = tuple(path)
    while keys and (isinstance(keys[-1], int) or keys[-1] in _LIST_PATCH):
        keys = keys[:-1]
    place, _ = _at(keys)
    return place.collection if place is not None else None


def fields_of(path: Sequence[str]) -> frozenset[str]:
    """The names of the fields that may stand below `path`; none if ids stand there."""
    place, _ = _at(tuple(path))
    return frozenset(place.fields) if place is not None else frozenset()


_SOP = FieldType(Sop)
_LIST_PATCH = frozenset({"add", "remove"})


def _written_out(value: object, place: FieldType | None, locale: str) -> object:
    if place is None:
        return value
    if place.is_text:
        return {locale: value} if isinstance(value, str) else value
    if place.model is not None:
        long = _long_form(value, place)
        if not isinstance(long, dict):
            return long
        return {key: _written_out(inner, place.fields.get(key), locale) for key, inner in long.items()}
    if place.entry is not None and isinstance(value, dict):
        return {key: _written_out(inner, place.entry, locale) for key, inner in value.items()}
    is_list = get_origin(place.bare) is tuple
    return _long_form(value, place) if is_list and isinstance(value, str) else value


def _long_form(value: object, place: FieldType) -> object:
    if value is None or place.short_form is None:  # `null` removes a value, so it stays
        return value
    if isinstance(value, dict) and value and value.keys() <= {AFTER, BEFORE}:
        return value  # it only moves the entry, and is no text by locale
    long = _call(place.short_form, value)
    return long if isinstance(long, dict | list) else value


def _call(short_form: Any, value: object) -> object:
    try:
        return short_form(value)
    except PydanticCustomError:
        return value  # validation will say what is wrong, and where


@lru_cache(maxsize=1 << 16)  # layers ask for the same places again and again
def _at(path: tuple[str | int, ...]) -> tuple[FieldType | None, bool]:
    """The place at `path`, None if the model has none; and whether the path ends with the id of a keyed entry."""
    if not path:
        return _SOP, False
    above, _ = _at(path[:-1])
    if above is None:
        return None, False
    if above.model is not None:
        return above.fields.get(str(path[-1])), False
    return above.entry, above.entry is not None
