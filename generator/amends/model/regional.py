"""Texts of a language for its regions: an SOP in `en-US` over texts in `en` has all of them, in its own spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from amends.model.field_type import FieldType
from amends.model.sop import Sop
from amends.spelling import parents, respelled

_WORDS = "vocabulary"


def with_regional_texts(data: Mapping[str, Any], locales: Iterable[str], collection: str = "") -> dict[str, Any]:
    """The header, or one collection, in which each text has the strings that these locales take from their language.

    `{en: Apologise}` becomes `{en: Apologise, en-US: Apologize}`. What a text says in a region itself stays. The data
    must be in its long form.
    """
    regions = {locale: tuple(parents(locale)) for locale in locales if "-" in locale}
    if not regions:
        return dict(data)
    entry = _SOP.fields[collection].entry if collection else None
    filled = {name: _filled(value, entry or _SOP.fields.get(name), regions) for name, value in data.items()}
    if not collection and isinstance(filled.get(_WORDS), dict):
        filled[_WORDS] = {name: _with_regions(word, regions) for name, word in filled[_WORDS].items()}
    return filled


_SOP = FieldType(Sop)
_Regions = Mapping[str, tuple[str, ...]]


def _filled(value: Any, place: FieldType | None, regions: _Regions) -> Any:
    if place is None or not isinstance(value, dict):
        return value
    if place.is_text:
        return _with_regions(value, regions)
    if place.model is not None:
        return {key: _filled(inner, place.fields.get(key), regions) for key, inner in value.items()}
    if place.entry is not None:
        return {key: _filled(inner, place.entry, regions) for key, inner in value.items()}
    return value


def _with_regions(strings: Any, regions: _Regions) -> Any:
    """A text, or the forms of a word, with what each region takes from the nearest locale on which it stands."""
    if not isinstance(strings, dict):
        return strings
    missing = (
        (region, [it for it in above if it in strings]) for region, above in regions.items() if region not in strings
    )
    return strings | {region: _spelled(strings[above[0]], region) for region, above in missing if above}


def _spelled(value: Any, region: str) -> Any:
    if isinstance(value, dict):
        return {key: _spelled(inner, region) for key, inner in value.items()}
    return respelled(value, region) if isinstance(value, str) else value
