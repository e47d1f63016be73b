"""An item of a source says why it is not applied, but an entry applies it.

Why: one of the two is wrong, and readers of the framework's page see both of them.

Bad:
    frameworks:
      manual-rules:
        items:
          listen: {not_applied: "It goes without saying."}     # accept cites it

Good:
    frameworks:
      manual-rules:
        items:
          listen: {text: "Hear people out."}

Way out: Delete `not_applied`, or delete the citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each item that has a `not_applied` and is cited."""
    applied = subject.applied_sources
    for framework_id, framework in subject.sop.frameworks.items():
        for item_id, item in framework.items.items():
            where = applied.get(f"{framework_id}/{item_id}")
            if item.not_applied is not None and where:
                yield Issue(
                    ("frameworks", framework_id, "items", item_id, "not_applied"),
                    f"`{item_id}` is said to be applied nowhere, but `{where}` cites it",
                    "delete `not_applied`, or the citation",
                )


RULE = Rule("F602", "explained-and-applied", "warning", __doc__, check)
