"""A framework of a source document: its items in the source's order, each with the entries that apply it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amends.edition.edition import Edition
from amends.model.background import FrameworkItem


@dataclass(frozen=True)
class ItemView:
    """One item; `applied_in` and `fields` (of records) hold full names, `children` the items that belong to it."""

    id: str
    item: FrameworkItem
    applied_in: tuple[str, ...]
    fields: tuple[str, ...]
    children: tuple[ItemView, ...]


@dataclass(frozen=True)
class FrameworkView:
    """A framework, ready to be set; `applied_in` names the entries that cite the framework as a whole."""

    id: str
    title: str
    items: tuple[ItemView, ...]
    applied_in: tuple[str, ...]
    applied_count: int


def framework_view(edition: Edition, framework_id: str) -> FrameworkView:
    """One framework with the traces of its items."""
    framework = edition.sop.frameworks[framework_id]
    return FrameworkView(
        id=framework_id,
        title=edition.verbatim(framework.title).plain,
        items=_children(edition, framework_id, None),
        applied_in=edition.applied.get(framework_id, ()),
        applied_count=applied_counts(edition)[framework_id],
    )


def applied_counts(edition: Edition) -> dict[str, int]:
    """The number of items that the SOP applies, for each framework."""
    return {
        key: sum(f"{key}/{item}" in edition.applied for item in framework.items)
        for key, framework in edition.sop.frameworks.items()
    }


def _fields(edition: Edition, item: FrameworkItem) -> Iterator[str]:
    """The fields that an item requires, each in the first record that has it."""
    records = edition.sop.records.items()
    for name in item.records:
        yield from (f"records/{key}/fields/{name}" for key in [key for key, it in records if name in it.fields][:1])


def _children(edition: Edition, framework_id: str, parent: str | None) -> tuple[ItemView, ...]:
    items = edition.sop.frameworks[framework_id].items
    return tuple(
        ItemView(
            key,
            item,
            edition.applied.get(f"{framework_id}/{key}", ()),
            tuple(_fields(edition, item)),
            _children(edition, framework_id, key),
        )
        for key, item in items.items()
        if item.under == parent
    )
