"""The condition of an action, a time limit or an answer names an outcome that its step does not have.

Why: nobody would know when it holds. `when.outcome` is `DECISION/OUTCOME` of the same step.

Bad:
    steps:
      verify:
        actions:
          photos: {do: "Take photos.", when: {outcome: grounds/maybe}}

Good:
    steps:
      verify:
        actions:
          photos: {do: "Take photos.", when: {outcome: grounds/unclear}}

Way out: Write an outcome that the decisions of this step have, as `DECISION/OUTCOME`. The message names the nearest
one.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.step import Step
from amends.nearest import nearest


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each unknown outcome that a condition names."""
    for step_id, step in subject.sop.steps.items():
        known = _outcomes(step)
        for path, when in step.conditions():
            for outcome in when.outcome:
                if outcome not in known:
                    yield Issue(
                        ("steps", step_id, *path, "outcome"),
                        f"this step has no outcome `{outcome}`",
                        nearest(outcome, known, "decisions in this step"),
                    )


def _outcomes(step: Step) -> list[str]:
    return [f"{decision_id}/{outcome_id}" for decision_id, it in step.decisions.items() for outcome_id in it.outcomes]


RULE = Rule("R103", "unknown-outcome", "error", __doc__, check, needs_all=False)
