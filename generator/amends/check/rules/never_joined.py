"""One of the steps that run side by side never comes to its end.

Why: the case goes on once all of these steps are done. If all answers of one of them lead to an end or round in the
step itself, the others wait for ever, or what they do is lost when the case ends.

Bad:
    steps:
      accept: {}
      verify:
        alongside: accept
        decisions:
          grounds:
            outcomes:
              right: {next: end/settled}
              wrong: {next: end/refused}
              unclear: {next: verify, at_most: {times: 1, then: end/refused}}
      settle: {}

Good:
    steps:
      accept: {}
      verify:
        alongside: accept
        decisions: {grounds: {outcomes: {unclear: {next: verify}}}}
      settle: {}

Way out: Let one answer go on: without `next`, it leads to where all of these steps lead.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step side by side with others that has no way to where all of them lead."""
    onward = flow.after(subject.sop)
    joins = {(way.step, way.target) for way in flow.ways(subject.sop)}
    for step_id in flow.side_by_side(subject.sop):
        if step_id in onward and (step_id, onward[step_id]) not in joins:
            yield Issue(
                ("steps", step_id),
                f"`{step_id}` never leads on to `{onward[step_id]}`, where what runs beside it waits for it",
                "let one of its answers go on, without  next",
            )


RULE = Rule("P214", "never-joined", "error", __doc__, check)
