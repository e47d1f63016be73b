"""A command says “as appropriate” or “in a timely manner”, which everybody reads otherwise.

Why: two people do two things, and both are right. Nobody can train it, check it or tick it.

Bad:
    steps:
      settle:
        actions: {repair: {do: "Repair or replace, as appropriate."}}

Good:
    steps:
      settle:
        actions: {repair: {do: "Repair; replace if a repair takes more than [days]."}}

Way out: Say in which case, how much, or by when. The phrases are the list `vague`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseList
from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each vague phrase in the command of an action."""
    phrases = PhraseList(subject.sop, "vague")
    for step_id, step in subject.sop.steps.items():
        for action_id, action in step.actions.items():
            for locale, string in action.do.strings.items():
                for phrase in phrases.found_in(string, locale):
                    path = ("steps", step_id, "actions", action_id, "do", locale)
                    yield Issue(path, f"“{phrase}” leaves open what to do", "say in which case, how much, or by when")


RULE = Rule("W102", "vague-words", "info", __doc__, check, needs_all=False)
