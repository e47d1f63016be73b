"""An answer says that the case stays in its step, and leads it elsewhere, too.

Why: `stay: true` holds the case in the step until another answer is given. With a `next` beside it, one reader would
wait and another would go on.

Bad:
    steps:
      verify:
        decisions:
          grounds:
            outcomes:
              wrong: {stay: true, next: end/refused}

Good:
    steps:
      verify:
        decisions:
          grounds:
            outcomes:
              wrong: {next: end/refused}

Way out: Delete one of the two. To go round a limited number of times, lead back to the step itself with `next` and
`at_most`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each answer with both."""
    for step_id, step in subject.sop.steps.items():
        for decision_id, decision in step.decisions.items():
            for key, answer in decision.outcomes.items():
                if answer.stay and (answer.next is not None or answer.at_most is not None):
                    path = ("steps", step_id, "decisions", decision_id, "outcomes", key, "stay")
                    yield Issue(
                        path, f"`{key}` stays in the step, and leads elsewhere", "delete  stay: true  or the way"
                    )


RULE = Rule("P216", "stays-and-leads-on", "error", __doc__, check, needs_all=False)
