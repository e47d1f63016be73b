"""Each text of an SOP with its translation into one language: what state it is in, and who wrote it where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from amends.check.rules.not_translated import is_copied
from amends.content.layers import Keys, Resolved
from amends.content.loader import Content
from amends.content.translation_record import NOTHING, Direction, Record, id_of
from amends.finding import Location
from amends.model import shape
from amends.model.placeholder import names_of_words
from amends.model.regional import with_regional_texts
from amends.spelling import parents
from amends.translating.differences import Difference, differences, unless_free

State = Literal["missing", "older", "differs", "same", "translated"]
STATES: tuple[State, ...] = ("translated", "missing", "older", "differs", "same")
WORDS, FORMS = "vocabulary", ("one", "a", "many")


@dataclass(frozen=True)
class Unit:
    """One text in two languages. The id of a form of a word ends in its name: `vocabulary/customer/many`."""

    path: Keys
    source: str
    target: str
    state: State
    differences: tuple[Difference, ...]
    layer: str
    location: Location
    """Where its source stands; where its translation does, if there is one."""

    @property
    def id(self) -> str:
        """Its name in files for translators."""
        return id_of(self.path)


@dataclass(frozen=True)
class Texts:
    """All texts of an SOP, to be translated from one locale into another."""

    content: Resolved
    of: str
    into: str
    record: Record = NOTHING

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every text that can be translated here and has words in the language of the sources, in the SOP's order."""
        return tuple(self._unit(path, strings) for path, strings in self._strings if strings.get(self.of))

    @cached_property
    def without_source(self) -> int:
        """The number of texts that the language of the sources lacks."""
        return sum(not strings.get(self.of) for _, strings in self._strings)

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Each unit by its id."""
        return {unit.id: unit for unit in self.units}

    def own(self) -> tuple[Unit, ...]:
        """The units of which the project itself has written at least one language."""
        return tuple(
            unit
            for unit in self.units
            if not self.content.is_inherited(unit.path[:2] if unit.path[0] == WORDS else unit.path)
        )

    @cached_property
    def free_names(self) -> frozenset[str]:
        """The placeholders of the vocabulary, which each language uses in its own way."""
        words = (self.content.header or {}).get(WORDS)
        return names_of_words([name for name in words if name] if isinstance(words, dict) else [])

    @cached_property
    def without_place(self) -> int:
        """The number of texts that cannot be translated here: of packs of clocks, and of entries that are replaced."""
        return len(self._all_strings) - len(self._strings)

    @cached_property
    def _all_strings(self) -> tuple[tuple[Keys, Mapping[str, str]], ...]:
        return tuple(texts_in(_in_region(self.content, self.into)))

    @cached_property
    def _strings(self) -> tuple[tuple[Keys, Mapping[str, str]], ...]:
        packed = self._from_packs
        return tuple(
            (path, strings)
            for path, strings in self._all_strings
            if path[:2] not in packed and any(_holds(layer.content, path) for layer in self.content.layers)
        )

    @cached_property
    def _from_packs(self) -> frozenset[Keys]:
        """Entries of packs of clocks that the topmost layer names: no file of that layer can patch them."""
        top = self.content.layers[-1].content
        folder = Path(top.folder)
        return frozenset(key for key, it in top.origins.items() if not Path(it.file).is_relative_to(folder))

    def _unit(self, path: Keys, strings: Mapping[str, str]) -> Unit:
        source, target = strings[self.of], strings.get(self.into, "")
        place = place_of(path, self.into if target else self.of)
        found = (
            unless_free(differences(path, (source, target), (self.of, self.into)), self.free_names) if target else ()
        )
        state = self._state(path, source, target, found)
        return Unit(path, source, target, state, found, self.content.layer_of(place).name, self.content.location(place))

    def _state(self, path: Keys, source: str, target: str, found: Sequence[Difference]) -> State:
        if not target:
            return "missing"
        if self._is_older(path, source, target):
            return "older"
        if found:
            return "differs"
        return "same" if is_copied(source, target) and not _are_related(self.of, self.into) else "translated"

    def _is_older(self, path: Keys, source: str, target: str) -> bool:
        """Whether the record says so, or the source comes from a layer above that of the translation."""
        of, into = (self._index(place_of(path, locale)) for locale in (self.of, self.into))
        return of > into or self.record.is_older(Direction(id_of(path), self.of, self.into), source, target)

    def _index(self, path: Keys) -> int:
        """The index of the layer that set a value."""
        return self.content.layers.index(self.content.layer_of(path))


def _holds(content: Content, path: Keys) -> bool:
    """Whether a layer itself says something at a path: what replaces an entry of another one gets texts from there."""
    here: Any = content.collections if path[0] in content.collections else content.header
    for part in path[:2] if path[0] == WORDS else path:
        here = here.get(part) if isinstance(here, Mapping) else None
    return here is not None


def place_of(path: Keys, locale: str) -> Keys:
    """Where the words of a locale stand: behind the path of a text, before the form of a word."""
    return (*path[:2], locale, *path[2:]) if path[0] == WORDS else (*path, locale)


def texts_in(whole: Mapping[str, Any]) -> Iterator[tuple[Keys, Mapping[str, str]]]:
    """Every text and every form of every word in plain data in its long form: its path, and its strings by locale."""
    for name, value in whole.items():
        yield from _words_in(value) if name == WORDS else _texts_in(value, (name,))


def source_locale(content: Resolved, into: str) -> str:
    """The locale from which texts are translated: the default one, or the one of the nearest layer with another."""
    named = [(layer.content.header or {}).get("default_locale", "en") for layer in reversed(content.layers)]
    whole = (content.header or {}).get("default_locale", "en")
    listed = (content.header or {}).get("locales")
    others = [*named, *(listed if isinstance(listed, list) else [])]
    return next((str(it) for it in (whole, *others) if isinstance(it, str) and it != into), "en")


def _texts_in(value: Any, path: Keys) -> Iterator[tuple[Keys, Mapping[str, str]]]:
    if not isinstance(value, dict):
        return
    if shape.is_text(path):
        yield path, {key: it for key, it in value.items() if isinstance(it, str)}
        return
    for key, inner in value.items():
        yield from _texts_in(inner, (*path, key))


def _words_in(words: Any) -> Iterator[tuple[Keys, Mapping[str, str]]]:
    for name, by_locale in words.items() if isinstance(words, dict) else ():
        forms = by_locale.items() if isinstance(by_locale, dict) else ()
        long = {locale: it if isinstance(it, dict) else dict.fromkeys(FORMS, it) for locale, it in forms}
        for form in FORMS:
            strings = {locale: str(it[form]) for locale, it in long.items() if isinstance(it.get(form), str)}
            yield (WORDS, name, form), strings


def _in_region(content: Resolved, locale: str) -> dict[str, Any]:
    """The header and the collections in one block, with every text in `de-AT`, say, that `de` has."""
    whole = with_regional_texts(content.header or {}, [locale])
    return whole | {name: with_regional_texts(it, [locale], name) for name, it in content.collections.items()}


def _are_related(one: str, other: str) -> bool:
    return one in parents(other) or other in parents(one)
