"""An outcome leads back to its own or an earlier step, and no `at_most` says how often.

Why: a case could go back again and again, and the customer would wait without end. `at_most` says how often it may
go back, and what happens then.

Bad:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}
              refuses: {label: "No", next: verify}

Good:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}
              refuses: {label: "No", next: verify, at_most: {times: 1, then: end/refused}}

Way out: Say how often, and what happens then: `at_most: {times: 1, then: STEP}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each outcome that leads to its own or an earlier step without a limit."""
    numbers = flow.numbers(subject.sop)
    for way in flow.ways(subject.sop):
        is_back = numbers.get(way.target, len(numbers) + 1) <= numbers[way.step]
        if way.outcome is not None and is_back and not way.bounded:
            where = "its own step" if way.target == way.step else f"the earlier step `{way.target}`"
            yield Issue(
                way.path,
                f"`{way.outcome}` leads back to {where}, as often as it likes",
                "say how often, and what then:  at_most: {times: 1, then: STEP}",
            )


RULE = Rule("P204", "unbounded-way-back", "warning", __doc__, check)
