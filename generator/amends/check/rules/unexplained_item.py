"""An item of a source is applied nowhere, and nothing says why.

Why: no part of a source may get lost without anybody noticing. An entry that applies the item cites it in its
`sources`. A citation of the whole framework does not count for its items. A layer answers only for its own items: if it
removes what applied an item of its base, that is its choice.

Bad:
    frameworks:
      manual-rules:
        items:
          smile: {text: "Smile."}

Good:
    frameworks:
      manual-rules:
        items:
          smile: {text: "Smile.", not_applied: "Nobody can be told to."}

Way out: Cite the item in the `sources` of the entry that applies it, or give the reason in its `not_applied`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each item of a framework that no entry cites, and that has no `not_applied`; none of a base's."""
    applied = subject.applied_sources
    for framework_id, framework in subject.sop.frameworks.items():
        for item_id, item in framework.items.items():
            path = ("frameworks", framework_id, "items", item_id)
            is_told = item.not_applied is not None or f"{framework_id}/{item_id}" in applied
            if not is_told and not subject.is_inherited(path):
                yield Issue(
                    path,
                    f"nothing applies `{item_id}`, and nothing says why",
                    f"cite it:  sources: [{framework_id}/{item_id}]  or give the reason:  not_applied: ...",
                )


RULE = Rule("F601", "unexplained-item", "warning", __doc__, check, is_of_unfinished=True)
