"""What tells that the answer has left the house: `answered`, or `decided` in an SOP that names `answered` nowhere.

Legal clocks end with the answer that is sent. An SOP from before there was such an event has limits that end with
`decided`, and they must not lose their comparison with the law without anybody noticing.
"""

from __future__ import annotations

from amends.model.base import Event
from amends.model.sop import Sop

ANSWERED, DECIDED = "answered", "decided"


def told_by(sop: Sop, event: Event) -> Event:
    """The event by which this SOP tells that `event` has come: itself; or `decided`, where it stands for `answered`."""
    return DECIDED if event == ANSWERED and not names_answered(sop) else event


def names_answered(sop: Sop) -> bool:
    """Whether a step sets `answered`, or a limit of a step ends with it."""
    return any(
        step.sets == ANSWERED or any(limit.by == ANSWERED for limit in step.limits.values())
        for step in sop.steps.values()
    )
