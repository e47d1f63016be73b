"""The layers of an SOP merged into one: the base, an industry, an organisation, a site.

Each layer is a JSON Merge Patch (RFC 7396) over the layer below it; entries meet by their ids. The functions are pure
and work on plain data. For every value, the result knows the layer that set it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeGuard

from amends.codes.code import Code
from amends.codes.layers import (
    LIST_REPLACED,
    NOTHING_TO_REMOVE,
    OTHER_LOCALES_KEPT,
    PATCH_WITHOUT_EFFECT,
    UNKNOWN_PATCH,
    UNKNOWN_PLACE,
)
from amends.content.loader import Content, PathParts
from amends.finding import Finding, Location
from amends.nearest import nearest

Keys = tuple[str, ...]


class Shape(Protocol):
    """What merging must know of the model."""

    def needed_fields(self, path: PathParts) -> frozenset[str] | None:
        """The fields that a new entry at `path` needs; None if `path` is not the place of an entry."""

    def is_text(self, path: PathParts) -> bool:
        """Whether a text stands at `path`."""


BEFORE, AFTER, THROUGH = "before", "after", "through"
_MOVES = (AFTER, BEFORE)
_LIST_PATCH = frozenset({"add", "remove"})


@dataclass(frozen=True)
class Layer:
    """One folder's content with the name by which people speak of it: `reference`, `banking`, the project's id."""

    name: str
    content: Content


@dataclass
class Resolved:
    """What all layers together say.

    `set_by` maps a path to the index of the layer that set it. For a path that is not in it, the nearest path above it
    counts; if none is there, the lowest layer. `removed` maps the path of a removed entry to the place of its removal.
    """

    layers: tuple[Layer, ...]
    header: dict[str, Any] | None
    collections: dict[str, dict[str, Any]]
    set_by: dict[Keys, int] = field(default_factory=dict)
    removed: dict[Keys, Location] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        """The files of all layers, the topmost layer's first."""
        return tuple(file for layer in reversed(self.layers) for file in layer.content.files)

    @property
    def is_complete(self) -> bool:
        """Whether no entry was left out, and every patch could be applied."""
        whole = all(layer.content.is_complete for layer in self.layers)
        return whole and not any(finding.code in _PATCH_ERRORS for finding in self.findings)

    @property
    def removed_entries(self) -> dict[str, Location]:
        """Where each entry was removed, by its full name."""
        return {"/".join(path): location for path, location in self.removed.items()}

    def layer_of(self, path: PathParts) -> Layer:
        """The layer that set the value at `path`."""
        parts = tuple(str(part) for part in path)
        lengths = range(len(parts), 0, -1)
        return self.layers[next((self.set_by[parts[:n]] for n in lengths if parts[:n] in self.set_by), 0)]

    def location(self, path: PathParts) -> Location:
        """Where the value at `path` was last set."""
        return self.layer_of(path).content.location(path)

    def topmost_location(self, path: PathParts) -> Location | None:
        """Where the topmost layer sets something at or below `path`; None if it sets nothing there."""
        own = self._topmost.get(tuple(str(part) for part in path))
        return self.layers[-1].content.location(own) if own is not None else None

    @cached_property
    def _topmost(self) -> dict[Keys, Keys]:
        """For each path at or below which the topmost layer sets something: the first such place. Asked once merged."""
        found: dict[Keys, Keys] = {}
        for key, index in self.set_by.items():
            if index == len(self.layers) - 1:
                for length in range(len(key) + 1):
                    found.setdefault(key[:length], key)
        return found

    def is_inherited(self, path: PathParts) -> bool:
        """Whether the topmost layer sets nothing at, above or below `path`."""
        return self.layer_of(path) is not self.layers[-1] and self.topmost_location(path) is None


def resolved(layers: Sequence[Layer], shape: Shape) -> Resolved:
    """All layers merged. `layers` has the lowest first; their short forms must be written out already.

    Errors are a patch of an unknown id, a move to an unknown place, and a removal of something that is not there.
    Warnings and remarks are a patch that changes nothing, a list that drops entries, and a text that changes in one
    locale only.
    """
    base = layers[0].content
    header = None if base.header is None else dict(base.header)
    result = Resolved(tuple(layers), header, {key: dict(value) for key, value in base.collections.items()})
    for index in range(1, len(layers)):
        _Patch(result, index, shape).apply()
    result.findings.extend(finding for layer in layers for finding in layer.content.findings)
    return result


@dataclass
class _Move:
    """An entry that a layer moves: `where` is `after` or `before`, `target` is the id of an entry beside it."""

    path: Keys
    where: str
    target: str


class _Patch:
    """Merges one layer over the layers below it."""

    def __init__(self, result: Resolved, index: int, shape: Shape) -> None:
        self.result = result
        self.index = index
        self.shape = shape
        self.content = result.layers[index].content
        self.moves: list[_Move] = []
        self.detours: list[tuple[str, str]] = []
        self.placed_after: dict[Keys, str] = {}

    def apply(self) -> None:
        """Merge the layer's header and collections, then move the entries that it moves."""
        header = {key: value for key, value in (self.content.header or {}).items() if key != "extends"}
        if self.result.header is not None:
            self.result.header = self.merged(self.result.header, header, ())
        for name, entries in self.content.collections.items():
            lower = self.result.collections.get(name, {})
            self.result.collections[name] = self.merged(lower, dict(entries), (name,))
        for step, target in self.detours:
            self.lead_through(step, target)
        for move in self.moves:
            self.move(move)

    def merged(self, lower: object, patch: object, path: Keys) -> Any:
        """`lower` with `patch` over it, after RFC 7396; a list may be patched, too. Notes what this layer sets."""
        if _is_list_patch(patch):
            if isinstance(lower, dict):
                return self.without_list_patch(lower, patch, path)
            return self.merged_list(lower, patch, path)
        if isinstance(patch, dict) and isinstance(lower, dict):
            return self.merged_block(lower, patch, path)
        self.note_dropped(lower, patch, path)
        if isinstance(lower, dict):
            self.forget(path)
        self.result.set_by[path] = self.index
        return self.fresh(patch, path)

    def merged_block(self, lower: dict[str, Any], patch: dict[str, Any], path: Keys) -> dict[str, Any]:
        """A block of fields or of entries, merged key by key."""
        self.remind_of_other_locales(lower, patch, path)
        self.note_repetition(lower, patch, path)
        block = dict(lower)
        for key, value in self.without_orders(patch, path).items():
            inner = (*path, key)
            if value is None:
                self.remove(block, key, inner)
            elif key in block:
                block[key] = self.merged(block[key], value, inner)
            elif self.is_whole(inner, value, block):
                self.result.removed.pop(inner, None)
                self.result.set_by[inner] = self.index
                block[key] = self.fresh(value, inner)
        return block

    def fresh(self, value: object, path: Keys) -> Any:
        """A value that the layers below do not have: there is nothing in it to remove, and all of it is set here."""
        if _is_list_patch(value):
            return self.merged_list([], value, path)
        if not isinstance(value, dict):
            return value
        block: dict[str, Any] = {}
        for key, part in self.without_orders(value, path).items():
            if part is None:
                self.remove(block, key, (*path, key))
            else:
                block[key] = self.fresh(part, (*path, key))
        return block

    def merged_list(self, lower: object, patch: dict[str, Any], path: Keys) -> list[Any]:
        """`{add: [...], remove: [...]}` over a list of references."""
        items = list(lower) if isinstance(lower, list) else []
        unwanted, wanted = patch.get("remove", []), patch.get("add", [])
        for item in unwanted:
            if item not in items:
                message = f"`{item}` is not in the list below, so it cannot be removed"
                self.find(NOTHING_TO_REMOVE, path, message, nearest(str(item), map(str, items)))
        for item in wanted:
            if item in items and item not in unwanted:
                self.find(PATCH_WITHOUT_EFFECT, path, f"`{item}` is in the list below already", "delete it")
        kept = [item for item in items if item not in unwanted]
        self.result.set_by[path] = self.index
        return kept + [item for item in wanted if item not in kept]

    def without_list_patch(self, lower: dict[str, Any], patch: dict[str, Any], path: Keys) -> dict[str, Any]:
        """`lower` as it is, since a block is no list; a finding says how to remove something from a block."""
        unwanted = [str(item) for item in patch.get("remove", ()) if not isinstance(item, list | dict)]
        hint = f"to remove something write  {unwanted[0] if unwanted else 'name'}: null"
        message = f"`{path[-1]}` is a block and no list, so it has no `add` and no `remove`"
        place = (*path, next(iter(patch)))  # a collection has no place of its own, since many files fill it
        self.find(NOTHING_TO_REMOVE, place, message, f"{hint}; to add something, write it here under its name")
        return lower

    def without_orders(self, patch: dict[str, Any], path: Keys) -> dict[str, Any]:
        """An entry without `after`, `before` and `through`. They are noted, and done at the end of the layer."""
        if self.shape.needed_fields(path) is None:
            return patch
        is_step = len(path) == 2 and path[0] == "steps"  # noqa: PLR2004 - the collection and the id
        orders = [key for key in patch if key in _MOVES or (key == THROUGH and is_step)]
        for where in orders:
            target = patch[where]
            if len(orders) > 1:
                message = f"`{'` and `'.join(orders)}` each say where `{path[-1]}` stands"
                self.find(UNKNOWN_PLACE, (*path, where), message, f"keep one:  {orders[0]}: ...")
                break
            if not isinstance(target, str):
                self.find(UNKNOWN_PLACE, (*path, where), f"`{where}` needs one id", f"write  {where}: some-id")
            elif where == THROUGH:
                self.detours.append((path[1], target))
            else:
                self.moves.append(_Move(path, where, target))
        return {key: value for key, value in patch.items() if key not in orders}

    def remove(self, block: dict[str, Any], key: str, path: Keys) -> None:
        if key not in block:
            self.find(
                NOTHING_TO_REMOVE,
                path,
                f"`{key}` is not in the layers below, so it cannot be removed",
                nearest(key, block),
            )
            return
        del block[key]
        self.forget(path)
        self.result.removed[path] = self.content.location(path)

    def forget(self, path: Keys) -> None:
        """Forget which layers set something at or below `path`: those values are gone."""
        for key in [key for key in self.result.set_by if key[: len(path)] == path]:
            del self.result.set_by[key]

    def remind_of_other_locales(self, lower: dict[str, Any], patch: dict[str, Any], path: Keys) -> None:
        """Warn of a text that changes in one language and not in the others."""
        left = sorted((lower.keys() - patch.keys()) & self.shown_locales(lower))
        changed = any(key in lower and lower[key] != value for key, value in patch.items())
        if left and changed and self.shape.is_text(path):
            message = f"this text changes in {', '.join(patch)} only; {', '.join(left)} stays as it was"
            self.find(OTHER_LOCALES_KEPT, path, message, "write the other language too")

    def shown_locales(self, known: Mapping[str, object]) -> set[str]:
        """The locales that this layer names, or else the layers below; if none does, all that are in `known`."""
        below = (self.result.header or {}).get("locales")
        listed = (self.content.header or {}).get("locales", below)
        return {str(locale) for locale in listed} if isinstance(listed, list) else set(known)

    def is_whole(self, path: Keys, value: object, beside: Mapping[str, object]) -> bool:
        """Whether a new entry has all fields that it needs. If not, its id is probably mistyped: a finding."""
        needed = self.shape.needed_fields(path)
        missing = sorted((needed or frozenset()) - (value.keys() if isinstance(value, dict) else set()))
        if missing:
            name = "/".join(path)
            message = f"there is no `{name}` in the layers below to change, and it is not complete on its own"
            fields = ", ".join(f"`{name}`" for name in missing)
            self.find(UNKNOWN_PATCH, path, message, f"{nearest(path[-1], beside)}; a new one needs {fields}")
        return not missing

    def note_repetition(self, lower: dict[str, Any], patch: dict[str, Any], path: Keys) -> None:
        """Warn of a block whose values are all in the layers below already.

        If one value differs, the others may repeat: an author writes the currency beside a new amount.
        """
        if not patch and self.shape.needed_fields(path) is not None:
            self.find(PATCH_WITHOUT_EFFECT, path, "this changes nothing: it says nothing", "delete it")
        plain = {key: value for key, value in patch.items() if value is not None and not isinstance(value, dict)}
        if plain and all(key in lower and lower[key] == value for key, value in plain.items()):
            for key in plain:
                message = "this changes nothing: the layers below say the same"
                self.find(PATCH_WITHOUT_EFFECT, (*path, key), message, "delete it")

    def note_dropped(self, lower: object, patch: object, path: Keys) -> None:
        """Remark that a plain list drops items of the list below.

        Two lists are left out: `added` speaks only of this layer's texts, and `locales` is a choice.
        """
        if not isinstance(lower, list) or not isinstance(patch, list) or path[-1] in ("added", "locales"):
            return
        dropped = ", ".join(str(item) for item in lower if item not in patch)
        if dropped:
            message = f"this list replaces the one below and drops {dropped}"
            self.find(LIST_REPLACED, path, message, "to keep them write  {add: [...], remove: [...]}")

    def lead_through(self, step_id: str, target: str) -> None:
        """Let every way to `target` lead to `step_id`, and from there to `target`."""
        steps = self.result.collections["steps"]
        if target not in steps or target == step_id:
            message, known = f"there is no step `{target}` to lead through `{step_id}`", steps.keys() - {step_id}
            self.find(UNKNOWN_PLACE, ("steps", step_id, THROUGH), message, nearest(target, known))
            return
        for collection in ("steps", "escalations"):
            entries = self.result.collections.get(collection, {})
            for key, entry in entries.items():
                if (collection, key) != ("steps", step_id):
                    entries[key] = _redirected(entry, target, step_id)
        if self.result.header is not None and self.result.header.get("start") == target:
            self.result.header["start"] = step_id
        self.moves.append(_Move(("steps", step_id), BEFORE, target))

    def move(self, move: _Move) -> None:
        collections, header = self.result.collections, self.result.header
        holder: Any = collections if move.path[0] in collections else header
        for part in move.path[:-1]:
            holder = holder[part]
        key = move.path[-1]
        if move.target not in holder or move.target == key:
            message = f"there is no `{move.target}` beside `{key}` to stand {move.where}"
            self.find(UNKNOWN_PLACE, (*move.path, move.where), message, nearest(move.target, holder.keys() - {key}))
            return
        # If two entries are moved after the same one, they keep the order in which they are written.
        place = (*move.path[:-1], move.target)
        beside = self.placed_after.get(place, move.target) if move.where == AFTER else move.target
        order = [other for other in holder if other != key]
        order.insert(order.index(beside) + (move.where == AFTER), key)
        if move.where == AFTER:
            self.placed_after[place] = key
        entries = {other: holder[other] for other in order}
        holder.clear()
        holder.update(entries)

    def find(self, code: Code, path: Keys, message: str, hint: str) -> None:
        location = self.content.location(path)
        self.result.findings.append(code.finding(message, hint, location))


_PATCH_ERRORS = frozenset({UNKNOWN_PATCH.code, UNKNOWN_PLACE.code, NOTHING_TO_REMOVE.code})


def _is_list_patch(patch: object) -> TypeGuard[dict[str, list[Any]]]:
    """Whether it is `{add: [...], remove: [...]}`; a block with entries called `add` or `remove` is not."""
    return (
        isinstance(patch, dict)
        and bool(patch)
        and patch.keys() <= _LIST_PATCH
        and all(isinstance(items, list) for items in patch.values())
    )


def _redirected(step: Any, old: str, new: str) -> Any:
    """A step in which every written way to `old` leads to `new`."""
    if isinstance(step, dict):
        return {
            key: new if key in ("next", "then") and value == old else _redirected(value, old, new)
            for key, value in step.items()
        }
    return step
