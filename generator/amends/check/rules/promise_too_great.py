"""Words to say, or a letter, promise more than anybody here can keep.

Why: a guarantee is a promise in law, and the one who gives it has no power over the result. One broken promise costs
more trust than the fault did.

Bad:
    scripts:
      promise:
        lines: {call: "This will never happen again. I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "I will report this, so that it is mended. I will call by [time]."}

Way out: Promise what you will do yourself, with a time. The phrases are the list `over-promise`; see
docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import spoken_phrases, told_once


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with phrases that promise too much, in words that are said aloud."""
    for path, said in told_once(spoken_phrases(subject, "over-promise")):
        yield Issue(path, f"{said} promises what nobody here can keep", "promise what you do yourself, by [time]")


RULE = Rule("S509", "promise-too-great", "warning", __doc__, check, needs_all=False)
