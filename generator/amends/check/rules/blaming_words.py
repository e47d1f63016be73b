"""Words to say, or a letter, put the blame on the customer, or hide behind a rule.

Why: whoever is blamed defends himself, and the talk is about guilt instead of the matter. “That is our policy” tells
people that nobody here will think about their case.

Bad:
    scripts:
      promise:
        lines: {call: "You should have told us. I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "Thank you for telling us. I will call by [time]."}

Way out: Say what you can do, or what you need to know. The phrases are the list `blaming`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import spoken_phrases, told_once


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with blaming phrases in words that are said aloud."""
    for path, said in told_once(spoken_phrases(subject, "blaming")):
        hint = "say what you can do, or what you need to know; the reason for a rule, not the rule"
        yield Issue(path, f"{said} blames the customer, or hides behind a rule", hint)


RULE = Rule("S508", "blaming-words", "warning", __doc__, check, needs_all=False)
