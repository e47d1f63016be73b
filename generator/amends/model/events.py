"""The events of a case in their order: those that every case knows, and those that an SOP or a pack of clocks adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from amends.model.base import EVENTS, Event
from amends.model.entry import Entry
from amends.model.text import Text


class OwnEvent(Entry):
    """A milestone of a case that not every SOP knows. Steps set it, and time limits run from it or to it."""

    title: Text = Field(description="What has happened, in a few words: “case escalated”.")
    since: Text = Field(description="The same after a time: “from the escalation”, as in “5 days from the escalation”.")
    follows: Event = Field("received", description="The event after which it comes.")


def in_order(own: Mapping[str, OwnEvent]) -> tuple[str, ...]:
    """All events of a case: each own one behind the event after which it comes. Those in a circle stand at the end."""
    following: dict[str, list[str]] = {}
    for key, event in own.items():
        following.setdefault(event.follows, []).append(key)
    nowhere = [event.follows for event in own.values() if event.follows not in own and event.follows not in EVENTS]
    found = dict.fromkeys(it for event in (*EVENTS, *nowhere) for it in _with_followers(event, following))
    known = [event for event in found if event not in nowhere]
    return (*known, *(key for key in own if key not in found))


def comes_before(own: Mapping[str, OwnEvent], one: str, other: str) -> bool:
    """Whether `one` is known to come before `other`. Of an own event only what it comes after is known."""
    return one in _earlier(own, other)


def _with_followers(event: str, following: Mapping[str, list[str]]) -> Iterator[str]:
    yield event
    waiting, seen = list(reversed(following.get(event, []))), {event}
    while waiting:  # no recursion: the chain may be as long as a file
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            yield key
            waiting += reversed(following.get(key, []))


def _earlier(own: Mapping[str, OwnEvent], event: str) -> Iterator[str]:
    """The events that come before this one as far as anybody has said: for an own event those that it follows."""
    if event in EVENTS:
        yield from EVENTS[: EVENTS.index(event)]
        return
    seen: set[str] = set()
    while event in own and event not in seen:
        seen.add(event)
        event = own[event].follows
        yield event
        if event in EVENTS:
            yield from EVENTS[: EVENTS.index(event)]
