"""A decision has fewer than two outcomes.

Why: with only one answer there is nothing to decide. Either an answer is missing, or the decision is really an
action.

Bad:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}

Good:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}
              refuses: {label: "No", next: end/refused}

Way out: Add the other answers. If there is only one, make it an action.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_FEWEST = 2


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each decision with fewer than two outcomes."""
    for step_id, step in subject.sop.steps.items():
        for decision_id, decision in step.decisions.items():
            if len(decision.outcomes) < _FEWEST:
                has = "only one outcome" if decision.outcomes else "no outcome"
                yield Issue(
                    ("steps", step_id, "decisions", decision_id, "outcomes"),
                    f"the decision `{decision_id}` has {has}",
                    "add the other answers, or make it an action",
                )


RULE = Rule("P202", "decision-without-choice", "error", __doc__, check, needs_all=False)
