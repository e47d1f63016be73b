"""The figure of a legal time limit has not been read in the source itself.

Why: it comes from what others write about the law. It is shown as unverified, and whoever breaks it
is warned only.

Bad:
    clocks:
      final-response:
        verified: false

Good:
    clocks:
      final-response:
        verified: true
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.time_limits import in_force


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each clock in force that is not verified."""
    for clock_id, clock in in_force(subject.sop).items():
        if not clock.verified:
            yield Issue(
                ("clocks", clock_id, "verified"),
                f"this figure, {clock.within}, has not been read in the source itself",
                "ask your counsel, or read the source; until then do not rely on it",
            )


RULE = Rule("K104", "unverified-clock", "info", check, __doc__, needs_all=False)
