"""What a project still shows of its base that can only be an example, or holds in another country.

A base says so in its sop.yml: `example: [contacts/*/phone]` for what every organisation replaces with its own, and
`law: {CN: [variables/police]}` for what holds in one country only. A layer speaks of the values that it sets itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from amends.codes.layers import EXAMPLE_SHOWN, HOLDS_ELSEWHERE, MARK_WITHOUT_VALUE
from amends.content.layers import Layer, Resolved
from amends.finding import Finding, Location
from amends.nearest import closest

EXAMPLE, LAW, KEEP = "example", "law", "keep"
_ANY = "*"
_OF_AN_ENTRY = 2

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Foreign:
    """A value of a base at `path` that the project still shows; `country` is where it holds, None for an example."""

    path: Keys
    value: Any
    layer: str
    country: str | None = None

    @property
    def entry(self) -> Keys:
        """The path of the entry, or of the value of the header."""
        return self.path[:_OF_AN_ENTRY]


def foreign_findings(content: Resolved) -> Iterator[Finding]:
    """A finding for each entry of a base that is still shown as it came, and for marks that mark nothing."""
    base = _Base(content)
    yield from base.empty_marks()
    for entry, values in base.by_entry().items():
        yield _finding(entry, values, base.at)


def foreign_values(content: Resolved) -> list[Foreign]:
    """Each value of a base that the project still shows as it came, in the order of the marks."""
    return list(_Base(content).values())


class _Base:
    """The layers that mark values of their own, and the layers over them."""

    def __init__(self, content: Resolved) -> None:
        self.content = content
        self.data: dict[str, Any] = {**(content.header or {}), **content.collections}

    @cached_property
    def owner(self) -> Layer | None:
        """The lowest layer that marks nothing and stands over all layers that do; None if the SOP is itself a base."""
        marking = [index for index, layer in enumerate(self.content.layers) if any(_marks(layer))]
        above = self.content.layers[marking[-1] + 1 :] if marking else self.content.layers[1:]
        return above[0] if above else None

    @property
    def at(self) -> Location:
        """Where the owner names its base: the place in the author's own file."""
        owner = self.owner or self.content.layers[-1]
        return owner.content.location(("extends",))

    @cached_property
    def highest(self) -> dict[Keys, int]:
        """For each path, the highest layer that sets something at or below it."""
        found: dict[Keys, int] = {}
        for key, index in self.content.set_by.items():
            for length in range(1, len(key) + 1):
                found[key[:length]] = max(index, found.get(key[:length], 0))
        return found

    @cached_property
    def hidden_locales(self) -> frozenset[str]:
        """The locales that some layer has and this SOP does not show."""
        shown = self.data.get("locales")
        every = (layer.content.header.get("locales") for layer in self.content.layers if layer.content.header)
        named = {str(locale) for locales in every if isinstance(locales, list) for locale in locales}
        return frozenset(named.difference(map(str, shown if isinstance(shown, list) else named)))

    def values(self) -> Iterator[Foreign]:
        """Each marked value that nobody above has replaced or kept on purpose, in the languages that are shown."""
        if self.owner is None:
            return
        calendar = self.data.get("calendar")
        home = calendar.get("country") if isinstance(calendar, dict) else None
        seen: set[Keys] = set()
        for index, layer in enumerate(self.content.layers[:-1]):
            for country, pattern in _marks(layer):
                for path in _expanded(self.data, pattern):
                    if path not in seen and path[-1] not in self.hidden_locales and self.is_from(path, index):
                        seen.add(path)
                        if country is None or country != home:
                            yield Foreign(path, self.shown_at(path), layer.name, country)

    def is_from(self, path: Keys, index: int) -> bool:
        """Whether that layer was the last to set anything in the value, and no layer above keeps it as it is."""
        above = range(len(path) - 1, 0, -1)
        source = next((self.content.set_by[path[:n]] for n in above if path[:n] in self.content.set_by), 0)
        kept = any(_fits(path, it) for layer in self.content.layers[index + 1 :] for it in _patterns(layer, KEEP))
        return self.highest.get(path, source) == index and not kept

    def shown_at(self, path: Keys) -> Any:
        """The value at a path that is there; a text only in the languages that are shown."""
        here: Any = self.data
        for key in path:
            here = here[key]
        return self.in_shown_locales(here)

    def in_shown_locales(self, value: Any) -> Any:
        """The value without the languages that nobody sees; a text in other languages only stays as it is."""
        if not isinstance(value, dict):
            return value
        shown = {key: self.in_shown_locales(it) for key, it in value.items() if key not in self.hidden_locales}
        return shown or value

    def by_entry(self) -> dict[Keys, list[Foreign]]:
        """The values that are still shown, by their entries."""
        found: dict[Keys, list[Foreign]] = {}
        for value in self.values():
            found.setdefault(value.entry, []).append(value)
        return found

    def empty_marks(self) -> Iterator[Finding]:
        """Marks of the topmost layer that lead to no value."""
        top = self.content.layers[-1]
        for field in (EXAMPLE, LAW, KEEP):
            for pattern in _patterns(top, field):
                if not any(True for _ in _expanded(self.data, pattern)):
                    message = f"there is no `{'/'.join(pattern)}`, so `{field}` marks nothing by it"
                    hint = self._way_out(pattern)
                    yield MARK_WITHOUT_VALUE.finding(message, hint, top.content.location((field,)))

    def _way_out(self, pattern: Keys) -> str:
        """The path that is probably meant; else what a path is."""
        meant: list[str] = []
        here: Any = self.data
        for name in pattern:
            known = frozenset(here) if isinstance(here, Mapping) else frozenset()
            near = name if name in known or name == _ANY else closest(name, known)
            if near is None:
                return "write the path of a value, such as  contacts/*/phone  or  variables/police"
            meant.append(near)
            here = here.get(near) if near != _ANY else next(iter(here.values()), None)
        return f"the nearest is `{'/'.join(meant)}`"


def _marks(layer: Layer) -> Iterator[tuple[str | None, Keys]]:
    """Each mark of a layer: the country to which a value is bound, or None for an example, and the pattern."""
    law = (layer.content.header or {}).get(LAW)
    for country, patterns in law.items() if isinstance(law, Mapping) else ():
        yield from ((str(country), it) for it in _split(patterns))
    yield from ((None, it) for it in _patterns(layer, EXAMPLE))


def _patterns(layer: Layer, field: str) -> Iterator[Keys]:
    written = (layer.content.header or {}).get(field)
    if isinstance(written, Mapping):
        for patterns in written.values():
            yield from _split(patterns)
    else:
        yield from _split(written)


def _split(patterns: object) -> Iterator[Keys]:
    return (tuple(it.split("/")) for it in patterns if isinstance(it, str)) if isinstance(patterns, list) else iter(())


def _expanded(data: Any, pattern: Keys, above: Keys = ()) -> Iterator[Keys]:
    """Each path in the data that fits the pattern; `*` stands for any key."""
    if not pattern:
        yield above
    elif isinstance(data, dict):
        keys: Iterable[str] = data if pattern[0] == _ANY else [pattern[0]] if pattern[0] in data else []
        for key in keys:
            yield from _expanded(data[key], pattern[1:], (*above, key))


def _fits(path: Keys, pattern: Keys) -> bool:
    """Whether the pattern is that of the value, or of a block in which it stands."""
    return len(pattern) <= len(path) and all(it in (_ANY, key) for it, key in zip(pattern, path, strict=False))


# What is said of it ---------------------------------------------------------------------------------------------------


def _finding(entry: Keys, values: Sequence[Foreign], at: Location) -> Finding:
    name = "/".join(entry)
    fields = ", ".join(f"`{'/'.join(it.path[_OF_AN_ENTRY:])}`" for it in values if len(it.path) > _OF_AN_ENTRY)
    what = f"{fields} of `{name}`" if fields else f"`{name}`"
    is_one = len(values) == 1
    hint = f"write yours:  {patch_of(values)}"
    country = values[0].country
    if country is None:
        message = f"{what} {'is' if is_one else 'are'} still the example of `{values[0].layer}`"
        return EXAMPLE_SHOWN.finding(message, f"{hint}; if it is right for you:  keep: [{name}]", at)
    message = f"{what} of `{values[0].layer}` {'holds' if is_one else 'hold'} in {country} only"
    hint += f"; if {country} is your country, say so in `calendar`; if it is right for you:  keep: [{name}]"
    return HOLDS_ELSEWHERE.finding(message, hint, at)


def patch_of(values: Iterable[Foreign]) -> str:
    """The patch for some values, on one line: `contacts: {security: {phone: "..."}}`."""
    patch: dict[str, Any] = {}
    for it in values:
        block = patch
        for key in it.path[:-1]:
            block = block.setdefault(key, {})
        block[it.path[-1]] = _blank(it.value)
    return ", ".join(f"{key}: {_flow(value)}" for key, value in patch.items())


def _blank(value: Any) -> Any:
    """A value of the same form to be filled in; an entry with parts of its own is removed instead."""
    if isinstance(value, dict):
        return dict.fromkeys(value, "...") if all(isinstance(it, str) for it in value.values()) else None
    return "..."


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    return "null" if value is None else '"..."'
