"""The values of a variant as the topmost layer of an SOP, with the place of each value in the author's file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from amends.content.layers import Layer
from amends.content.loader import Content
from amends.content.variant import Setting, Variant
from amends.content.yaml_reader import Document, Position, Positions
from amends.finding import Location

_ID, _LOCALES, _DEFAULT = ("id",), ("locales",), ("default_locale",)
_ORGANISATION, _ADDRESS = ("organisation",), ("organisation", "site_url")


def variant_layer(variant: Variant, below: Mapping[str, Any], collections: Collection[str]) -> Layer:
    """The layer of a variant. `below` is the header that all layers below it give together.

    What follows from the variant's id is added, unless the variant says otherwise: an SOP id of its own, and the
    address of its own folder below the address of the project.
    """
    document = _document(variant.location, [*variant.settings, *_following(variant, below)])
    data: Any = document.data
    content = Content(
        folder=variant.location.file,
        header={name: value for name, value in data.items() if name not in collections},
        collections={name: data.get(name) or {} for name in collections},
        findings=(),
        header_file=document,
        origins={(name, entry): document for name in collections for entry in data.get(name) or {}},
        files=(variant.location.file,),
        cleared={name: _place(document, name) for name in collections if name in data and data[name] is None},
    )
    return Layer(variant.id, content)


def locales_of(header: Mapping[str, object], below: Mapping[str, object]) -> Sequence[str]:
    """The locales in which a variant is shown: its own, or else those of the layers below."""
    listed = header.get("locales", below.get("locales"))
    return [locale for locale in listed if isinstance(locale, str)] if isinstance(listed, list) else []


def _following(variant: Variant, below: Mapping[str, Any]) -> Iterator[Setting]:
    """What the variant leaves unsaid, and what follows from its id and its locales."""
    said = {setting.path: setting.value for setting in variant.settings}
    # Cases in a browser are kept by the id of the SOP, so two handbooks on one server must not share it.
    yield Setting(_ID, f"{below.get('id', '')}-{variant.id.lower()}".lstrip("-"), variant.location)
    organisation = below.get("organisation")
    address = organisation.get("site_url") if isinstance(organisation, dict) else None
    if said.keys().isdisjoint((_ORGANISATION, _ADDRESS)) and isinstance(address, str):
        yield Setting(_ADDRESS, f"{address.rstrip('/')}/{variant.id}/", variant.location)
    locales = said.get(_LOCALES)
    if _DEFAULT not in said and isinstance(locales, list) and locales and below.get("default_locale") not in locales:
        yield Setting(_DEFAULT, locales[0], variant.location)


def _place(document: Document, name: str) -> Location:
    at = document.locate((name,))
    return Location(document.file, at.key_line, at.key_column)


def _document(location: Location, settings: Sequence[Setting]) -> Document:
    """The settings as one document: blocks that several settings share begin at the first of these."""
    data: dict[str, Any] = {}
    spans: dict[int, Positions] = {id(data): {}}
    for setting in settings:
        at = setting.location
        here, block = Position(at.line, at.column, at.line, at.column), data
        for name in setting.path[:-1]:
            spans[id(block)].setdefault(name, here)
            block = block.setdefault(name, {})
            spans.setdefault(id(block), {})
        spans[id(block)][setting.path[-1]] = here
        block[setting.path[-1]] = setting.value
    return Document(location.file, data, Position(location.line, location.column, 0, 0), spans)
