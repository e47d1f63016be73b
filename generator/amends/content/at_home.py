"""Where an author mends what shows in a base that comes with amends: in a file of their own, once for each cause.

A shipped base is clean by itself. So what a rule finds in one of its files comes from a layer over it, and nobody but
the author of that layer can mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from amends.content.layers import Keys, Layer, Resolved
from amends.content.loader import PathParts
from amends.finding import Finding, Location
from amends.shipped import shipped

_OWN = "own layer"
_SHORTEST = 2
"""An entry; a whole collection is no hint at the cause."""


@dataclass(frozen=True)
class _Led(Location):
    """A place of the author's that stands for one in a shipped file, with the path of the value there."""

    there: Location = field(kw_only=True)
    path: Keys = field(kw_only=True)


class AtHome:
    """The places of one SOP as its author mends them."""

    def __init__(self, content: Resolved) -> None:
        self.content = content
        self.own = [it for it in content.layers if not _is_shipped(it.content.folder)]

    def locate(self, path: PathParts) -> Location:
        """Where the author mends the value at `path`: in a file of their own, whatever file it stands in."""
        there = self.content.authors_location(path)
        if not self.own or not _is_shipped(there.file):
            return there
        keys = tuple(str(part) for part in path)
        here = next(self._nearest(keys), None) or self._head(keys)
        return _Led(here.file, here.line, here.column, there=there, path=keys)

    def once(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, with one for each code of those that a single place of the author's has brought about."""
        led: dict[tuple[str, Location], list[Finding]] = {}
        for finding in findings:
            at = finding.location
            if not isinstance(at, _Led):
                yield finding
            elif finding.level == "info":
                yield replace(finding, location=at.there)
            else:
                led.setdefault((finding.code, Location(at.file, at.line, at.column)), []).append(finding)
        for (_, here), alike in led.items():
            yield replace(alike[0], hint=_way_out(alike), location=here)

    def _nearest(self, keys: Keys) -> Iterator[Location]:
        """Each place where an own layer changes or removes something in the same block, the innermost block first."""
        for length in range(len(keys), _SHORTEST - 1, -1):
            if (own := self._set.get(keys[:length])) is not None:
                yield own
            for path, place in self.content.removed.items():
                if path[:length] == keys[:length] and not _is_shipped(place.file):
                    yield place

    @cached_property
    def _set(self) -> dict[Keys, Location]:
        """For each path at or below which an own layer sets something: the first such place in a file of its own."""
        found: dict[Keys, Location] = {}
        for key, index in self.content.set_by.items():
            layer = self.content.layers[index]
            if layer in self.own and not _is_shipped((place := layer.content.location(key)).file):
                for length in range(_SHORTEST, len(key) + 1):
                    found.setdefault(key[:length], place)
        return found

    def _head(self, keys: Keys) -> Location:
        """The line that brings the value in: the packs of clocks that a layer names, or the base that it extends."""
        name = "use_clocks" if keys[:1] in (("clocks",), ("events",)) else "extends"
        layer = next((it for it in reversed(self.own) if _names(it, name)), None)
        layer = layer or next((it for it in self.own if _names(it, "extends")), self.own[-1])
        return layer.content.location((name,))


def _names(layer: Layer, field: str) -> bool:
    return field in (layer.content.header or {})


@cache  # each of many findings asks it
def _is_shipped(file: str) -> bool:
    return Path(file).is_relative_to(shipped("sop"))


def _way_out(alike: Sequence[Finding]) -> str:
    """The way out of the first finding, as a patch of a layer, and how many more have the same cause."""
    first = alike[0]
    parts = [first.hint]
    if isinstance(first.location, _Led) and first.location.path and _OWN not in first.hint:
        parts.append(f"in your {_OWN} that is  {_patch(first.location.path)}")
    if len(alike) > 1:
        more = len(alike) - 1
        parts.append(f"{more} more {'place' if more == 1 else 'places'} of the base with the same cause")
    return "; ".join(parts)


def _patch(path: Keys) -> str:
    """A path as YAML on one line, to be filled in: `steps: {verify: {within: ...}}`."""
    return f"{path[0]}: " + "".join(f"{{{key}: " for key in path[1:]) + "..." + "}" * (len(path) - 1)
