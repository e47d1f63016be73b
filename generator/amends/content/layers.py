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
    STEP_WITHOUT_PLACE,
    UNDECIDED_REMOVAL,
    UNKNOWN_PATCH,
    UNKNOWN_PLACE,
    UNKNOWN_REPLACEMENT,
)
from amends.content import removal
from amends.content.handed_over import REPLACED_BY, with_handed_over
from amends.content.loader import Content, PathParts
from amends.content.order import Order
from amends.content.plain_flow import ALONGSIDE, in_order_side_by_side, is_standing
from amends.content.plain_part import PlainPart
from amends.content.removal import Own, Removals
from amends.content.removed import Removed
from amends.finding import Finding, Location
from amends.nearest import closest, nearest

Keys = tuple[str, ...]


class Shape(removal.Shape, Protocol):
    """What merging must know of the model."""

    def needed_fields(self, path: PathParts) -> frozenset[str] | None:
        """The fields that a new entry at `path` needs; None if `path` is not the place of an entry."""

    def is_text(self, path: PathParts) -> bool:
        """Whether a text stands at `path`."""


BEFORE, AFTER, THROUGH = "before", "after", "through"
THROUGH_ALSO, ESCALATIONS = "through_also", "escalations"
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

    def authors_location(self, path: PathParts) -> Location:
        """Where the author mends the value at `path`: in the topmost layer, if that sets or removes part of it."""
        parts = tuple(str(part) for part in path)
        own = self.topmost_location(parts) if parts else None
        removed = (it for key, it in self.removed.items() if parts and key[: len(parts)] == parts)
        own = own or next((it for it in removed if it.file in self.layers[-1].content.files), None)
        return own or self.location(path)

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
    for collection, place in base.cleared.items():
        result.findings.append(_nothing_to_clear(collection, place))
    for index in range(1, len(layers)):
        _Patch(result, index, shape).apply()
    result.findings.extend(finding for layer in layers for finding in layer.content.findings)
    return result


def _nothing_to_clear(collection: str, place: Location) -> Finding:
    message = f"there are no `{collection}` in the layers below, so they cannot be removed"
    return NOTHING_TO_REMOVE.finding(message, "delete the line, or write entries below it", place)


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
        self.detours: dict[str, str] = {}
        self.detours_of_escalations: set[str] = set()
        self.removed: dict[Keys, Removed] = {}
        self.new_steps: dict[str, bool] = {}

    def apply(self) -> None:
        """Merge the layer's header and collections, settle what it removes, then move the entries that it moves."""
        below = self.whole() if self.result.header is not None else {}
        header = {key: value for key, value in (self.content.header or {}).items() if key != "extends"}
        if self.result.header is not None:
            self.result.header = self.merged(self.result.header, header, ())
        for name, entries in self.content.collections.items():
            if name in self.content.cleared:
                self.clear(name, self.content.cleared[name])
            lower = self.result.collections.get(name, {})
            lower = with_handed_over(lower, entries) if name == "roles" else lower
            self.result.collections[name] = self.merged(lower, dict(entries), (name,))
        self.settle_removals(below)
        self.lead_through()
        self.move_all()
        self.stand_together()
        self.ask_for_places()

    def whole(self) -> dict[str, Any]:
        """The header and the collections so far, in one block; what is merged later does not change it."""
        return {**(self.result.header or {}), **{name: dict(it) for name, it in self.result.collections.items()}}

    def clear(self, collection: str, place: Location) -> None:
        """`frameworks: null`: remove each entry of a collection."""
        lower = self.result.collections.get(collection, {})
        if not lower:
            self.result.findings.append(_nothing_to_clear(collection, place))
        for key, value in lower.items():
            path = (collection, key)
            self.forget(path, value)
            self.note_removal(Removed(path, value, place, with_all=True))
        self.result.collections[collection] = {}

    def note_removal(self, removed: Removed) -> None:
        self.result.removed[removed.path] = removed.location
        self.removed[removed.path] = removed

    def settle_removals(self, below: dict[str, Any]) -> None:
        """Settle what named the removed entries, and keep what is left to say of it."""
        entries = [it for path, it in self.removed.items() if self.shape.needed_fields(path) is not None]
        if not entries or self.result.header is None:
            return
        own = (key for key, index in self.result.set_by.items() if index == self.index)
        touched = {key[:length] for key in own for length in range(len(key) + 1)}
        settled = Removals(
            self.whole(),
            below,
            entries,
            self.shape,
            Own(
                is_own=self.is_own,
                is_touched=lambda path: path in touched,
                placed_after=frozenset(move.target for move in self.moves if move.where == AFTER),
            ),
        )
        settled.settle()
        self.result.header = {key: value for key, value in settled.data.items() if key not in self.result.collections}
        self.result.collections = {name: settled.data[name] for name in self.result.collections}
        self.result.findings += filter(self.is_to_tell, settled.findings)
        for cause, others in settled.told.along.items():
            self.result.removed.update(dict.fromkeys(others, cause.location))

    def is_own(self, part: PlainPart) -> bool:
        """Whether this layer wrote that part itself. In a list that it changes, only what it adds is its own."""
        keys = tuple(map(str, part.path))
        lengths = range(len(keys), 0, -1)
        if next((self.result.set_by[keys[:n]] for n in lengths if keys[:n] in self.result.set_by), 0) != self.index:
            return False
        patch: Any = {**(self.content.header or {}), **self.content.collections}
        for key in keys[:-1]:
            patch = patch.get(key) if isinstance(patch, dict) else None
        return not _is_list_patch(patch) or part.value in patch.get("add", [])

    def merged(self, lower: object, patch: object, path: Keys) -> Any:
        """`lower` with `patch` over it, after RFC 7396; a list may be patched, too. Notes what this layer sets."""
        if _is_list_patch(patch):
            if isinstance(lower, dict):
                return self.without_list_patch(lower, patch, path)
            return self.merged_list(lower, patch, path)
        if isinstance(patch, dict) and isinstance(lower, dict):
            return self.merged_block(lower, patch, path)
        self.note_dropped(lower, patch, path)
        self.forget(path, lower)
        self.result.set_by[path] = self.index
        return self.fresh(patch, path)

    def merged_block(self, lower: dict[str, Any], patch: dict[str, Any], path: Keys) -> dict[str, Any]:
        """A block of fields or of entries, merged key by key."""
        self.remind_of_other_locales(lower, patch, path)
        self.note_repetition(lower, patch, path)
        block = dict(lower)
        for key, value in self.without_orders(patch, path).items():
            inner = (*path, key)
            if value is None or self.is_replacement(value, inner):
                self.remove(block, key, inner, value)
            elif key in block:
                block[key] = self.merged(block[key], value, inner)
            elif self.is_whole(inner, value, block):
                self.result.removed.pop(inner, None)
                self.result.set_by[inner] = self.index
                self.note_new_step(inner, value)
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
        is_step = len(path) == _OF_AN_ENTRY and path[0] == "steps"
        if is_step and THROUGH_ALSO in patch:
            self.note_through_also(patch, path)
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
                self.detours[path[1]] = target
            else:
                self.moves.append(_Move(path, where, target))
        return {
            key: value for key, value in patch.items() if key not in orders and not (is_step and key == THROUGH_ALSO)
        }

    def note_through_also(self, patch: dict[str, Any], path: Keys) -> None:
        """Keep that the escalations lead through the new step, too."""
        if THROUGH in patch and patch[THROUGH_ALSO] == [ESCALATIONS]:
            self.detours_of_escalations.add(path[1])
        else:
            message = f"`{THROUGH_ALSO}` stands beside `{THROUGH}` and names what else leads through the step"
            self.find(UNKNOWN_PLACE, (*path, THROUGH_ALSO), message, f"write  {THROUGH_ALSO}: [{ESCALATIONS}]")

    def is_replacement(self, value: object, path: Keys) -> bool:
        """Whether it says what takes the place of an entry that is removed: `{replaced_by: ID}`."""
        is_entry = len(path) == _OF_AN_ENTRY and self.shape.needed_fields(path) is not None
        return is_entry and isinstance(value, dict) and REPLACED_BY in value

    def remove(self, block: dict[str, Any], key: str, path: Keys, patch: dict[str, Any] | None = None) -> None:
        """Remove an entry or a field. `patch` is what stands in the layer: nothing, or what takes its place."""
        if key not in block:
            message, hint = f"`{key}` is not in the layers below, so it cannot be removed", _near(path, block)
            if place := self.result.removed.get(path):
                message, hint = f"`{key}` is removed already, at {place}", "delete this line"
            elif not block:
                hint = "there is nothing to remove here, so delete the line"
            self.find(NOTHING_TO_REMOVE, path, message, hint)
            return
        new = patch.get(REPLACED_BY) if patch else None
        if patch and (len(patch) > 1 or not isinstance(new, str)):
            message = f"`{key}` is removed with `{REPLACED_BY}`, which needs one id and no other field beside it"
            self.find(UNKNOWN_REPLACEMENT, (*path, REPLACED_BY), message, f"write  {key}: {{{REPLACED_BY}: ID}}")
            return
        value = block.pop(key)
        self.forget(path, value)
        place = self.content.location((*path, REPLACED_BY) if patch else path)
        self.note_removal(Removed(path, value, place, new if isinstance(new, str) else None))

    def forget(self, path: Keys, value: object) -> None:
        """Forget which layers set something at or below `path`, where `value` stood: it is gone."""
        self.result.set_by.pop(path, None)
        for key, inner in value.items() if isinstance(value, dict) else ():
            self.forget((*path, key), inner)

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
        if missing and not beside and path[0] not in self.content.cleared:
            return True  # there is nothing that it could change, so it is new, and the model says what it lacks
        if missing:
            name = "/".join(path)
            message = f"there is no `{name}` in the layers below to change, and it is not complete on its own"
            fields = ", ".join(f"`{name}`" for name in missing)
            hint = f"{_near(path, beside)}; a new one needs {fields}"
            if place := self.content.cleared.get(path[0]):
                message = f"`{name}` goes with `{path[0]}: null` at {place}, so there is nothing left to change"
                hint = f"write it whole, with {fields}; or remove the others one by one"
            self.find(UNKNOWN_PATCH, path, message, hint)
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

        Some lists are left out: `locales` is a choice, and others speak only of this layer's own values.
        """
        is_of_the_layer = path[-1] == "added" or path[:1] in (("example",), ("law",), ("keep",))
        if not isinstance(lower, list) or not isinstance(patch, list) or path == ("locales",) or is_of_the_layer:
            return
        dropped = ", ".join(str(item) for item in lower if item not in patch)
        if dropped:
            message = f"this list replaces the one below and drops {dropped}"
            self.find(LIST_REPLACED, path, message, "to keep them write  {add: [...], remove: [...]}")

    def lead_through(self) -> None:
        """Lead the main way to the target of each detour through its step, which stands right before it."""
        steps = self.result.collections.get("steps", {})
        through: dict[str, str] = {}
        for step_id, target in _outermost_first(self.detours):
            if target not in steps or target == step_id:
                message, known = f"there is no step `{target}` to lead through `{step_id}`", steps.keys() - {step_id}
                self.find(UNKNOWN_PLACE, ("steps", step_id, THROUGH), message, nearest(target, known))
            else:
                through.setdefault(target, step_id)
                self.moves.append(_Move(("steps", step_id), BEFORE, target))
        if through:
            self.redirect(through)

    def redirect(self, through: dict[str, str]) -> None:
        """Let the ways that led to each target of a detour lead to its step; the ways of the detours' own steps stay.

        An escalation does so only where the layer says it: it may be meant to pass over the new step.
        """
        of_steps = {target: _end_of(through, target) for target in through}
        also = {target: step for target, step in through.items() if step in self.detours_of_escalations}
        of_escalations = {target: _end_of(also, target) for target in also}
        for collection, ways in (("steps", of_steps), (ESCALATIONS, of_escalations)):
            entries = self.result.collections.get(collection, {})
            for key, entry in entries.items():
                if ways and (collection != "steps" or key not in self.detours):
                    entries[key] = _redirected(entry, ways)
        if self.result.header is not None and str(start := self.result.header.get("start")) in of_steps:
            self.result.header["start"] = of_steps[str(start)]

    def move_all(self) -> None:
        """Make each move, one after the other; each block is put in order once."""
        collections, header = self.result.collections, self.result.header
        orders: dict[Keys, Order] = {}
        holders: dict[Keys, Any] = {}
        for move in self.moves:
            above = move.path[:-1]
            if above not in orders:
                holder: Any = collections if above[0] in collections else header
                for part in above:
                    holder = holder[part]
                holders[above], orders[above] = holder, Order(holder)
            order, key = orders[above], move.path[-1]
            if move.target in order and move.target != key:
                order.move(key, move.target, behind=move.where == AFTER)
            else:
                message = f"there is no `{move.target}` beside `{key}` to stand {move.where}"
                hint = nearest(move.target, holders[above].keys() - {key})
                if place := self.result.removed.get((*above, move.target)):
                    message, hint = f"{message} any more: it was removed at {place}", "name another one"
                self.find(UNKNOWN_PLACE, (*move.path, move.where), message, hint)
        for above, holder in holders.items():
            entries = {key: holder[key] for key in orders[above]}
            holder.clear()
            holder.update(entries)

    def stand_together(self) -> None:
        """Put each step that runs alongside another one directly behind it: nothing parts what runs side by side."""
        steps = self.result.collections.get("steps", {})
        ordered = {key: steps[key] for key in in_order_side_by_side(steps)}
        steps.clear()
        steps.update(ordered)

    def note_new_step(self, path: Keys, value: object) -> None:
        """Keep a new step of the case, and whether it says where it stands among the others."""
        if path[0] == "steps" and len(path) == _OF_AN_ENTRY and isinstance(value, dict) and not is_standing(value):
            self.new_steps[path[1]] = not value.keys().isdisjoint((*_MOVES, THROUGH, ALONGSIDE))

    def ask_for_places(self) -> None:
        """Find each new step that does not say where it stands among those of the layers below."""
        steps = self.result.collections.get("steps", {})
        below = [key for key, step in steps.items() if key not in self.new_steps and not is_standing(step)]
        for step, has_place in self.new_steps.items():
            if below and not has_place:
                message = f"`{step}` does not say where it stands, so it is the last step, after `{below[-1]}`"
                hint = f"write where:  after: {below[-1]}  or another step; or  through: STEP"
                self.find(STEP_WITHOUT_PLACE, ("steps", step), message, hint)

    def find(self, code: Code, path: Keys, message: str, hint: str) -> None:
        """Report a problem of this layer."""
        finding = code.finding(message, hint, self.content.location(path))
        if self.is_to_tell(finding):
            self.result.findings.append(finding)

    def is_to_tell(self, finding: Finding) -> bool:
        """Of a layer below only an error, since its author was told the rest."""
        return finding.is_error or self.index == len(self.result.layers) - 1


_OF_AN_ENTRY = 2
"""The length of the path of an entry: its collection and its id."""
_PATCH_ERRORS = frozenset(
    code.code for code in (UNKNOWN_PATCH, UNKNOWN_PLACE, NOTHING_TO_REMOVE, UNDECIDED_REMOVAL, UNKNOWN_REPLACEMENT)
)


def _near(path: Keys, known: Mapping[str, object]) -> str:
    """The nearest name to the last of a path; for an entry with many neighbours, the command that shows them."""
    names = frozenset(known)
    if len(path) == _OF_AN_ENTRY and closest(path[-1], names) is None and len(names) > _FEW:
        return f"amends list {path[0]}  shows what there is"
    return nearest(path[-1], names)


_FEW = 12


def _is_list_patch(patch: object) -> TypeGuard[dict[str, list[Any]]]:
    """Whether it is `{add: [...], remove: [...]}`; a block with entries called `add` or `remove` is not."""
    return (
        isinstance(patch, dict)
        and bool(patch)
        and patch.keys() <= _LIST_PATCH
        and all(isinstance(items, list) for items in patch.values())
    )


def _outermost_first(detours: Mapping[str, str]) -> list[tuple[str, str]]:
    """The detours in an order in which the place of each target is known: those of targets with a detour come later."""
    ordered: dict[str, str] = {}
    for step in detours:
        chain: dict[str, str] = {}
        while step in detours and step not in ordered and step not in chain:
            chain[step] = detours[step]
            step = detours[step]  # noqa: PLW2901 - the chain is followed from here
        ordered.update(reversed(chain.items()))
    return list(ordered.items())


def _end_of(through: Mapping[str, str], target: str) -> str:
    """The first of all steps between: a detour may itself have one."""
    seen = {target}
    while (step := through.get(target)) is not None and step not in seen:
        seen.add(step)
        target = step
    return target


def _redirected(step: Any, ways: Mapping[str, str]) -> Any:
    """A step in which every written way leads to where `ways` says."""
    if isinstance(step, dict):
        return {
            key: ways[value]
            if key in ("next", "then") and isinstance(value, str) and value in ways
            else _redirected(value, ways)
            for key, value in step.items()
        }
    return step
