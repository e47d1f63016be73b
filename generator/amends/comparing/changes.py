"""The changes from one SOP to another, entry by entry and field by field, and the roles that each concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from amends.edition.traces import Traces
from amends.model.base import Model
from amends.model.money import Money
from amends.model.sop import COLLECTIONS, Forms, Header, Sop
from amends.model.walk import collections_of, references

ChangeKind = Literal["added", "removed", "changed", "moved"]
Keys = tuple[str, ...]

OF_THE_LAYER = frozenset({"id", "extends", "example", "law", "keep", "check"})
"""Header fields in which a layer speaks of itself, so that they always differ between two layers."""
_OF_AUTHORS = frozenset({"added", "sources", "settled_by"})
"""Fields that say where an entry comes from; nobody works in another way because of them."""
COMPARED_WHOLE = (Money, Forms)
"""Blocks that are compared as one value: a sum of money, a word with its forms."""


@dataclass(frozen=True)
class Change:
    """One difference.

    `path` leads to what changed: `("steps", "verify", "within")`, `("steps", "verify", "actions", "look")`.
    `before` and `after` are the values of the model; None means that there is no value.
    If an entry `moved`, `after` is the id of the entry before it, or None if it comes first.
    `collection` is the collection of the ids in the values.
    `roles` are the ids of the roles that must know the change; it is empty if everyone must.
    """

    path: Keys
    kind: ChangeKind
    before: object = None
    after: object = None
    collection: str | None = None
    roles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The full name of what changed."""
        return "/".join(self.path)


def changes(before: Sop, after: Sop) -> tuple[Change, ...]:
    """Every difference: first in the header, then in each collection, in the order of the newer SOP."""
    concerned = _Concerned(before, after)
    found = (change for name in (*Header.model_fields, *COLLECTIONS) for change in _of_field(before, after, name))
    return tuple(
        Change(it.path, it.kind, it.before, it.after, it.collection, concerned.by(it))
        for it in found
        if it.path[0] not in OF_THE_LAYER
    )


def _of_field(before: Sop, after: Sop, name: str) -> Iterator[Change]:
    return _compared((name,), getattr(before, name), getattr(after, name), collections_of(Sop).get(name))


def _compared(path: Keys, before: object, after: object, collection: str | None) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_block(path, before, after, collection)
    elif _has_fields(before) or _has_fields(after):
        yield from _of_fields(path, before, after)
    elif before != after:
        yield Change(path, "changed", before, after, collection)


def _has_fields(value: object) -> bool:
    """Whether its fields are compared one by one."""
    return isinstance(value, Model) and not isinstance(value, COMPARED_WHOLE)


def _of_fields(path: Keys, before: object, after: object) -> Iterator[Change]:
    """The changes of each field. One of the two blocks may be absent, such as the condition of an action."""
    model = type(before) if isinstance(before, Model) else type(after)
    if not issubclass(model, Model):
        return
    known = collections_of(model)
    for attribute, info in model.model_fields.items():
        key = info.alias or attribute
        if key in _OF_AUTHORS:
            continue
        old, new = getattr(before, attribute, None), getattr(after, attribute, None)
        if isinstance(old, dict) or _has_fields(old) or (old or None) != (new or None):
            yield from _compared((*path, key), old, new, known.get(key))


def _of_block(
    path: Keys, before: dict[str, object], after: dict[str, object], collection: str | None
) -> Iterator[Change]:
    """Entries by id: new ones, removed ones, moved ones and changed ones."""
    moved = _moved([key for key in before if key in after], [key for key in after if key in before])
    previous: str | None = None
    for key, value in after.items():
        if key not in before:
            yield Change((*path, key), "added", None, value, collection)
        else:
            if key in moved:
                yield Change((*path, key), "moved", None, previous)
            yield from _compared((*path, key), before[key], value, collection)
        previous = key
    for key, value in before.items():
        if key not in after:
            yield Change((*path, key), "removed", value, None, collection)


def _moved(before: list[str], after: list[str]) -> set[str]:
    if before == after:  # so it is nearly always, and finding the blocks takes long
        return set()
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return set(after) - {key for block in blocks for key in after[block.b : block.b + block.size]}


class _Concerned:
    """The roles that must know a change: the entry names them, or their steps use it."""

    def __init__(self, before: Sop, after: Sop) -> None:
        self.sops = (after, before)
        self.named: dict[Keys, dict[str, None]] = defaultdict(dict)
        self.used_by = [Traces(sop).used_by for sop in self.sops]
        for sop in self.sops:
            for use in references(sop):
                if use.collection == "roles":
                    self.named[tuple(map(str, use.path[:2]))][use.id] = None

    def by(self, change: Change) -> tuple[str, ...]:
        """The ids of roles, in the order of the newer SOP."""
        found = set(self._by(change.path[:2], change.path))
        order = dict.fromkeys(role for sop in self.sops for role in sop.roles)
        return tuple(role for role in order if role in found)

    def _by(self, entry: Keys, path: Keys) -> Iterator[str]:
        if entry[0] not in COLLECTIONS or len(entry) == 1:
            return
        if entry[0] == "roles":
            yield entry[1]
        elif entry[0] == "steps":
            yield from self._of_step(entry[1], path)
        elif entry[0] == "departments":
            yield from (key for sop in self.sops for key, role in sop.roles.items() if role.department == entry[1])
        else:
            yield from self.named[entry]
            yield from self._of_users("/".join(entry))

    def _of_users(self, name: str) -> Iterator[str]:
        for used_by in self.used_by:
            for user in used_by.get(name, ()):
                collection, key = user.split("/")
                if collection == "roles":
                    yield key
                elif collection == "steps":
                    yield from (
                        step.responsible for sop in self.sops if (step := sop.steps.get(key)) and step.responsible
                    )

    def _of_step(self, key: str, path: Keys) -> Iterator[str]:
        """The role that ticks a changed action; for any other change, all roles of the step."""
        steps = [sop.steps[key] for sop in self.sops if key in sop.steps]
        if len(path) > 3 and path[2] == "actions":  # noqa: PLR2004 - steps, its id, actions, the action's id
            actions = [(step, step.actions[path[3]]) for step in steps if path[3] in step.actions]
            yield from (role for step, action in actions if (role := action.by or step.responsible))
            return
        for step in steps:
            yield from (role for role in (step.responsible, step.accountable) if role)
            yield from (*step.consulted, *step.informed)
            yield from (action.by for action in step.actions.values() if action.by)
