"""What an SOP holds, as an editor asks for it: which entry a word names, what it is called, where it is defined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from amends.authoring.listing import title_of
from amends.content.handed_over import REPLACED_BY
from amends.content.layers import AFTER, BEFORE, THROUGH, Layer, Resolved
from amends.content.plain_part import PathPart
from amends.content.removal import names_of
from amends.editor.caret import Spot
from amends.finding import Location
from amends.model import shape
from amends.model.base import EVENTS
from amends.model.placeholder import TITLED, plain_placeholders
from amends.model.sop import Sop

Keys = tuple[str, ...]
_ORDERS = frozenset({AFTER, BEFORE, THROUGH, REPLACED_BY})
_PLACEHOLDER = re.compile(r"\{\{\s*+([^{}\s]+)\s*+\}\}")


@dataclass(frozen=True)
class Known:
    """The merged content of a project, and the SOP that it gave when it was whole last."""

    content: Resolved
    sop: Sop | None
    locale: str

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The header and all collections in one block."""
        return {**(self.content.header or {}), **self.content.collections}

    @cached_property
    def by_name(self) -> dict[str, dict[str, Keys]]:
        """For each kind of reference, the names that there are, each with the path of its entry."""
        found: dict[str, dict[str, Keys]] = {"events": dict.fromkeys(EVENTS, ())}
        for part in shape.parts_of(self.whole):
            if part.kind == "block":
                path = tuple(map(str, part.path))
                for collection, name in names_of(path):
                    found.setdefault(collection, {}).setdefault(name, path)
        return found

    def names_for(self, path: tuple[PathPart, ...]) -> Mapping[str, Keys]:
        """The names that a value at `path` may have, each with the path of its entry; none if it names no entry."""
        keys = tuple(str(key) for key in path if not isinstance(key, int))
        if keys[-1:] and keys[-1] in _ORDERS and shape.needed_fields(keys[:-1]) is not None:
            return {name: (*keys[:-2], name) for name in self._block(keys[:-2])}
        if keys[:1] == ("steps",) and keys[-2:] == ("when", "outcome"):
            return dict(_outcomes(keys[:2], self._block((*keys[:2], "decisions"))))
        return self.by_name.get(shape.named_at(path) or "", {})

    def named(self, spot: Spot, index: int) -> Keys | None:
        """The entry that a word names, or that it is the id of; None if it is neither."""
        if not spot.is_key:
            path = self.names_for(spot.path).get(spot.word) or self._in_text(spot, index)
            return path or None
        keys = tuple(map(str, spot.path))
        above = shape.place_at(keys[:-1])
        if above is not None and above.is_by_severity:
            return self.by_name.get("severities", {}).get(spot.word)
        is_entry = shape.needed_fields(keys) is not None or above is None or above.entry is not None
        return keys if is_entry and len(keys) > 1 and self.value(keys) is not None else None

    def _in_text(self, spot: Spot, index: int) -> Keys | None:
        """The entry whose title, or the variable whose value, a placeholder at the index stands for."""
        for match in _PLACEHOLDER.finditer(spot.word):
            # Marks of a text in quotes count the quote, which the word does not have.
            if spot.begin + match.start() <= index <= spot.begin + match.end() + 1:
                return self.of_placeholder(match[1])
        return None

    def of_placeholder(self, name: str) -> Keys | None:
        """What `role:manager`, or a variable or a word of the vocabulary, stands for."""
        word, _, target = name.partition(":")
        path = (TITLED[word], target) if word in TITLED else None
        for header in ("variables", "vocabulary"):
            path = path or ((header, name) if name in self._block((header,)) else None)
        return path if path is not None and self.value(path) is not None else None

    @cached_property
    def placeholders(self) -> dict[str, str]:
        """Every placeholder that a text may have, with what it stands for."""
        titled = {
            f"{word}:{name}": self.title((collection, name))
            for word, collection in TITLED.items()
            for name in self._block((collection,))
        }
        plain = plain_placeholders(self.sop) if self.sop is not None else frozenset(self._block(("variables",)))
        return {name: self.title(("variables", name)) for name in sorted(plain)} | titled

    def value(self, path: tuple[PathPart, ...]) -> Any:
        """What all layers together say at a path; None if they say nothing."""
        return _at(self.whole, path)

    def title(self, path: Keys) -> str:
        """What people call the entry at a path."""
        value = self.value(path)
        return title_of(value, self.locale) or title_of({"title": value}, self.locale)

    def defined_at(self, path: tuple[PathPart, ...]) -> Location | None:
        """Where the lowest layer that has something at a path says it."""
        layers = (layer for layer in self.content.layers if _at(_said(layer), path) is not None)
        first = next(layers, None)
        return first.content.location(path) if first is not None else None

    def _block(self, path: Keys) -> Mapping[str, Any]:
        value = self.value(path)
        return value if isinstance(value, dict) else {}


def _outcomes(step: Keys, decisions: Mapping[str, Any]) -> Iterator[tuple[str, Keys]]:
    """Every answer of a step's decisions as a condition names it, with its path."""
    for key, decision in decisions.items():
        for name in decision.get("outcomes", ()) if isinstance(decision, dict) else ():
            yield f"{key}/{name}", (*step, "decisions", key, "outcomes", str(name))


def _said(layer: Layer) -> dict[str, Any]:
    return {**(layer.content.header or {}), **layer.content.collections}


def _at(value: Any, path: tuple[PathPart, ...]) -> Any:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
