"""The key of the timeline: only the marks that the timeline uses."""

from __future__ import annotations

from typing import Literal

from amends.documents.timeline import ShownKind, Timeline

Mark = Literal["event", "extended"] | ShownKind


def marks_of(times: Timeline) -> frozenset[Mark]:
    """The kinds of limits; `event` if a limit brings an event of the case, `extended` if a limit may be extended."""
    limits = [limit for beginning in times.beginnings for limit in beginning.limits]
    found: set[Mark] = {limit.kind for limit in limits}
    if any(limit.brings for limit in limits):
        found.add("event")
    if any(limit.extensions for limit in limits):
        found.add("extended")
    return frozenset(found)
