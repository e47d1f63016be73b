"""A command says “as appropriate” or “in a timely manner”, which everybody reads otherwise.

Why: two people do two things, and both are right. Nobody can train it, check it or tick it. Where the cases follow, in
a `hint`, in brackets or after a colon, it is not found; nor is “promptly” where the sentence has a time, or the step a
limit.

Bad:
    steps:
      settle:
        actions: {repair: {do: "Repair or replace, as appropriate."}}

Good:
    steps:
      settle:
        actions: {repair: {do: "Repair; replace if a repair takes more than [days]."}}

Way out: Say in which case, how much, or by when. The phrases are the lists `vague` and `vague-time`; see
docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseList, sentences
from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import has_time
from amends.model.step import Step
from amends.model.text import Text
from amends.model.walk import FieldPath

_GOES_ON = (":", "：", "(", "（")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each vague phrase in the command of an action or of an answer."""
    sop = subject.sop
    vague, vague_time, when = (PhraseList(sop, name) for name in ("vague", "vague-time", "says-when"))
    for step_id, step in sop.steps.items():
        has_limit = step.within is not None or bool(step.limits)
        for below, text, hint in _commands(step):
            for locale, string in text.strings.items():
                found = vague.found_in(string, locale) if hint is None else ()
                phrases = [it for it in found if not _is_explained(it, string)]
                for sentence in () if has_limit else sentences(string):
                    if not has_time(sentence, locale, when):
                        phrases += vague_time.found_in(sentence, locale)
                for phrase in dict.fromkeys(phrases):
                    path = ("steps", step_id, *below, locale)
                    yield Issue(path, f"“{phrase}” leaves open what to do", "say in which case, how much, or by when")


def _commands(step: Step) -> Iterator[tuple[FieldPath, Text, Text | None]]:
    """What staff are told to do in a step, in each action and after each answer; and the hint that explains it."""
    for action_id, action in step.actions.items():
        yield ("actions", action_id, "do"), action.do, action.hint
    for decision_id, decision in step.decisions.items():
        for outcome_id, outcome in decision.outcomes.items():
            if outcome.do is not None:
                yield ("decisions", decision_id, "outcomes", outcome_id, "do"), outcome.do, None


def _is_explained(phrase: str, string: str) -> bool:
    """Whether the cases follow in the same sentence: “as appropriate: repair below 50 euro, else replace”."""
    after = string.casefold().partition(phrase.casefold())[2]
    return any(sign in next(iter(sentences(after)), "") for sign in _GOES_ON)


RULE = Rule("W102", "vague-words", "info", __doc__, check, needs_all=False)
