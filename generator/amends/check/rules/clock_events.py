"""A legal time limit ends with an event that does not come after the event that starts it.

Why: nobody can keep such a limit, and it cannot be compared with your own. Events come in the order `received`,
`acknowledged`, `assigned`, `found`, `decided`, `answered`, `agreed`, `completed`, `closed`; an event of `events` comes
after the one in its `follows`.

Bad:
    clocks:
      final-response:
        from: decided
        by: received

Good:
    clocks:
      final-response:
        from: received
        by: decided

Way out: Write in `from` the event that starts the time limit, and in `by` the event that must have come.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.clock_limits import makes_sense


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each clock whose events stand in the wrong order."""
    for clock_id, clock in subject.sop.clocks.items():
        if not makes_sense(clock, subject.sop.events):
            yield Issue(
                ("clocks", clock_id, "by"),
                f"`{clock.by}` does not come after `{clock.start}`",
                "write in `from` the event that starts the clock, and in `by` the one that must have come",
            )


RULE = Rule("K105", "clock-events", "error", __doc__, check, needs_all=False)
