"""A framework of a source document: its items in the source's order, each with where the SOP applies it."""

from __future__ import annotations

from dataclasses import dataclass

from amends.edition.edition import Edition
from amends.model.background import FrameworkItem


@dataclass(frozen=True)
class ItemView:
    """One item; `applied_in` holds full names of entries, `children` the items that belong to it."""

    id: str
    item: FrameworkItem
    applied_in: tuple[str, ...]
    children: tuple[ItemView, ...]


@dataclass(frozen=True)
class FrameworkView:
    """A framework, ready to be set; `applied_in` names what cites it as a whole."""

    id: str
    title: str
    items: tuple[ItemView, ...]
    applied_in: tuple[str, ...]
    applied_count: int


def framework_view(edition: Edition, framework_id: str) -> FrameworkView:
    """One framework with the traces of its items."""
    framework = edition.sop.frameworks[framework_id]
    applied = [name for name in framework.items if f"{framework_id}/{name}" in edition.applied]
    return FrameworkView(
        id=framework_id,
        title=edition.verbatim(framework.title).plain,
        items=_children(edition, framework_id, None),
        applied_in=edition.applied.get(framework_id, ()),
        applied_count=len(applied),
    )


def _children(edition: Edition, framework_id: str, parent: str | None) -> tuple[ItemView, ...]:
    items = edition.sop.frameworks[framework_id].items
    return tuple(
        ItemView(
            key,
            item,
            edition.applied.get(f"{framework_id}/{key}", ()),
            _children(edition, framework_id, key),
        )
        for key, item in items.items()
        if item.under == parent
    )
