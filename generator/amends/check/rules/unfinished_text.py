"""A text says that it is not finished: “TODO”, “TBC”, “待定”.

Why: staff read it as it stands, on paper too, and do not know what to do there.

Bad:
    steps:
      settle:
        purpose: "TODO: say what for."

Good:
    steps:
      settle:
        purpose: "What was wrong is put right."

Way out: Write the text, or delete the field. The words are the list `unfinished`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.phrases import PhraseList
from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text that says that it is not finished."""
    phrases = PhraseList(subject.sop, "unfinished")
    for path, found in phrases.texts_where(subject.shown_texts, phrases.found_in):
        for phrase in found:
            yield Issue(path, f"“{phrase}”: this text is not finished", "write it, or delete the field")


RULE = Rule("W101", "unfinished-text", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
