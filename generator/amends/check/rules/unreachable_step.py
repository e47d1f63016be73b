"""No way from the start leads to a step of the case.

Why: nobody would ever do this step. Either a way to it is missing, or it is a `standing` step.

Bad:
    steps:
      accept:
        next: settle        # and nothing leads to `verify`

Good:
    steps:
      accept:
        next: verify

Way out: Let another step lead to it with `next`, or mark it `standing: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step to which no way from the start or from an escalation leads."""
    sop = subject.sop
    steps = flow.case_steps(sop)
    if subject.has_unknown_ways or sop.start not in steps:
        return
    ways = flow.ways(sop)
    starts = [sop.start, *(escalation.next for escalation in sop.escalations.values() if escalation.next)]
    reached = flow.reachable(ways, *starts)
    for step_id in steps:
        if step_id not in reached:
            yield Issue(
                ("steps", step_id),
                f"no way from the start `{sop.start}` leads to this step",
                f"lead to it with  next: {step_id}  or mark it  standing: true",
            )


RULE = Rule("P201", "unreachable-step", "error", __doc__, check)
