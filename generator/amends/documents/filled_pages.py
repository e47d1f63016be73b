"""Which pages of the handbook have something to show: a page or a menu without content appears nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amends.documents.page import Section
from amends.model.sop import Sop

_FILLED_BY: Mapping[str, tuple[str, ...]] = {
    "scripts/index": ("scripts",),
    "wording": ("wording",),
    "customer-types/index": ("customer_types",),
    "departments/index": ("departments",),
    "contacts": ("contacts", "holders"),
    "decisions": (
        "severities",
        "kinds",
        "channels",
        "routing",
        "validity",
        "remedies",
        "compensation",
        "goodwill",
        "authority",
        "escalations",
    ),
    "records/index": ("records",),
    "controls": ("controls",),
    "metrics/index": ("metrics",),
    "principles": ("principles",),
    "glossary": ("glossary",),
    "frameworks/index": ("frameworks",),
    "settlements": ("settlements",),
    "sources": ("source_documents",),
}


def has_content(sop: Sop, path: str) -> bool:
    """Whether the page at this path has something to show. Pages that need no collection always have."""
    collections = _FILLED_BY.get(path)
    return collections is None or any(getattr(sop, name) for name in collections)


def filled(sop: Sop, navigation: Iterable[str | Section]) -> list[str | Section]:
    """The navigation without pages that have no content, and without sections in which nothing is left."""
    found: list[str | Section] = []
    for item in navigation:
        if isinstance(item, str):
            found += [item] if has_content(sop, item) else []
        elif children := filled(sop, item.children):
            found.append(Section(item.title, tuple(children)))
    return found
