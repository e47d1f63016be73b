"""Chapters as plain data, with references that know where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amends.documents.bound.blocks import (
    Block,
    Chapter,
    Choice,
    Facts,
    Line,
    Listing,
    Part,
    Prose,
    Say,
    Section,
    Stop,
    Table,
)
from amends.edition.edition import Phrase
from amends.printing.kind import Data
from amends.printing.plain_data import pause_data, script_data

Places = Mapping[str, str]
"""The label of the section that shows an entry, by the full name of the entry."""
NOWHERE: Places = {}


def chapters_data(chapters: Sequence[Chapter], elsewhere: Places = NOWHERE) -> list[Data]:
    """The chapters with their sections; each section has a label, to which references in all of them lead.

    `elsewhere` are the places that are no sections: the sheets of a binder.
    """
    places = {
        **elsewhere,
        **{
            name: _label(at, number)
            for at, chapter in enumerate(chapters)
            for number, section in enumerate(chapter.sections)
            for name in section.shows
        },
    }
    return [_chapter(chapter, at, places) for at, chapter in enumerate(chapters)]


def section_data(section: Section) -> Data:
    """One section that stands alone: its references lead nowhere."""
    return _SectionData({}, "").of(section)


def _label(chapter: int, section: int) -> str:
    return f"section-{chapter}-{section}"


def _chapter(chapter: Chapter, at: int, places: Places) -> Data:
    return {
        "title": chapter.title,
        "intro": chapter.intro,
        "sections": [
            _SectionData(places, _label(at, number)).of(section) for number, section in enumerate(chapter.sections)
        ],
    }


class _SectionData:
    """Makes the data of one section. The first of several references to the same place names its page."""

    def __init__(self, places: Places, label: str) -> None:
        self._places = places
        self._label = label
        self._told = {label}

    def of(self, section: Section) -> Data:
        return {
            "label": self._label,
            "title": self._runs(section.title) if section.title else [],
            "badge": section.badge,
            "colour": section.colour,
            "lead": self._runs(section.lead) if section.lead else None,
            "large": section.is_large,
            "parts": [self._part(part) for part in section.parts],
        }

    def _part(self, part: Part) -> Data:
        return {"title": part.title, "blocks": [self._block(block) for block in part.blocks]}

    def _block(self, block: Block) -> Data:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Prose():
                return {"type": "prose", "lines": self._lines(block.lines), "framed": block.is_framed}
            case Listing():
                return {"type": "list", "items": self._items(block)}
            case Choice():
                question = self._lines(block.question)
                return {"type": "choice", "question": question, "items": self._items(block.answers)}
            case Facts():
                rows = [{"name": name, "value": self._runs(value)} for name, value in block.rows]
                return {"type": "facts", "rows": rows}
            case Table():
                cells = [[self._cell(cell, block) for cell in row] for row in block.rows]
                return {"type": "table", "columns": block.columns, "rows": cells}
            case Say():
                return {"type": "say", **script_data(block.script)}
            case Stop():
                return {"type": "stop", **pause_data(block.pause)}

    def _items(self, listing: Listing) -> list[Data]:
        marks = (listing.mark,) * len(listing.items) if isinstance(listing.mark, str) else listing.mark
        return [
            {"lines": self._lines(item.lines), "mark": mark} for item, mark in zip(listing.items, marks, strict=True)
        ]

    def _cell(self, lines: Iterable[Line], table: Table) -> list[Data]:
        if table.is_index:
            self._told.clear()
        return self._lines(lines)

    def _lines(self, lines: Iterable[Line]) -> list[Data]:
        return [
            {
                "text": self._runs(line.text),
                "label": line.label,
                "quiet": line.quiet,
                "strong": line.strong,
                "point": line.is_point,
            }
            for line in lines
        ]

    def _runs(self, phrase: Phrase) -> list[Data]:
        return [
            {"text": run.text, "style": run.style, "link": run.link, **self._reference(run.entry)}
            for run in phrase.runs
        ]

    def _reference(self, entry: str | None) -> Data:
        """Where a run leads, and whether the page is told; nothing if it leads to this section or to none."""
        to = self._place(entry)
        if to in (None, self._label):
            return {"to": None, "paged": False}
        is_new = to not in self._told
        self._told.add(to)
        return {"to": to, "paged": is_new}

    def _place(self, entry: str | None) -> str | None:
        """A part of an entry has no place of its own, so it leads to that of its entry."""
        return self._places.get("/".join(entry.split("/")[:2])) if entry else None
