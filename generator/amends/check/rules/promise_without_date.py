"""Words to say, or a letter, promise something “as soon as possible”, and no time.

Why: the customer hears “today”, the colleague means “this week”, and nobody can be held to it. A figure, a `[slot]` or
a word such as “tomorrow” in the same sentence is enough: “as soon as possible, at the latest by [time]”.

Bad:
    scripts:
      promise:
        lines: {call: "I will look now. I will call as soon as possible, and not after [time]."}
        slots: {time: "time"}
      later:
        title: "Later"
        lines: {soon: "You will have your money back as soon as possible."}
    steps:
      settle: {scripts: [later]}

Good:
    scripts:
      promise:
        lines: {call: "I will look now. I will call as soon as possible, and not after [time]."}
        slots: {time: "time"}

Way out: Say a time that you can keep, as a slot that staff fill in. The phrases are the list `no-date`; see
docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import told_once, without_time


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with a vague promise in a sentence without a time."""
    for path, said in told_once(without_time(subject, "no-date")):
        yield Issue(path, f"{said} promises no time that anybody can hold us to", "say by when:  by [time]")


RULE = Rule("S507", "promise-without-date", "warning", __doc__, check, needs_all=False)
