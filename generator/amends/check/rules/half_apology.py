"""Words to say, or a letter, are sorry “if” or “that you feel”: an apology that takes itself back.

Why: “I am sorry if you were upset” says that the customer is the problem. It makes people angrier than no apology.

Bad:
    scripts:
      promise:
        lines: {call: "I am sorry if we kept you waiting. I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "I am sorry that we kept you waiting. I will call by [time]."}

Way out: Be sorry for what happened, or for what the customer went through. That admits no fault. The phrases are the
list `half-apology`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import spoken_phrases, told_once


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with half an apology in words that are said aloud."""
    for path, said in told_once(spoken_phrases(subject, "half-apology")):
        yield Issue(path, f"{said} takes the apology back", "be sorry for what happened:  I am sorry that ...")


RULE = Rule("S511", "half-apology", "warning", __doc__, check, needs_all=False)
