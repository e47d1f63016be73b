"""What may be written at a place: fields with their meaning, ids with their titles, values, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from amends.content.place import HEADER_FILE
from amends.editor.caret import Spot, spots_to_fill
from amends.editor.known import Known
from amends.model import shape
from amends.model.field_type import FieldType
from amends.model.sop import COLLECTIONS

_OPEN_PLACEHOLDER = re.compile(r"\{\{[ ]*+([^{}\n]*)\Z")


@dataclass(frozen=True)
class Offer:
    """A word that may stand from index `begin` on; `insert` is what is written if it is chosen."""

    kind: Literal["field", "id", "value", "placeholder"]
    word: str
    insert: str
    begin: int
    detail: str = ""
    about: str = ""
    is_needed: bool = False


def offers(known: Known, file_name: str, text: str, index: int) -> list[Offer]:
    """Everything that fits at an index of a text that may be half-typed."""
    if opened := _OPEN_PLACEHOLDER.search(text, text.rfind("\n", 0, index) + 1, index):
        return list(_placeholders(known, text, opened.start(1), index))
    found: dict[tuple[str, str], Offer] = {}
    for spot in spots_to_fill(text, index):
        for offer in _names(known, spot, file_name) if spot.is_key else _values(known, spot):
            found.setdefault((offer.kind, offer.word), offer)
    return list(found.values())


def _placeholders(known: Known, text: str, begin: int, index: int) -> Iterator[Offer]:
    close = "" if text[index:].lstrip(" ").startswith("}}") else " }}"
    for name, meaning in known.placeholders.items():
        yield Offer("placeholder", name, f"{name}{close}", begin, meaning)


def _names(known: Known, spot: Spot, file_name: str) -> Iterator[Offer]:
    """The names that may stand before a colon."""
    above = tuple(map(str, spot.path[:-1]))
    place = shape.place_at(above)
    if place is None:
        return
    if place.is_text:
        names: Iterator[Offer] = _locales(known, spot)
    elif place.is_by_severity:
        names = _ids(known, spot, known.by_name.get("severities", {}), ": ")
    elif place.model is not None:
        names = _fields(place, spot, is_apart=not above and file_name != HEADER_FILE)
    else:
        names = _entries(known, spot, above)
    yield from (offer for offer in names if offer.word not in spot.beside)


def _fields(place: FieldType, spot: Spot, *, is_apart: bool) -> Iterator[Offer]:
    """The fields of a block; a file beside sop.yml has collections only."""
    for name, info in place.model.model_fields.items() if place.model is not None else ():
        word = info.alias or name
        if not is_apart or word in COLLECTIONS:
            begins_a_block = word in COLLECTIONS and not spot.path[:-1]
            yield Offer(
                "field",
                word,
                f"{word}:" if begins_a_block else f"{word}: ",
                spot.begin,
                about=info.description or "",
                is_needed=info.is_required(),
            )


def _entries(known: Known, spot: Spot, above: tuple[str, ...]) -> Iterator[Offer]:
    """The entries of the layers below, which a layer may change; a base has nobody below it."""
    inherited = [_block(layer.content.collections, above) for layer in known.content.layers[:-1]]
    for name in dict.fromkeys(key for block in inherited for key in block):
        path = (*above, name)
        layer = known.content.layer_of(path).name
        yield Offer("id", name, f"{name}:", spot.begin, _detail(known.title(path), layer))


def _locales(known: Known, spot: Spot) -> Iterator[Offer]:
    listed = known.value(("locales",))
    for locale in listed if isinstance(listed, list) else ():
        yield Offer("value", str(locale), f"{locale}: ", spot.begin)


def _values(known: Known, spot: Spot) -> Iterator[Offer]:
    """The values that may stand behind a colon, or in a list."""
    yield from _ids(known, spot, known.names_for(spot.path), "")
    place = shape.place_at([key for key in spot.path if not isinstance(key, int)])
    if place is None:
        return
    words = [str(it) for it in get_args(place.bare)] if get_origin(place.bare) is Literal else []
    for word in ["true", "false"] if place.bare is bool else words:
        yield Offer("value", word, word, spot.begin)


def _ids(known: Known, spot: Spot, names: object, tail: str) -> Iterator[Offer]:
    for name, path in names.items() if isinstance(names, dict) else ():
        detail = _detail(known.title(path), known.content.layer_of(path).name) if path else ""
        yield Offer("id", name, f"{name}{tail}", spot.begin, detail)


def _detail(title: str, layer: str) -> str:
    return f"{title} ({layer})" if title else layer


def _block(value: object, path: tuple[str, ...]) -> dict[str, object]:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
