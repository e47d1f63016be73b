"""What plain data of an SOP names and says, before it is validated: layers must know it to remove an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_origin

from amends.content.plain_part import PartKind, PathPart, PlainPart
from amends.model.condition import When
from amends.model.field_type import FieldType
from amends.model.placeholder import TITLED
from amends.model.sop import Sop

_OUTCOME = "outcome"
_QUOTED = "frameworks"
"""The collection in whose texts braces are plain braces."""
_TITLE = re.compile(rf"\{{\{{\s*+({'|'.join(TITLED)}):([a-z0-9-]+)\s*+\}}\}}")


def parts_of(data: object, path: tuple[str, ...] = ()) -> Iterator[PlainPart]:
    """Every block of fields, every id and every string of a text in the data at `path`, in the author's order.

    The whole of an SOP has the path `()`: its header and its collections in one block. Data as an author wrote it may
    have short forms, and lists that are patched with `add` and `remove`.
    """
    place: FieldType | None = _SOP
    for key in path:
        place = _below(place, key)
    found: list[PlainPart] = []  # a list, since generators in generators take three times as long
    _collect(data, place, path, found)
    return iter(found)


def spoken_in(string: str) -> list[tuple[str, str]]:
    """Each entry whose title the string uses, as collection and id: `{{ role:manager }}` is `("roles", "manager")`."""
    return [(TITLED[word], name) for word, name in _TITLE.findall(string)]


def renamed(string: str, instead: Mapping[tuple[str, str], str]) -> str:
    """The string with other words in the place of titles: `instead` has them by collection and id."""

    def replaced(match: re.Match[str]) -> str:
        return instead.get((TITLED[match[1]], match[2]), match[0])

    return _TITLE.sub(replaced, string)


def title_mark(collection: str, name: str) -> str:
    """What stands in a text for the title of an entry: `{{ role:manager }}`."""
    word = next(word for word, its_collection in TITLED.items() if its_collection == collection)
    return f"{{{{ {word}:{name} }}}}"


_SOP = FieldType(Sop)


def _below(place: FieldType | None, key: str) -> FieldType | None:
    if place is None:
        return None
    return place.fields.get(key) if place.model is not None else place.entry


def _collect(
    value: Any, place: FieldType | None, path: tuple[PathPart, ...], found: list[PlainPart], *, needed: bool = False
) -> None:
    if place is None:
        return
    if place.collection is not None:
        _collect_ids(value, place, path, found, needed=needed)
    elif not isinstance(value, dict):
        return
    elif place.is_text:
        if path[:1] != (_QUOTED,):
            found += [PlainPart("text", (*path, locale), string) for locale, string in value.items() if _is(string)]
    elif place.is_by_severity:
        found += [PlainPart("key", (*path, key), key, "severities", needed) for key in value]
    elif place.model is not None:
        _collect_block(value, place, path, found)
    elif place.entry is not None:
        for key, inner in value.items():
            _collect(inner, place.entry, (*path, key), found)


def _collect_block(value: dict[str, Any], place: FieldType, path: tuple[PathPart, ...], found: list[PlainPart]) -> None:
    if path:
        found.append(PlainPart("block", path, "/".join(map(str, path)), "entries"))
    for key, inner in value.items():
        if key == _OUTCOME and place.model is When:
            for where, name in _named(inner, (*path, key)):
                found.append(PlainPart("item", where, _full_name(path, name), "entries"))
        else:
            _collect(inner, place.fields.get(key), (*path, key), found, needed=key in place.needed)


def _collect_ids(
    value: Any, place: FieldType, path: tuple[PathPart, ...], found: list[PlainPart], *, needed: bool
) -> None:
    kind: PartKind = "item" if get_origin(place.bare) is tuple else "field"
    collection = str(place.collection)
    found += [PlainPart(kind, where, name, collection, needed) for where, name in _named(value, path)]


def _full_name(path: tuple[PathPart, ...], outcome: str) -> str:
    """The full name of an outcome that a condition in the same step names as `DECISION/OUTCOME`."""
    decision, _, answer = outcome.partition("/")
    return "/".join([*map(str, path[:2]), "decisions", decision, "outcomes", answer])


def _named(value: Any, path: tuple[PathPart, ...]) -> Iterator[tuple[tuple[PathPart, ...], str]]:
    """Each name in a list, in one that is patched, or as a single value, with its path."""
    if _is(value):
        yield path, value
    inner = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, part in inner:
        yield from _named(part, (*path, key))


def _is(value: object) -> bool:
    return isinstance(value, str)
