"""A way leads to a standing step.

Why: staff do a standing step all the time, outside any case. It has no number and no next step, so a case would stop
there.

Bad:
    steps:
      settle:
        next: review        # review has  standing: true

Good:
    steps:
      settle:
        next: end/settled

Way out: Lead to another step. If the step belongs to the case, delete its `standing: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each way into a standing step, and one if the start is a standing step."""
    standing = {step_id for step_id, step in subject.sop.steps.items() if step.standing}
    ways = [(use.path, use.id) for use in subject.uses if use.collection == "ways"]
    for path, step_id in [(("start",), subject.sop.start), *ways]:
        if step_id in standing:
            yield Issue(
                path,
                f"`{step_id}` is a standing step: no case can go there",
                f"lead to a step of the case, or take  standing: true  from `{step_id}`",
            )


RULE = Rule("P207", "standing-step-in-flow", "error", __doc__, check, needs_all=False)
