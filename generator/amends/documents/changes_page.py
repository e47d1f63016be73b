"""The page of the changes that an SOP makes to its base. An SOP with one layer has no such page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby

from amends.comparing.notice import ChangeNotice, ChangeRow, change_notice
from amends.documents.page import Page
from amends.edition.edition import Edition
from amends.model.sop import COLLECTIONS

PATH = "changes"
_BOOST = 0.5
_NAME = "organisation/name"


def changes_page(edition: Edition) -> Iterator[Page]:
    """The page of all changes, by collection; none for an SOP of one layer.

    The search finds it by its title only: whoever looks for a number must never find the one that was replaced.
    """
    if edition.base is not None:
        data = partial(_data, edition.base, edition)
        yield Page(PATH, edition.words("page.changes"), "changes.html.j2", data, boost=_BOOST, repeats=True)


def changes_entry(edition: Edition) -> tuple[str, ...]:
    """The page's place in the navigation; empty if there is no page."""
    return () if edition.base is None else (PATH,)


def _data(base: Edition, edition: Edition) -> dict[str, object]:
    notice = _without_names_of_examples(change_notice(base, edition), base)
    groups = [(_heading(edition, name), list(rows)) for name, rows in groupby(notice.rows, _collection)]
    links = {row.name: link for row in notice.rows if (link := _link(edition, row))}
    return {"groups": groups, "links": links, "base": notice.before}


def _without_names_of_examples(notice: ChangeNotice, base: Edition) -> ChangeNotice:
    """The name of an organisation that was only an example would live on in the handbook of another."""
    is_example = _NAME in base.sop.example
    return replace(notice, rows=tuple(row for row in notice.rows if not (is_example and row.name == _NAME)))


def _collection(row: ChangeRow) -> str:
    name = row.name.partition("/")[0]
    return name if name in COLLECTIONS else ""


def _heading(edition: Edition, collection: str) -> str:
    word = edition.words(f"change.field.{collection.replace('_', '-')}") if collection else edition.words("change.here")
    return word[:1].upper() + word[1:]


def _link(edition: Edition, row: ChangeRow) -> str | None:
    """The full name of the entry that changed, if the handbook still has it."""
    name = "/".join(row.name.split("/")[:2])
    return name if _collection(row) and name in edition.known else None
