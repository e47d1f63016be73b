"""A time limit of the SOP is the same as in a law that a newer one has replaced.

Why: the old law is no longer in force, and the time limit of the new law may be shorter.

Bad:
    clocks:
      old-response:
        title: Final response
        jurisdiction: Anywhere
        applies: Everybody
        requires: The answer is sent.
        from: received
        by: decided
        within: 6 weeks
        severity: must
        source: {title: The old law, section: "1"}
        as_of: 2026-01-01
        recheck_by: 2027-01-01
        verified: true
        superseded_by: final-response
    steps:
      verify:
        limits:
          answer: {within: 6 weeks}

Good:
    steps:
      verify:
        limits:
          answer: {within: 4 weeks}

Way out: Look at the new legal time limit, which the message names, and set your own by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.clock import Clock
from amends.model.clock_limits import serving
from amends.model.time_limits import TimeLimit, limits_of_steps
from amends.model.walk import FieldPath


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit that is equal to a superseded clock between the same events."""
    clocks = subject.sop.clocks
    limits = tuple(limits_of_steps(subject.sop))
    for clock_id, clock in clocks.items():
        if clock.superseded_by is not None:
            now = clocks.get(clock.superseded_by)
            for path in _equal(serving(subject.sop, limits, clock), clock):
                yield Issue(
                    path,
                    f"{clock.within} is the limit of `{clock_id}`, which `{clock.superseded_by}` has superseded",
                    f"the new limit is {now.within}; set your own by it" if now else "look up the new limit",
                )


def _equal(limits: Iterable[TimeLimit], clock: Clock) -> Iterator[FieldPath]:
    """The path of each of these limits that has the duration of the clock."""
    for limit in limits:
        for severity, allowed in limit.for_each_severity():
            if allowed.within == clock.within:
                yield limit.path(severity)


RULE = Rule("K103", "superseded-clock", "warning", __doc__, check)
