"""Small pieces of text that many chapters need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from amends.documents.bound.blocks import Block, Facts, Item, Line, Lines, Listing, Mark, Part
from amends.documents.point_rows import DontRow
from amends.edition.edition import Chip, Edition, Named, Phrase
from amends.edition.inline import Run
from amends.model.text import Points, Text

_EMPTY: Lines = ()

MOST_ROWS = 3
"""So many rows of one table are named one by one."""

_TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: f"decisions.{name}" for name in ("routing", "validity", "compensation", "goodwill", "escalations")},
        "controls": "page.controls",
    }
)
"""The titles of the tables of which rows are named by what they say, often a sentence."""


def said(edition: Edition, text: str) -> Phrase:
    """A text of ours as a phrase."""
    return Phrase((Run(text),), edition.locale)


def linked(edition: Edition, named: Named) -> Phrase:
    """The name of an entry after its code, or its number if it is a step; the name leads to the entry.

    Some entries are named by a sentence, whose full stop has no place in a list.
    """
    number = edition.numbers.get(named.id) if named.entry.startswith("steps/") else None
    title = named.title.plain.rstrip(".。")
    text = " ".join(dict.fromkeys(filter(None, (str(number or named.code), title))))
    return Phrase((Run(text, entry=named.entry),), named.title.locale, named.title.is_fallback)


def listed(edition: Edition, names: Iterable[Named]) -> Phrase:
    """Several entries in one line, each of which leads to its entry."""
    return _joined(edition, (linked(edition, named) for named in names))


def _joined(edition: Edition, phrases: Iterable[Phrase]) -> Phrase:
    runs: list[Run] = []
    for phrase in phrases:
        if runs:
            runs.append(Run(edition.words("list-separator")))
        runs += phrase.runs
    return Phrase(tuple(runs), edition.locale)


def all_linked(edition: Edition, collection: str, ids: Iterable[str]) -> Phrase:
    """The same for entries of one collection, by their ids."""
    return listed(edition, edition.all_named(collection, ids))


def role(edition: Edition, role_id: str) -> Phrase:
    """One role."""
    return linked(edition, edition.named(f"roles/{role_id}"))


def line(text: Phrase | None, label: str = "", *, quiet: bool = False, strong: bool = False) -> Lines:
    """A paragraph; nothing if there is no text, or an empty one."""
    return (Line(text, label, quiet, strong),) if text and text.runs else _EMPTY


def text_line(edition: Edition, text: Text | None, label: str = "", *, quiet: bool = False) -> Lines:
    """A paragraph of an author's text; nothing if there is none."""
    return line(edition.phrase(text), label, quiet=quiet) if text else _EMPTY


def word_line(edition: Edition, text: str | None, label: str = "", *, quiet: bool = True) -> Lines:
    """A paragraph of fixed words, set small; nothing if there are none."""
    return line(said(edition, text), label, quiet=quiet) if text else _EMPTY


def part(title: str, *blocks: Block | None) -> Iterator[Part]:
    """A part with those blocks that there are; nothing if there are none."""
    found = tuple(block for block in blocks if block)
    if found:
        yield Part(title, found)


def points(edition: Edition, texts: Points, mark: Mark = "dot") -> Listing | None:
    """A list of short texts; none if it is empty."""
    return phrases((edition.phrase(point.text) for point in texts.values()), mark)


def phrases(texts: Iterable[Phrase], mark: Mark = "dot") -> Listing | None:
    """The same of phrases."""
    items = tuple(Item((Line(text),)) for text in texts)
    return Listing(items, mark) if items else None


def donts(edition: Edition, rows: Iterable[DontRow]) -> Listing | None:
    """What not to do, each with what to do and say instead."""
    items = tuple(Item((Line(row.text), *_instead(edition, row))) for row in rows)
    return Listing(items, "cross") if items else None


def _instead(edition: Edition, row: DontRow) -> Lines:
    label = edition.words("dont.instead")
    if row.instead is None:
        return line(listed(edition, row.say), label)
    return (*line(row.instead, label), *line(listed(edition, row.say), edition.words("print.say"), quiet=True))


def facts(rows: Mapping[str, Phrase | None]) -> Facts | None:
    """Those names that have a value; none if none has."""
    known = tuple((name, value) for name, value in rows.items() if value and value.runs)
    return Facts(known) if known else None


def times(edition: Edition, chips: Iterable[Chip]) -> str:
    """A time limit in one line: “P1 1 hour · P2/P3 1 business day”."""
    return edition.words("chip-separator").join(f"{chip.label} {chip.value}".strip() for chip in chips)


def helps_when(edition: Edition, entry: str) -> Lines:
    """The situations in which an entry helps, as staff call them."""
    titles = [edition.title(f"situations/{it}") for it in edition.situations.get(entry, ())]
    return word_line(edition, edition.words("clause-separator").join(titles), edition.words("find.helps-when"))


def used_in(edition: Edition, entry: str) -> Phrase:
    """The entries that name an entry and that have a page or a row of their own."""
    return listed_in_short(edition, [it for it in edition.used_by.get(entry, ()) if not it.startswith("situations/")])


def listed_in_short(edition: Edition, entries: Iterable[str]) -> Phrase:
    """Several entries in one line; of many rows of one table only how many they are."""
    of_collections: dict[str, list[str]] = {}
    for entry in entries:
        of_collections.setdefault(entry.partition("/")[0], []).append(entry)
    pieces = (
        piece
        for collection, names in of_collections.items()
        for piece in (
            (_rows(edition, collection, names),)
            if collection in _TABLES and len(names) > MOST_ROWS
            else (linked(edition, edition.named(name)) for name in names)
        )
    )
    return _joined(edition, pieces)


def _rows(edition: Edition, collection: str, names: list[str]) -> Phrase:
    title = edition.words(_TABLES[collection])
    return Phrase((Run(edition.words("book.rows", count=len(names), title=title), entry=names[0]),), edition.locale)
