"""A script or a letter declares a slot that no line of it uses.

Why: translators translate it for nothing, and readers look for it. Usually the line has another name for it, or lost
it.

Bad:
    scripts:
      promise:
        lines: {call: "I will call you today."}
        slots: {time: "time"}

Good:
    scripts:
      promise:
        lines: {call: "I will call you by [time]."}
        slots: {time: "time"}

Way out: Use the slot in a line of the script or letter, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.slotted import slotted
from amends.model.markup import marks_in


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each slot that no text uses. Where a slot is undeclared, none is told: S502 reports those."""
    for it in slotted(subject.sop):
        strings = [string for text in it.texts.values() for string in text.strings.values()]
        used = {mark.value for string in strings for mark in marks_in(string) if mark.kind == "slot"}
        for slot_id in it.slots if used <= it.slots.keys() else ():
            path = (*it.path, "slots", slot_id)
            # Where a layer has rewritten or removed the text, the slot is of no use there, and does no harm.
            if slot_id not in used and not subject.is_inherited(path):
                hint = f"write  [{slot_id}]  in a {it.part}, or delete the slot"
                yield Issue(path, f"no {it.part} uses the slot `{slot_id}`", hint)


RULE = Rule("S503", "unused-slot", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
