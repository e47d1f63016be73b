"""The step that decides or agrees what the customer gets fills in no record.

Why: nobody can prove later who gave what, and why. The next colleague decides otherwise in the same case, and the
auditor finds money without a paper. Such a step `sets: decided` or `sets: agreed`. An SOP without records is not
judged.

Bad:
    steps:
      settle: {sets: agreed}
    authority:
      l1: {code: L1, roles: [assistant, manager], limit: unlimited}

Good:
    steps:
      settle: {sets: agreed, records: [log]}
    authority:
      l1: {code: L1, roles: [assistant, manager], limit: unlimited}

Way out: Name the form or the log in the `records` of the step, or of the action that decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_OF_MONEY = ("decided", "agreed")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step that decides or agrees, and in which nobody writes anything down."""
    for step_id, step in subject.sop.steps.items():
        recorded = step.records or any(action.records for action in step.actions.values())
        if step.sets in _OF_MONEY and subject.sop.records and not recorded:
            message = f"this step brings about `{step.sets}`, and nothing in it is written down"
            first = next(iter(subject.sop.records))
            yield Issue(("steps", step_id, "sets"), message, f"name a record:  records: [{first}]")


RULE = Rule("P209", "money-without-record", "warning", __doc__, check, needs_all=True)
