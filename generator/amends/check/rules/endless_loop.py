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


def check(subject: Subject) -> Iterator[Issue]:
    """An issue at the first step of each circle of steps from which no way leads out."""
    if subject.has_unknown_ways:
        return
    ways = flow.ways(subject.sop)
    steps = flow.case_steps(subject.sop)
    round_of = flow.rounds(ways)
    left = {round_of[way.step] for way in ways if round_of[way.target] != round_of[way.step]}
    circles: dict[str, list[str]] = {}
    for step_id in steps:
        circles.setdefault(round_of.get(step_id, step_id), []).append(step_id)
    for name, circle in circles.items():
        can_end = circle[-1] == steps[-1] and flow.runs_out(subject.sop.steps[steps[-1]])
        if name not in left and not can_end:
            around = ", ".join(f"`{step_id}`" for step_id in circle)
            yield Issue(
                ("steps", circle[0]),
                f"a case that comes here can never end: it only goes round through {around}",
                "lead one outcome, or the last of these steps, on or to  end/STATE",
            )


RULE = Rule("P203", "endless-loop", "error", __doc__, check)
