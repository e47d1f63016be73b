"""What a removed entry takes along: every place below that named it is settled by rule, or asked for once.

A layer writes `null` for an entry, or `replaced_by: ID` where another one takes its place. Lists then lose the name,
the ways to a removed step lead on to its successor, and a part that could never hold again goes too. What no rule can
settle is one finding for each removal, at its own place in the author's layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from amends.codes.layers import UNKNOWN_REPLACEMENT
from amends.content.edits import Edits
from amends.content.handed_over import taken_over
from amends.content.plain_flow import PlainFlow
from amends.content.plain_part import PathPart, PlainPart
from amends.content.removed import Keys, Removed, Setting, Told, told_of
from amends.finding import Finding
from amends.nearest import closest

Path = tuple[PathPart, ...]
Name = tuple[str, str]
"""A kind of reference with an id in it: `("roles", "finance")`, `("sources", "manual/listen")`."""

_END = "end/"
_USED_BY_OTHERS = ("phases", "departments", "contacts", "scripts", "letters", "records", "roles", "kinds", "channels")
"""Collections whose entries are there only for others that name them."""
_WORK = ("roles", "departments", "phases")
"""A single field that names such an entry cannot just be emptied."""
_OF_A_CONDITION = ("severities", "kinds", "channels")
_OF_AN_ENTRY = 2


class Shape(Protocol):
    """What removing must know of the model."""

    def parts_of(self, data: object, path: Keys = ()) -> Iterator[PlainPart]:
        """Every block, name and string in the data at `path`."""

    def spoken_in(self, string: str) -> list[Name]:
        """Each entry whose title the string uses."""

    def renamed(self, string: str, instead: Mapping[Name, str]) -> str:
        """The string with other words in the place of titles."""

    def title_mark(self, collection: str, name: str) -> str:
        """What stands in a text for the title of an entry."""


@dataclass(frozen=True)
class Own:
    """What the layer that removes wrote itself.

    `is_own` says whether it wrote a part, and `is_touched` whether it wrote anything at or below a path. `placed_after`
    holds the steps behind which it puts steps of its own.
    """

    is_own: Callable[[PlainPart], bool]
    is_touched: Callable[[Keys], bool]
    placed_after: frozenset[str]


@dataclass
class _Names:
    """The names in one list, or the severities in one time limit: how many there were, and which of them go."""

    total: int = 0
    gone: list[Removed] = field(default_factory=list)
    is_needed: bool = False
    collection: str = ""


class Removals:
    """The removals of one layer, settled over the merged data.

    `data` is the header and the collections of all layers so far, in one block, and `below` the same without this
    layer.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        below: Mapping[str, Any],
        removed: Sequence[Removed],
        shape: Shape,
        own: Own,
    ) -> None:
        self.data: Any = dict(data)
        self.below, self.removed, self.shape, self.own = below, removed, shape, own
        self.gone: dict[Name, Removed] = {}
        self.told = Told()
        self.edits = Edits()
        self.lists: dict[Path, _Names] = {}
        self.answers: set[Path] = set()
        self.findings: list[Finding] = []

    def settle(self) -> None:
        """Settle every place that named what is removed: `data` is then the result, `findings` say what is left."""
        self.take_replacements()
        for removed in self.removed:
            self.forget(removed, removed.path, removed.value)
        self.drop_cells()
        self.move_work()
        self.lead_past_removed_steps()
        waiting = True
        while waiting:
            waiting = self.clear() or self.drop_unused()
        self.findings += told_of(self.told, Setting(self.data, self.below, self.flow))

    # What is gone -----------------------------------------------------------------------------------------------------

    def forget(self, cause: Removed, path: Keys, value: object) -> None:
        """Note every name that is gone with the entry at `path`, unless the layer wrote the entry anew."""
        for part in self.shape.parts_of(value, path):
            if part.kind == "block" and self.at(part.path) is None:
                for name in names_of(tuple(map(str, part.path))):
                    if name[0] != "record fields" or name[1] not in self.fields_of_records:
                        self.gone.setdefault(name, cause)

    @cached_property
    def fields_of_records(self) -> frozenset[str]:
        """The ids of all fields that some record has."""
        records = self.data.get("records", {}).values()
        return frozenset(key for it in records if isinstance(it, dict) for key in (it.get("fields") or {}))

    def drop_cells(self) -> None:
        """Drop what stood in a removed column of a table."""
        edits = Edits()
        for removed in self.removed:
            match removed.path:
                case ("tables", table, "columns", column):
                    rows = _block(self.at(("tables", table, "rows")))
                    for row, cells in rows.items():
                        if column in _block(cells):
                            edits.drop(("tables", table, "rows", row, column))
        self.data = edits.applied(self.data)

    def at(self, path: Iterable[PathPart], data: Any = None) -> Any:
        """What stands at `path` in the data; None if nothing does."""
        here = self.data if data is None else data
        for part in path:
            here = here.get(part) if isinstance(here, dict) else None
        return here

    # What takes its place ---------------------------------------------------------------------------------------------

    def take_replacements(self) -> None:
        """Follow each `replaced_by` to an entry that is there; one that leads nowhere is a finding."""
        told = {removed.path: removed for removed in self.removed}
        self.instead: dict[Keys, str] = {}
        for removed in self.removed:
            target, seen = removed.replaced_by, {removed.path[-1]}
            while target is not None and target not in seen and (other := told.get((removed.path[0], target))):
                seen.add(target)
                target = other.replaced_by
            if target is not None and target not in seen and self.is_there(removed.path[0], target):
                self.instead[removed.path] = target
            elif removed.replaced_by is not None:
                self.refuse(removed)

    def is_there(self, collection: str, target: str) -> bool:
        """Whether an entry that may take the place of another one is there; a step may also be replaced by an end."""
        if collection == "steps" and target.startswith(_END):
            return target.removeprefix(_END) in self.data.get("end_states", {})
        return target in self.data.get(collection, {})

    def refuse(self, removed: Removed) -> None:
        """Tell of a `replaced_by` that leads nowhere, or round in a circle."""
        collection, target = removed.path[0], str(removed.replaced_by)
        known = frozenset(map(str, self.data.get(collection, {})))
        message = f"`{removed.name}` cannot be replaced by `{target}`, since that is not there"
        near = closest(target, known)
        hint = f"the nearest is `{near}`" if near else f"amends list {collection}  shows what there is"
        if target == removed.path[-1] or (collection, target) in [it.path for it in self.removed]:
            message = f"`{removed.name}` cannot be replaced by `{target}`, since that is removed, too"
            hint = f"name one of `{collection}` that stays:  amends list {collection}  shows them"
        elif "/" in target and not target.startswith(_END):
            message = f"`{removed.name}` cannot be replaced by `{target}`, which is none of `{collection}`"
            hint = f"write the id of one:  amends list {collection}  shows them"
        self.findings.append(UNKNOWN_REPLACEMENT.finding(message, hint, removed.location))
        self.told.refused.add(removed)
        self.instead[removed.path] = removed.path[-1]  # what names it stays as it is

    def in_place_of(self, name: Name) -> str | None:
        """The name to write in the place of one that is gone; None if nothing takes its place."""
        kind, old = name
        removed = self.gone[name]
        new = self.instead.get(removed.path)
        if new is None or old not in (removed.name, removed.path[-1], f"{_END}{removed.path[-1]}"):
            return None
        if kind == "ways":
            return f"{_END}{new}" if removed.path[0] == "end_states" else new
        if new.startswith(_END):
            return None
        return "/".join((*removed.path[:-1], new)) if kind == "entries" else new

    def move_work(self) -> None:
        """Give the work of a role to the one that takes its place; what stood below this layer has it already."""
        roles: dict[str, Any] = {}
        for removed in self.removed:
            target = self.instead.get(removed.path)
            is_new = target is not None and self.at(("roles", target), self.below) is None
            if removed.path[0] == "roles" and target is not None and is_new:
                role = roles.get(target) or _block(self.at(("roles", target)))
                roles[target] = taken_over(role, _block(removed.value), removed.path[-1])
        edits = Edits()
        for key, role in roles.items():
            edits.set(("roles", key), role)
        self.data = edits.applied(self.data)

    # The ways of removed steps ----------------------------------------------------------------------------------------

    @cached_property
    def flow(self) -> PlainFlow:
        """The flow before this layer."""
        return PlainFlow(self.below.get("steps", {}))

    def successor(self, step_id: str) -> tuple[str | None, Removed]:
        """Where a way to a removed step leads on; and, if that must be asked for, the removal that leaves it open."""
        seen: set[str] = set()
        target = step_id
        cause = self.gone["ways", step_id]
        while ("ways", target) in self.gone and target not in seen:
            seen.add(target)
            cause = self.gone["ways", target]
            if (instead := self.in_place_of(("ways", target))) is not None:
                return instead, cause
            onward = self.flow.onward(target) if target in self.flow.steps else []
            if len(onward) != 1:
                return None, cause
            target = onward[0]
        return (None if target in seen else target), cause

    def lead_past_removed_steps(self) -> None:
        """Where the order of the steps led into a removed one, let it lead on to the successor."""
        steps = self.data.get("steps", {})
        left = PlainFlow({key: steps[key] for key in self.flow.steps if key in steps})
        edits = Edits()
        for step_id, following in self.flow.following.items():
            if step_id not in left.steps or ("ways", following) not in self.gone or not left.runs_out(step_id):
                continue
            target, cause = self.successor(following)
            if target is None and self.flow.onward(cause.path[-1]):
                self.told.undecided.setdefault(cause, []).append(f"steps/{step_id}")
            elif target not in (None, left.following.get(step_id)) and step_id not in self.own.placed_after:
                edits.set(("steps", step_id, "next"), target)
        self.data = edits.applied(self.data)

    # Every place that names it ----------------------------------------------------------------------------------------

    def clear(self) -> bool:
        """Settle each place that names something gone; whether more is gone now."""
        self.edits, self.lists, self.answers = Edits(), {}, set()
        gone_before = len(self.gone)
        for part in self.shape.parts_of(self.data):
            if part.kind == "text":
                self.clear_text(part)
            elif part.kind != "block":
                self.clear_name(part)
        for path, names in self.lists.items():
            if names.gone and len(names.gone) == names.total:
                self.clear_emptied(path, names)
        self.data = self.edits.applied(self.data)
        self.shorten_answers()
        return len(self.gone) > gone_before

    def clear_name(self, part: PlainPart) -> None:
        """Settle one place that names an entry, if that is gone and the layer did not write the place itself."""
        name = (part.collection, part.value)
        if part.kind in ("item", "key"):
            names = self.lists.setdefault(part.path[:-1], _Names(is_needed=part.is_needed, collection=part.collection))
            names.total += 1
        if name not in self.gone or self.own.is_own(part):
            return
        cause, new = self.gone[name], self.in_place_of(name)
        if part.collection == "ways" or part.path == ("start",):
            self.lead_on(part)
        elif new is not None:
            self.rename(part, new)
        elif part.kind in ("item", "key"):
            self.lists[part.path[:-1]].gone.append(cause)
            self.edits.drop(part.path)
        else:
            self.clear_field(part, cause)

    def rename(self, part: PlainPart, new: str) -> None:
        """Write the other name. A role does not call itself, and a condition names an outcome in its short form."""
        if part.path[:1] == ("roles",) and part.path[1:2] == (new,) and part.collection == "roles":
            is_call = part.path[2:3] == ("calls",)
            self.drop_block(part.path[:-1] if is_call else part.path, self.gone[part.collection, part.value])
        elif part.kind == "key":
            limit = self.at(part.path[:-1])
            self.edits.drop(part.path)
            if new not in limit:
                self.edits.set((*part.path[:-1], new), limit[part.value])
        elif part.path[0] == "steps" and part.path[-2:-1] == ("outcome",):
            self.edits.set(part.path, "/".join(new.split("/")[3::2]))
        else:
            self.edits.set(part.path, new)

    def clear_field(self, part: PlainPart, cause: Removed) -> None:
        """A single field that named it is emptied, or its block goes, or somebody is asked who does the work now."""
        block = self.at(part.path[:-1])
        if part.path[:1] == ("roles",) and part.path[2:3] == ("calls",):
            others = {"contact", "role"} - {part.path[-1]}
            self.drop_block(part.path if others & block.keys() else part.path[:-1], cause)
        elif part.collection in _WORK and part.path[0] != "frameworks" and not (cause.with_all and not part.is_needed):
            self.told.undecided.setdefault(cause, []).append(_place(part.path))
        else:
            self.drop_block(part.path[:-1] if part.is_needed else part.path, cause)

    def clear_emptied(self, path: Path, names: _Names) -> None:
        """A list that has lost its last name: it goes, or what holds only for these names, or it is asked for."""
        last, cause = path[-1], names.gone[-1]
        if path[-2:-1] == ("when",) and (names.collection in _OF_A_CONDITION or last == "outcome"):
            self.drop_block(path[:-2], cause)
        elif last == "go" or (last == "severities" and path[0] == "authority"):
            self.drop_block(path[:-1], cause)
        elif last in ("filled_by", "severities") or (names.collection == "roles" and names.is_needed):
            self.told.undecided.setdefault(cause, []).append(_place(path))
        elif names.collection == "severities":
            self.drop_block(path[:-1] if names.is_needed else path, cause)
        elif not names.is_needed:
            self.edits.drop(path)

    def drop_block(self, path: Path, cause: Removed) -> None:
        """Drop what stands at `path`. If it is an entry, or has entries in it, their names are gone too."""
        self.edits.drop(path)
        keys, value = tuple(map(str, path)), self.at(path)
        if isinstance(value, dict):
            names = [part.path for part in self.shape.parts_of(value, keys) if part.kind == "block"]
            for inner in names:
                for name in names_of(tuple(map(str, inner))):
                    self.gone.setdefault(name, cause)
        if len(path) == _OF_AN_ENTRY:
            self.told.along.setdefault(cause, []).append(keys)

    def lead_on(self, part: PlainPart) -> None:
        """A way to a removed step leads on to its successor; one that would lead to the step itself stays in it."""
        name = ("ways", part.value)
        if part.value.startswith(_END):
            target, cause = self.in_place_of(name), self.gone[name]
        else:
            target, cause = self.successor(part.value)
        is_start_at_end = part.path == ("start",) and (target or "").startswith(_END)
        if target is None and cause.with_all and not part.is_needed:
            self.edits.drop(part.path)
        elif target is None or is_start_at_end:
            self.told.undecided.setdefault(cause, []).append(_place(part.path))
        elif part.path[:2] == ("steps", target) and "at_most" not in (self.at(part.path[:-1]) or {}):
            self.edits.drop(part.path if part.path[-1] == "next" else part.path[:-1])
        else:
            self.edits.set(part.path, target)
            self.answers.add(part.path[:-2] if part.path[-2:-1] == ("at_most",) else part.path[:-1])

    def shorten_answers(self) -> None:
        """An answer that leads to the same step before and after its limit needs no limit."""
        edits = Edits()
        for path in self.answers:
            answer = self.at(path)
            if isinstance(answer, dict) and isinstance(answer.get("at_most"), dict):
                is_same = answer["at_most"].get("then") == answer.get("next")
                if is_same and answer.get("next") != path[1]:
                    edits.drop((*path, "at_most"))
        self.data = edits.applied(self.data)

    def clear_text(self, part: PlainPart) -> None:
        """A text that uses the title of something gone: the title of what takes its place, or the old one as words."""
        named = [name for name in self.shape.spoken_in(part.value) if name in self.gone] if "{{" in part.value else []
        if not named or self.own.is_own(part):
            return
        instead: dict[Name, str] = {}
        for name in named:
            new = self.in_place_of(name)
            instead[name] = self.shape.title_mark(name[0], new) if new else self.old_title(name, str(part.path[-1]))
            if not new and self.is_shown(str(part.path[-1])):
                self.told.still_named.setdefault(self.gone[name], []).append(_place(part.path[:-1]))
        self.edits.set(part.path, self.shape.renamed(part.value, instead))

    def is_shown(self, locale: str) -> bool:
        """Whether anybody reads the texts in this language; a base may have more languages than the SOP over it."""
        shown = self.data.get("locales")
        # A region, such as en-US, shows the texts of its language.
        return not isinstance(shown, list) or any(f"{it}-".startswith(f"{locale}-") for it in shown)

    def old_title(self, name: Name, locale: str) -> str:
        """The title that the entry had below, in the language or in any other."""
        title = self.at((*name, "title"), self.below)
        if not isinstance(title, dict) or not title:
            return name[1]
        return str(title.get(locale) or next(iter(title.values())))

    # What nothing uses any more ---------------------------------------------------------------------------------------

    def drop_unused(self) -> bool:
        """Drop what only removed entries used, such as the script of a removed step; whether there was any."""
        causes = self.causes_of_disuse()
        if not causes:
            return False
        used = {*self.uses(self.shape.parts_of(self.data)), *self.named_by_clocks()}
        self.edits = Edits()
        for name, cause in causes.items():
            if name not in used and self.serves_others(name) and not self.own.is_touched(name):
                self.drop_block(name, cause)
        self.data = self.edits.applied(self.data)
        return bool(self.edits)

    def causes_of_disuse(self) -> dict[Name, Removed]:
        """Each entry that is still there and was used by a removed one, with that removal."""
        found: dict[Name, Removed] = {}
        dropped = [(keys, self.at(keys, self.below), cause) for cause, them in self.told.along.items() for keys in them]
        for path, value, cause in [*((it.path, it.value, it) for it in self.removed), *dropped]:
            for name in self.uses(self.shape.parts_of(value, path)):
                if name[0] in _USED_BY_OTHERS and self.at(name) is not None:
                    found.setdefault(name, cause)
        return found

    def uses(self, parts: Iterable[PlainPart]) -> Iterator[Name]:
        """Each entry that another one names, in a field or in a text."""
        for part in parts:
            if part.kind == "text":
                yield from self.shape.spoken_in(part.value) if "{{" in part.value else ()
            elif part.kind != "block" and part.path[:2] != (part.collection, part.value):
                yield part.collection, part.value

    def serves_others(self, name: Name) -> bool:
        """Whether the entry is there only for others: a role with duties, or a channel with an owner, is not."""
        entry = self.at(name)
        if not isinstance(entry, dict):
            return True
        if name[0] == "roles":
            return not (entry.get("duties") or entry.get("kind") == "external")
        return name[0] != "channels" or not (entry.get("owner") or entry.get("say") or entry.get("records"))

    def named_by_clocks(self) -> Iterator[Name]:
        """Each kind and channel that a legal clock names, by its id or by another name of it."""
        clocks = [it for it in self.data.get("clocks", {}).values() if isinstance(it, dict)]
        scopes = [it for clock in clocks for it in (clock.get("when"), clock.get("unless")) if isinstance(it, dict)]
        for collection, one in (("kinds", "kind"), ("channels", "channel")):
            named = {name for scope in scopes for name in scope.get(one) or ()}
            for key, entry in self.data.get(collection, {}).items():
                others = entry.get("known_as") if isinstance(entry, dict) else None
                if not named.isdisjoint((key, *(others or ()))):
                    yield collection, key


def _block(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def names_of(path: Keys) -> Iterator[Name]:
    """Every name by which others may refer to the block at `path`."""
    yield "entries", "/".join(path)
    match path:
        case ("end_states", state):
            yield "ways", f"{_END}{state}"
        case ("steps", step):
            yield from (("steps", step), ("ways", step))
        case ("events", event):
            yield from (("events", event), ("case facts", event))
        case ("frameworks", framework):
            yield from (("frameworks", framework), ("sources", framework))
        case ("frameworks", framework, "items", item):
            yield "sources", f"{framework}/{item}"
        case ("records", _, "fields", name):
            yield "record fields", name
        case (collection, key):
            yield collection, key


def _place(path: Sequence[PathPart]) -> str:
    return "/".join(str(part) for part in path if not isinstance(part, int))
