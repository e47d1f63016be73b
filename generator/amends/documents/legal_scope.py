"""For which complaints a limit holds, in words: one of the SOP by its `when`, one of the law by kinds of the SOP."""

from __future__ import annotations

from amends.edition.edition import Edition
from amends.model.clock import Clock
from amends.model.complaint import known_as, unknown_names
from amends.model.condition import Scope
from amends.model.time_limits import TimeLimit


def scope_of(edition: Edition, limit: TimeLimit) -> tuple[str, ...]:
    """“only P1/P2”, “only for payment services”, “only by letter”; empty if it holds for all complaints."""
    return clock_scope(edition, limit.clock) if limit.clock else edition.scope(limit.when)


def clock_scope(edition: Edition, clock: Clock) -> tuple[str, ...]:
    """The complaints to which a clock applies; a kind or channel that the SOP lacks restricts nothing."""
    if clock.when is None:
        return ()
    kinds, channels = edition.sop.kinds, edition.sop.channels
    return edition.scope(
        Scope(
            severity=(),
            kind=() if unknown_names(kinds, clock.when.kind) else known_as(kinds, clock.when.kind),
            channel=() if unknown_names(channels, clock.when.channel) else known_as(channels, clock.when.channel),
        )
    )
