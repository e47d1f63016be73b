"""Words to say admit a fault in a step before the facts are found.

Why: nobody knows yet what has happened. If the admission is wrong, it cannot be taken back; if it is right, the insurer
may refuse to pay. Regret needs no finding: “I am sorry that this happened to you”. The facts are found in the step that
`sets: found`, or else in the one that `sets: decided`; an SOP without such a step is not judged, nor is a script that a
later step uses, too.

Bad:
    scripts:
      promise:
        lines: {call: "This was our mistake. I will call by [time]."}
    steps:
      verify: {sets: found}

Good:
    scripts:
      promise:
        lines: {call: "I am sorry that this happened. I will call by [time]."}
    steps:
      verify: {sets: found}

Way out: Say that you are sorry for what the customer went through, and that you will find out. Keep the admission for a
script of a later step. The phrases are the list `admission`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken import scripts_said_in
from amends.check.spoken_phrases import spoken_phrases, told_once
from amends.model.flow import case_steps
from amends.model.sop import Sop

_OF_THE_FACTS = ("found", "decided")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with an admission that is said only in steps before the finding."""
    before, after = _around_the_finding(subject.sop)
    said_later = {script for step_id in after for script in scripts_said_in(subject.sop.steps[step_id])}
    said_before = {script for step_id in before for script in scripts_said_in(subject.sop.steps[step_id])}
    for path, said in told_once(spoken_phrases(subject, "admission")):
        is_early_script = path[0] == "scripts" and path[1] in said_before - said_later
        if is_early_script or (path[0] == "steps" and path[1] in before):
            hint = "be sorry for what the customer went through, and say that you will find out"
            yield Issue(path, f"{said} admits a fault before the facts are found", hint)


def _around_the_finding(sop: Sop) -> tuple[list[str], list[str]]:
    """The steps before the one that finds the facts, and all others; none stand before if nothing finds the facts."""
    order = case_steps(sop)
    for event in _OF_THE_FACTS:
        for index, step_id in enumerate(order):
            if sop.steps[step_id].sets == event:
                standing = [step for step in sop.steps if step not in order]
                return order[:index], [*order[index:], *standing]
    return [], list(sop.steps)


RULE = Rule("S510", "fault-before-finding", "warning", __doc__, check, needs_all=True)
