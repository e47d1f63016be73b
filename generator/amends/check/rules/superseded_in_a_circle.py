"""Legal clocks supersede one another in a circle, so none of them is in force.

Why: `superseded_by` leads from an old law to the one that replaced it. In a circle there is no newest one, and nobody
knows which time limit holds.

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
        superseded_by: old-response

Good:
    steps:
      verify:
        limits:
          answer: {within: 4 weeks}

Way out: Delete `superseded_by` of the clock that is in force today.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject
from amends.model.clock import Clock


def check(subject: Subject) -> Iterator[Issue]:
    """An issue at the first clock of each circle."""
    told: set[str] = set()
    for clock_id in subject.sop.clocks:
        circle = _after(clock_id, subject.sop.clocks)
        if clock_id in circle and clock_id not in told:
            told.update(circle)
            yield Issue(
                ("clocks", clock_id, "superseded_by"),
                f"`{clock_id}` is superseded by itself, through {', '.join(f'`{name}`' for name in circle)}",
                "delete `superseded_by` of the clock that is in force today",
            )


def _after(clock_id: str, clocks: Mapping[str, Clock]) -> list[str]:
    """The clocks that supersede this one, each by the next, until one is met again."""
    following: list[str] = []
    here = clocks[clock_id].superseded_by
    while here is not None and here in clocks and here not in following:
        following.append(here)
        here = clocks[here].superseded_by
    return following


RULE = Rule("K112", "superseded-in-a-circle", "error", __doc__, check)
