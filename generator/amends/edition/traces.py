"""Which entry names which in an SOP: what cites a source, what uses a script, what a full name means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from amends.model.base import Model
from amends.model.sop import COLLECTIONS, Sop
from amends.model.walk import FieldPath, Use, walk

_NOT_APPLYING = ("settlements", "frameworks")
"""Collections that cite sources but do not apply them."""


@dataclass(frozen=True)
class Traces:
    """The links of one SOP, the same in every locale."""

    sop: Sop

    @cached_property
    def entries(self) -> dict[str, Model]:
        """Every entry, and every part of an entry, by its full name."""
        return {_name(path): part for path, part in self._parts if isinstance(part, Model)}

    @cached_property
    def applied(self) -> dict[str, tuple[str, ...]]:
        """The entries that cite each framework and each item, by full names, in the order of the SOP."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for use in self._uses:
            if use.collection == "sources" and use.path[0] not in _NOT_APPLYING:
                found[use.id][_name(use.path[:-2])] = None
        return {source: tuple(names) for source, names in found.items()}

    @cached_property
    def used_by(self) -> dict[str, tuple[str, ...]]:
        """The top-level entries that name each entry; all by full names."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for use in self._uses:
            if use.path[0] in COLLECTIONS and use.collection in COLLECTIONS:
                found[f"{use.collection}/{use.id}"][_name(use.path[:2])] = None
        return {name: tuple(users) for name, users in found.items()}

    @cached_property
    def situations(self) -> dict[str, tuple[str, ...]]:
        """The situations that lead to each entry, or to a part of it, by the full name of the entry."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for key, situation in self.sop.situations.items():
            for name in situation.go:
                found["/".join(name.split("/")[:2])][key] = None
        return {name: tuple(keys) for name, keys in found.items()}

    @cached_property
    def _parts(self) -> list[tuple[FieldPath, object]]:
        return list(walk(self.sop))

    @cached_property
    def _uses(self) -> list[Use]:
        return [part for _, part in self._parts if isinstance(part, Use)]


def _name(path: FieldPath) -> str:
    return "/".join(map(str, path))
