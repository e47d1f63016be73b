"""A case goes round between steps and can never end.

Why: such a case would never be closed. From every step a way must lead to an end: to `end/STATE`, or past the last
step.

Bad:
    steps:
      settle:
        next: verify
      verify:
        decisions:
          grounds:
            outcomes:
              wrong: {label: "No", next: settle}
              unclear: {label: "Not clear", next: settle}

Good:
    steps:
      settle:
        next: end/settled

Way out: Let one outcome, or the last of these steps, lead on to another step or to `end/STATE`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow
from amends.model.sop import Sop


def check(subject: Subject) -> Iterator[Issue]:
    """An issue at the first step of each circle of steps from which no way leads out."""
    if subject.has_unknown_ways:
        return
    ways = flow.ways(subject.sop)
    steps = flow.case_steps(subject.sop)
    reached = {step_id: flow.reachable(ways, step_id) for step_id in steps}
    told: set[str] = set()
    for step_id in steps:
        circle = [other for other in steps if other in reached[step_id]]
        is_closed = len(circle) == len(reached[step_id]) and all(step_id in reached[other] for other in circle)
        if is_closed and step_id not in told and not _runs_out_at_the_end(subject.sop, circle):
            told.update(circle)
            around = ", ".join(f"`{name}`" for name in circle)
            yield Issue(
                ("steps", step_id),
                f"a case that comes here can never end: it only goes round through {around}",
                "lead one outcome, or the last of these steps, on or to  end/STATE",
            )


def _runs_out_at_the_end(sop: Sop, circle: list[str]) -> bool:
    """Whether the last step of the case is in this circle, and the case can end after it."""
    last = flow.case_steps(sop)[-1]
    return last in circle and flow.runs_out(sop.steps[last])


RULE = Rule("P203", "endless-loop", "error", __doc__, check)
