"""A `[slot]` in a line of a script, or in a letter, is not declared.

Why: readers would see an id instead of words that say what to fill in. A slot has the same id in every locale, and
`slots` gives its words in each language.

Bad:
    scripts:
      promise:
        lines: {call: "I will call you by [tiem]."}

Good:
    scripts:
      promise:
        lines: {call: "I will call you by [time]."}
        slots: {time: "time"}

Way out: Correct the name of the slot, or declare it in the `slots` of the script or letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.slotted import Slotted, slotted
from amends.model.base import ID_PATTERN
from amends.model.markup import outside_marks
from amends.nearest import nearest

_BRACKETS = re.compile(r"\[([^\]\[]*)\]")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each slot that its script or letter does not declare, and for brackets that hold no slot."""
    for it in slotted(subject.sop):
        for path, text in it.texts.items():
            for locale, string in text.strings.items():
                for name in dict.fromkeys(_BRACKETS.findall(outside_marks(string))):
                    if name not in it.slots:
                        yield Issue((*path, locale), f"there is no slot `{name}` in this {it.called}", _hint(name, it))


def _hint(name: str, it: Slotted) -> str:
    if not re.fullmatch(ID_PATTERN, name):
        return "declare it:  slots: {ID: what is filled in}"
    return f"{nearest(name, it.slots, 'slots')}; or declare it:  slots: {{{name}: what is filled in}}"


RULE = Rule("S502", "unknown-slot", "error", __doc__, check, needs_all=False)
