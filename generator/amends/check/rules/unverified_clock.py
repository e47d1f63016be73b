"""Nobody has read the figure of a legal time limit in the source itself.

Why: the figure comes from what others write about the law. The handbook marks it as not verified, and a time limit
that breaks it is only a warning.

Bad:
    clocks:
      final-response:
        verified: false

Good:
    clocks:
      final-response:
        verified: true

Way out: Read the source, or ask your lawyer. Until then do not rely on the figure.
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


RULE = Rule("K104", "unverified-clock", "info", __doc__, check, needs_all=False, is_of_unfinished=True)
