"""An event of the SOP has no place among the events of a case.

Why: time limits run from one event to another, so everybody must know which comes first. An event that bears the name
of one that every case knows would be two things at once, and events that come after each other in a circle never come.

Bad:
    events:
      escalated: {title: Case escalated, since: from the escalation, follows: escalated}
    steps:
      settle: {sets: escalated}

Good:
    events:
      escalated: {title: Case escalated, since: from the escalation, follows: answered}
    steps:
      settle: {sets: escalated}

Way out: Choose another id, or write in `follows` an event that comes before this one: `received`, `acknowledged`,
`assigned`, `found`, `decided`, `answered`, `agreed`, `completed`, `closed`, or another one of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.base import EVENTS
from amends.model.events import comes_before


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own event that bears a known name, or comes after itself."""
    own = subject.sop.events
    for event_id in own:
        if event_id in EVENTS:
            yield Issue(
                ("events", event_id),
                f"every case knows the event `{event_id}` already",
                "choose another id, or delete the entry and use the event as it is",
            )
        elif comes_before(own, event_id, event_id):
            yield Issue(
                ("events", event_id, "follows"),
                f"`{event_id}` comes after itself, through `{own[event_id].follows}`",
                f"name an event that comes before it: {', '.join(f'`{event}`' for event in EVENTS)}",
            )


RULE = Rule("P208", "event-order", "error", __doc__, check, needs_all=False)
