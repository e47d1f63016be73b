"""A field names an id that does not exist.

Why: on the site the link would lead nowhere, and on paper the name would be missing.

Bad:
    steps:
      accept:
        next: verfy

Good:
    steps:
      accept:
        next: verify

Way out: Correct the id, or write the entry that is missing. The message names the nearest id.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.finding import Location
from amends.model.walk import Use
from amends.nearest import nearest

_FEW, _MOST_EVENTS = 12, 24
"""Up to how many names are all listed: every case knows nine events already."""
_AFTER_A_REMOVAL = "name another one here, or take the removal back"  # the nearest name would be a wrong guess
_KINDS = {
    "ways": ("step or end state", "steps or end states"),
    "sources": ("framework or item", "frameworks"),
    "entries": ("entry", "entries"),
    "record fields": ("record field", "records"),
    "events": ("event", "events"),
    "families": ("family of metrics", "families of metrics"),
    "case facts": ("event or fact of a case", "facts"),
}


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each id that a field names and that does not exist."""
    for use in subject.uses:
        known = subject.targets[use.collection]
        if use.id not in known and not _is_broken(use.id, use.collection, subject):
            one, many = _KINDS.get(use.collection, ("", f"`{use.collection}`"))
            message = f"there is no {one} `{use.id}`" if one else f"there is no `{use.id}` in {many}"
            if place := _removed(use, subject):
                yield Issue(use.path, f"{message} any more: it was removed at {place}", _AFTER_A_REMOVAL)
                continue
            few = _MOST_EVENTS if use.collection in ("events", "case facts") else _FEW
            hint = _meant(use.id, known) or nearest(use.id, known, many, few)
            yield Issue(use.path, message, hint + _declared(use))


def _meant(name: str, known: Container[str]) -> str:
    """The way out if only the form of a name is wrong: an end state without `end/`, two names without a comma."""
    words = name.split()
    if f"end/{name}" in known:
        return f"write  end/{name}"
    if len(words) > 1 and any(word in known for word in words):
        return f"put a comma between two names:  {', '.join(words)}"
    return ""


def _declared(use: Use) -> str:
    """The other way out for an event or a family, for which nothing stands until somebody writes it."""
    blocks = {
        "events": f"events: {{{use.id}: {{title: ..., since: ..., follows: ...}}}}",
        "families": f"families: {{{use.id}: ...}}",
    }
    return f"; or declare it:  {blocks[use.collection]}" if use.collection in blocks else ""


def _removed(use: Use, subject: Subject) -> Location | None:
    """The place where a layer removed the entry, if one did."""
    collection = {"ways": "steps", "sources": "frameworks", "case facts": "events"}.get(use.collection, use.collection)
    return subject.removed.get(use.id if collection == "entries" else f"{collection}/{use.id}")


def _is_broken(name: str, collection: str, subject: Subject) -> bool:
    """Whether the id belongs to an entry that could not be read. Such an entry has a finding of its own."""
    inside = {"ways": "steps", "sources": "frameworks", "case facts": "events"}
    if collection == "entries":
        return tuple(name.split("/")[:2]) in subject.broken
    if collection == "record fields":
        return any(broken == "records" for broken, _ in subject.broken)
    return (inside.get(collection, collection), name.partition("/")[0]) in subject.broken


RULE = Rule("R101", "unknown-reference", "error", __doc__, check, needs_all=False)
