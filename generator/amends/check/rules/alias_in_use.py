"""An earlier name of an entry is the name of another entry, or has the form of no name.

Why: old addresses and ticks with this name should lead to the entry of today. If there is an entry of that name, they
stay with it, and the line in `aliases` has no effect.

Bad:
    aliases: {steps/verify: steps/settle}

Good:
    aliases: {steps/examine: steps/verify}

Way out: Delete the line, or rename the other entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.sop import COLLECTIONS


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each earlier name that an entry has today, or that could never have been a name."""
    for old in subject.sop.aliases:
        if old in subject.full_names:
            yield Issue(("aliases", old), f"`{old}` is there, so it is not the earlier name of another", "delete it")
        elif old.partition("/")[0] not in COLLECTIONS or old.endswith("/") or "/" not in old:
            yield Issue(("aliases", old), f"“{old}” is no name of an entry", "write  COLLECTION/OLD-ID: COLLECTION/ID")


RULE = Rule("R106", "alias-in-use", "warning", __doc__, check)
