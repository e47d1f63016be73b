"""A script declares a slot that no line of it uses.

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

Way out: Use the slot in a line of the script, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.markup import marks_in


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each slot that no line uses. Scripts with undeclared slots are left out: S502 reports those."""
    for script_id, script in subject.sop.scripts.items():
        strings = [string for line in script.lines.values() for string in line.text.strings.values()]
        used = {mark.value for string in strings for mark in marks_in(string) if mark.kind == "slot"}
        for slot_id in script.slots if used <= script.slots.keys() else ():
            if slot_id not in used:
                hint = f"write  [{slot_id}]  in a line, or delete the slot"
                yield Issue(("scripts", script_id, "slots", slot_id), f"no line uses the slot `{slot_id}`", hint)


RULE = Rule("S503", "unused-slot", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
