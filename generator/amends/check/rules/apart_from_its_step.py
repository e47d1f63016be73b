"""A step names in `alongside` a step with which it cannot begin.

Why: steps side by side begin together, and the case goes on once all of them are done. So they must stand directly
below one another, and all name the first of them. A step that names any other would wait for a beginning that never
comes.

Bad:
    steps:
      accept: {}
      verify: {}
      settle: {alongside: accept}     # `verify` stands between them

Good:
    steps:
      accept: {}
      verify:
        alongside: accept
        decisions: {grounds: {outcomes: {unclear: {next: verify}}}}
      settle: {}

Way out: Let the step stand directly below the one that it names, or delete its `alongside`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow
from amends.model.sop import Sop


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each step that is not one of a group with the step that it names."""
    together = flow.side_by_side(subject.sop)
    for step_id, step in subject.sop.steps.items():
        first = step.alongside
        if first in subject.sop.steps and together.get(step_id, ("",))[0] != first:
            yield Issue(("steps", step_id, "alongside"), *_why(subject.sop, step_id, first))


def _why(sop: Sop, step_id: str, first: str) -> tuple[str, str]:
    """What is wrong, and the way out."""
    if first == step_id:
        return f"`{step_id}` names itself", "name the step directly above, beside which it runs"
    for one in (step_id, first):
        if sop.steps[one].standing:
            return f"`{one}` is a standing step, which begins with no other", "delete this  alongside"
    if named := sop.steps[first].alongside:
        return f"`{first}` itself runs alongside `{named}`", f"name the same step:  alongside: {named}"
    return f"`{step_id}` does not stand directly below `{first}`", f"let it stand directly below `{first}`"


RULE = Rule("P212", "apart-from-its-step", "error", __doc__, check, needs_all=False)
