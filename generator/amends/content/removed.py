"""What is said of the entries that a layer removes: what it must still decide, what went along, what is still named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from amends.codes.layers import REMOVED_ALONG, STILL_NAMED, UNDECIDED_REMOVAL
from amends.content.plain_flow import PlainFlow
from amends.finding import Finding, Location

Keys = tuple[str, ...]

_SHOWN = 3


@dataclass(frozen=True)
class Removed:
    """An entry that a layer removes, with what it was; `with_all` says that its whole collection is removed."""

    path: Keys
    value: Any = field(hash=False)
    location: Location
    replaced_by: str | None = None
    with_all: bool = False

    @property
    def name(self) -> str:
        """The full name."""
        return "/".join(self.path)


@dataclass
class Told:
    """What is left of each removal: places that still need the entry, or still name it, and what went along."""

    undecided: dict[Removed, list[str]] = field(default_factory=dict)
    still_named: dict[Removed, list[str]] = field(default_factory=dict)
    along: dict[Removed, list[Keys]] = field(default_factory=dict)
    refused: set[Removed] = field(default_factory=set)
    """The removals whose `replaced_by` leads nowhere, which is told already."""


@dataclass(frozen=True)
class Setting:
    """The merged data, the data without this layer, and where the steps led."""

    data: Mapping[str, Any]
    below: Mapping[str, Any]
    flow: PlainFlow


def told_of(told: Told, setting: Setting) -> Iterator[Finding]:
    """One finding for each removal that leaves something open, that took something along, or that is still named."""
    for causes, places in _by_location(told.undecided):
        yield UNDECIDED_REMOVAL.finding(*_question(setting, causes, places), causes[0].location)
    is_open = {*told.undecided, *told.refused}  # one finding is enough
    settled = {cause: named for cause, named in told.still_named.items() if cause not in is_open}
    along = {cause: entries for cause, entries in told.along.items() if cause not in is_open}
    for causes, entries in _by_location(along):
        goes = _listed(["/".join(keys) for keys in entries])
        message = f"{goes} {'goes' if len(entries) == 1 else 'go'} with {_of(causes)}: nothing else uses "
        message += "it" if len(entries) == 1 else "them"
        hint = "to keep one, name it in an entry of your own, or write it anew in your layer"
        yield REMOVED_ALONG.finding(message, hint, causes[0].location)
    for causes, places in _by_location(settled):
        unique = list(dict.fromkeys(places))
        are = "text of the base still speaks" if len(unique) == 1 else "texts of the base still speak"
        message = f"{len(unique)} {are} of {_of(causes)}: {_listed(unique)}"
        hint = "write them anew in your own layer;  amends leftovers  shows each"
        yield STILL_NAMED.finding(message, hint, causes[0].location)


def _question(setting: Setting, causes: Sequence[Removed], places: Sequence[str]) -> tuple[str, str]:
    """What must be decided, and the line that decides it."""
    cause, unique = causes[0], list(dict.fromkeys(places))
    collection, old = cause.path[0], cause.path[-1]
    onward = setting.flow.onward(old) if collection == "steps" and old in setting.flow.steps else []
    it = "it" if len(causes) == 1 else "them"
    still = f"lead to {it}" if collection in ("steps", "end_states") else f"need {it}"
    message = f"{_of(causes)} {'is' if len(causes) == 1 else 'are'} removed, but {_counted(unique, still)}"
    message += f": {_listed(unique)}"
    new = next((it for it in onward if it == setting.flow.following.get(old)), onward[0] if onward else None)
    new = _standing(setting, new) if new else None
    line = f"{{{old}: {{replaced_by: {new or _likely(setting, cause, unique)}}}}}"
    if cause.with_all:
        return message, f"remove one by one what you do not need:  {collection}: {{ID: null}}"
    hint = f"say what takes its place:  {collection}: {line}"
    if len(onward) > 1:
        hint += f"; it led on to {', '.join(f'`{it}`' for it in onward)}"
    if collection == "departments":
        roles = ", ".join(f"{place.split('/')[1]}: null" for place in unique)
        hint += f"; or remove its roles:  roles: {{{roles}}}"
    return message, hint


def _standing(setting: Setting, step: str) -> str:
    """The step, or the next one below it that the same layer has not removed, too."""
    order = list(setting.flow.steps)
    below = order[order.index(step) :] if step in order else ()
    return next((it for it in below if it in setting.data["steps"]), step)


def _likely(setting: Setting, cause: Removed, places: Sequence[str]) -> str:
    """An entry that may well take its place: the role that answers for most of the work, or a neighbour."""
    collection, old = cause.path[0], cause.path[-1]
    here = setting.data.get(collection, {})
    if collection == "roles":
        named = [place.split("/") for place in places]
        entries = [setting.data[it[0]].get(it[1]) for it in named if it[0] in setting.below and len(it) > 1]
        answering = [entry.get("accountable") for entry in entries if isinstance(entry, dict)]
        document = setting.data.get("document")
        owner = document.get("owner") if isinstance(document, dict) else None
        for role, _ in Counter(map(str, [*answering, owner])).most_common():
            if role in here:
                return role
    order = list(setting.below.get(collection, {}))
    rank = order.index(old) if old in order else 0
    return next((key for key in (*order[rank + 1 :], *order[:rank][::-1]) if key in here), "ID")


def _by_location(told: Mapping[Removed, list[Any]]) -> Iterator[tuple[list[Removed], list[Any]]]:
    """The removals at each place of the layer, with all that is told of them: `steps: null` is one removal of many."""
    found: dict[Location, tuple[list[Removed], list[Any]]] = {}
    for removed, places in told.items():
        causes, all_places = found.setdefault(removed.location, ([], []))
        causes.append(removed)
        all_places += places
    yield from found.values()


def _of(causes: Sequence[Removed]) -> str:
    return _listed([cause.name for cause in causes])


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown


def _counted(places: Sequence[str], still: str) -> str:
    if len(places) == 1:
        return f"one place still {still.replace('need', 'needs').replace('lead', 'leads')}"
    return f"{len(places)} places still {still}"
