"""A step, an action or a decision has nobody who does it, or a step has no action.

Why: if no role is named, everybody thinks that somebody else does it. A step names its `responsible` role, or every
action and decision says `by`.

Bad:
    steps:
      settle:
        responsible:
        actions:
          repair: {do: "Repair or replace.", by: assistant}
          call: {do: "Call the customer."}

Good:
    steps:
      settle:
        responsible:
        actions:
          repair: {do: "Repair or replace.", by: assistant}
          call: {do: "Call the customer.", by: manager}

Way out: Write `by: ROLE` in each action and decision, or `responsible: ROLE` in the step. Write at least one action.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each action and decision without a doer, and for each step without actions."""
    for step_id, step in subject.sop.steps.items():
        if not step.actions:
            yield Issue(("steps", step_id, "actions"), "there is nothing to do in this step", "write its actions")
        if step.responsible is not None:
            continue
        for action_id, action in step.actions.items():
            if action.by is None:
                yield _issue(step_id, "actions", action_id, f"nobody does the action `{action_id}`")
        for decision_id, decision in step.decisions.items():
            if decision.by is None:
                yield _issue(step_id, "decisions", decision_id, f"nobody makes the decision `{decision_id}`")


def _issue(step_id: str, kind: str, name: str, message: str) -> Issue:
    return Issue(("steps", step_id, kind, name), message, "write  by: ROLE  here, or  responsible: ROLE  in the step")


RULE = Rule("P205", "step-without-doer", "error", __doc__, check, needs_all=False)
