"""A legal time limit should have been looked up again by now.

Why: laws change, and an old figure may be wrong without anybody noticing. `check --today DATE` judges as of another
day.

Bad:
    clocks:
      final-response:
        recheck_by: 2026-01-01

Good:
    clocks:
      final-response:
        recheck_by: 2027-01-01

Way out: Read the source again, then set `as_of` and `recheck_by`. For a shipped pack, look for a newer version of
amends.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.time_limits import in_force


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each clock in force whose day `recheck_by` has passed."""
    for clock_id, clock in in_force(subject.sop).items():
        if clock.recheck_by < subject.today:
            yield Issue(
                ("clocks", clock_id, "recheck_by"),
                f"the source was to be read again by {clock.recheck_by}; it is {subject.today}",
                "read the source, then set `as_of` and `recheck_by`; for a shipped pack, look for a newer amends",
            )


RULE = Rule("K102", "clock-past-recheck", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
