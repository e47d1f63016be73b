"""Words to say ask the customer to wait, and do not say how long.

Why: who waits without an end feels forgotten after a minute, and asks again. A time, even a long one, calms. A figure,
a `[slot]` or a word such as “today” in the same sentence is enough.

Bad:
    scripts:
      promise:
        lines: {call: "Please hold the line. I will call by [time]."}

Good:
    scripts:
      promise:
        lines: {call: "Please hold the line for two minutes. I will call by [time]."}

Way out: Say until when, or for how long. The phrases are the list `open-wait`; see docs/checking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.spoken_phrases import told_once, without_time


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each string with a phrase that asks to wait in a sentence without a time."""
    for path, said in told_once(without_time(subject, "open-wait")):
        yield Issue(path, f"{said}, and nothing says how long", "say until when:  ... until [time]")


RULE = Rule("S506", "open-ended-wait", "warning", __doc__, check, needs_all=False)
