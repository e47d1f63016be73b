"""An item of a framework belongs to an item that does not exist, or to itself.

Why: the framework's page shows each item below the item that it belongs to, so this item would be missing there.

Bad:
    frameworks:
      manual-rules:
        items:
          smile: {text: "Smile.", under: lisen, not_applied: "Nobody can be told to."}

Good:
    frameworks:
      manual-rules:
        items:
          smile: {text: "Smile.", under: listen, not_applied: "Nobody can be told to."}

Way out: Write in `under` an item of the same framework. If items belong to each other in a circle, delete one
`under`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amends.check.rule import Issue, Rule, Subject
from amends.model.background import FrameworkItem
from amends.nearest import nearest


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each item whose parent is missing, and one for each circle of parents."""
    for framework_id, framework in subject.sop.frameworks.items():
        told: set[str] = set()
        for item_id, item in framework.items.items():
            path = ("frameworks", framework_id, "items", item_id, "under")
            if item.under is not None and item.under not in framework.items:
                hint = nearest(item.under, framework.items, "items")
                yield Issue(path, f"there is no item `{item.under}` in this framework", hint)
            circle = _circle(item_id, framework.items)
            if circle and item_id not in told:
                told.update(circle)
                way = " -> ".join(f"`{name}`" for name in [*circle, item_id])
                yield Issue(path, f"the items belong to each other in a circle: {way}", "delete one `under`")


def _circle(item_id: str, items: Mapping[str, FrameworkItem]) -> list[str]:
    """The items from this one back to itself, each followed by its parent; empty if they form no circle."""
    chain: list[str] = []
    here: str | None = item_id
    while here is not None and here in items and here not in chain:
        chain.append(here)
        here = items[here].under
    return chain if here == item_id else []


RULE = Rule("R105", "unknown-parent", "error", __doc__, check, needs_all=False)
