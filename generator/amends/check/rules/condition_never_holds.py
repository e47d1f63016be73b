"""The condition of a part of a step can never hold.

Why: nobody will ever do the action, give the answer or keep the time limit, though it stands on the sheet. A time
limit may name a severity in `when` for which its `within` has no time, or a part may ask for an answer that is given
only for other complaints.

Bad:
    steps:
      verify:
        limits:
          urgent: {title: Urgent, within: {p1: 2 hours}, when: {severity: p2}}

Good:
    steps:
      verify:
        limits:
          urgent: {title: Urgent, within: {p1: 2 hours}}

Way out: Change one of the two conditions, or delete the part.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.condition import When
from amends.model.step import Step


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each condition that contradicts the limit or the answers on which it depends."""
    for step_id, step in subject.sop.steps.items():
        own = (("within_when",), "within", step.within, step.within_when)
        rows = ((("limits", key, "when"), key, limit.within, limit.when) for key, limit in step.limits.items())
        for path, name, within, when in (own, *rows):
            wanted = when.severity if when else ()
            if within and wanted and all(within.for_severity(severity) is None for severity in wanted):
                yield Issue(
                    ("steps", step_id, *path, "severity"),
                    f"`{name}` is only for {_listed(wanted)}, for which {_its(name)} has no time",
                    "name a severity that `within` has, or delete the condition",
                )
        for path, when in step.conditions():
            answers = [(name, its) for name in when.outcome if (its := _condition_of(step, name))]
            if when.outcome and len(answers) == len(when.outcome) and not any(_meet(when, its) for _, its in answers):
                yield Issue(
                    ("steps", step_id, *path, "outcome"),
                    f"{_listed(when.outcome)} is given only for other complaints than this condition names",
                    "make the two conditions agree, or delete this one",
                )


def _its(name: str) -> str:
    return "it" if name == "within" else "its `within`"


def _condition_of(step: Step, outcome: str) -> When | None:
    """The condition of an answer; None if it has none, or if there is no such answer (R103 tells that)."""
    decision_id, _, outcome_id = outcome.partition("/")
    decision = step.decisions.get(decision_id)
    answer = decision.outcomes.get(outcome_id) if decision else None
    return answer.when if answer else None


def _meet(one: When, other: When) -> bool:
    """Whether some complaint fits both."""
    fields = ((one.severity, other.severity), (one.kind, other.kind), (one.channel, other.channel))
    return all(not mine or not its or set(mine) & set(its) for mine, its in fields)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


RULE = Rule("T402", "condition-never-holds", "warning", __doc__, check)
