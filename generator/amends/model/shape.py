"""What layers need from the model: short forms written out, and the fields without which an entry is not complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from amends.content.layers import AFTER, BEFORE
from amends.model.base import Model
from amends.model.sop import Sop
from amends.model.text import LOCALE, Text

Kind = Literal["text", "list", "block", "value"]
"""What a place of the model holds: a text, a list, a block of fields or entries, or one value."""


def written_out(data: Mapping[str, object], locale: str, collection: str = "") -> dict[str, object]:
    """The data of the header, or of one collection, with every short form in its long form.

    Layers can then be merged field by field. `title: Accept` becomes `{title: {en: Accept}}`. A point that is only a
    text becomes `{text: ...}`, a field of a record `{title: ...}`, and `kind: safety` in a condition `[safety]`. What
    the model does not know stays as it is; validation will report it.
    """
    types = _field_types(Sop)
    keyed = _keyed_value(types[collection]) if collection else None
    return {name: _written_out(value, keyed or types.get(name), locale) for name, value in data.items()}


def needed_fields(path: Sequence[str | int]) -> frozenset[str] | None:
    """The fields that a new entry at `path` must have; None if `path` is not the place of a keyed entry."""
    annotation, is_keyed = _at(tuple(path))
    model = _model(annotation)
    if not is_keyed or model is None:
        return None
    return frozenset(info.alias or name for name, info in model.model_fields.items() if info.is_required())


def is_text(path: Sequence[str | int]) -> bool:
    """Whether a text stands at `path`."""
    return _is_text(_at(tuple(path))[0])


def kind_of(path: Sequence[str]) -> Kind | None:
    """What stands at `path`; None if the model has no such place. A text in one locale is a value."""
    annotation = _at(tuple(path))[0]
    if annotation is None:
        is_locale = bool(path) and is_text(path[:-1]) and LOCALE.fullmatch(path[-1]) is not None
        return "value" if is_locale else None
    if _is_text(annotation):
        return "text"
    if _model(annotation) is not None or _keyed_value(annotation) is not None:
        return "block"
    return "list" if get_origin(_bare(annotation)) is tuple else "value"


def fields_of(path: Sequence[str]) -> frozenset[str]:
    """The names of the fields that may stand below `path`; none if ids stand there."""
    model = _model(_at(tuple(path))[0])
    return frozenset(_field_types(model)) if model is not None else frozenset()


def _written_out(value: object, annotation: Any, locale: str) -> object:
    if _is_text(annotation):
        return {locale: value} if isinstance(value, str) else value
    model = _model(annotation)
    if model is not None:
        long = _long_form(value, annotation)
        if not isinstance(long, dict):
            return long
        types = _field_types(model)
        return {key: _written_out(inner, types.get(key), locale) for key, inner in long.items()}
    keyed = _keyed_value(annotation)
    if keyed is not None and isinstance(value, dict):
        return {key: _written_out(inner, keyed, locale) for key, inner in value.items()}
    is_list = get_origin(_bare(annotation)) is tuple
    return _long_form(value, annotation) if is_list and isinstance(value, str) else value


def _long_form(value: object, annotation: Any) -> object:
    """The long form that a type's BeforeValidator makes of a short form. `null` removes a value, so it stays."""
    if value is None or get_origin(annotation) is not Annotated:
        return value
    if isinstance(value, dict) and value and value.keys() <= {AFTER, BEFORE}:
        return value  # it only moves the entry, and is no text by locale
    for mark in get_args(annotation)[1:]:
        if isinstance(mark, BeforeValidator):
            long = _call(mark.func, value)
            return long if isinstance(long, dict | list) else value
    return value


def _call(short_form: Any, value: object) -> object:
    try:
        return short_form(value)
    except PydanticCustomError:
        return value  # validation will say what is wrong, and where


@lru_cache(maxsize=1 << 16)  # layers ask for the same places again and again
def _at(path: tuple[str | int, ...]) -> tuple[Any, bool]:
    """The type of the value at `path`, and whether the path ends with the id of a keyed entry."""
    return _inside(_at(path[:-1])[0], path[-1]) if path else (Sop, False)


def _inside(annotation: Any, part: str | int) -> tuple[Any, bool]:
    """The type of the value under `part`, and whether `part` is the id of a keyed entry."""
    model = _model(annotation)
    if model is not None:
        return _field_types(model).get(str(part)), False
    keyed = _keyed_value(annotation)
    return keyed, keyed is not None


@cache
def _field_types(model: type[Model]) -> dict[str, Any]:
    return {
        info.alias or name: Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        for name, info in model.model_fields.items()
    }


def _bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    options = [option for option in get_args(annotation) if option is not type(None)]
    is_optional = type(None) in get_args(annotation) and len(options) == 1
    return _bare(options[0]) if is_optional else annotation


def _is_text(annotation: Any) -> bool:
    return _bare(annotation) is Text


def _model(annotation: Any) -> type[Model] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, Model) else None


def _keyed_value(annotation: Any) -> Any:
    """The type of the values of a mapping; None if the type is no mapping."""
    bare = _bare(annotation)
    return get_args(bare)[1] if get_origin(bare) is dict else None
