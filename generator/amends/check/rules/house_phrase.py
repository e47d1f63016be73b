"""A text has a phrase that the SOP itself has put on a list under `check: {phrases: ...}`.

Why: the organisation does not want these words: an old name, a word of another brand, a term that the lawyers have
struck out. All texts are looked at, what is said and what is read, except those of frameworks, which quote a source.

Bad:
    check: {phrases: {old-names: {en: [shop floor]}}}
    steps:
      settle:
        purpose: "The shop floor puts it right."

Good:
    check: {phrases: {old-names: {en: [shop floor]}}}
    steps:
      settle:
        purpose: "The shop puts it right."

Way out: Use another word, or take the phrase off the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseList, own_lists
from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each phrase of the SOP's own lists in any of its texts."""
    for name in own_lists(subject.sop):
        phrases = PhraseList(subject.sop, name)
        for path, found in phrases.texts_where(subject.shown_texts, phrases.found_in):
            for phrase in found:
                hint = f"use another word, or take it off the list `check/phrases/{name}`"
                yield Issue(path, f"“{phrase}” is on the list `{name}` of phrases not to use", hint)


RULE = Rule("S515", "house-phrase", "warning", __doc__, check, needs_all=False)
