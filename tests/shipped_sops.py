"""The SOPs that we ship, each read once in a process and shared by all tests. Tests must not change them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from amends.book import all_sheets
from amends.content.bases import base_folder, bases
from amends.content.loader import Content, read_content
from amends.content.place import Place, find_place
from amends.documents.process_map import ProcessMap
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.finding import Finding
from amends.model.sop import COLLECTIONS, Header, Sop
from amends.printing.kinds import fingerprints
from amends.read import Reading, read_sop
from amends.self_docs.explanations import EXPLAINED
from amends.telling.told import Judgement
from amends.telling.wish import Options

NAMES = tuple(bases())
TODAY = date(2026, 11, 21)
"""The day on which they are read; only findings depend on it."""


class ShippedSops:
    """Everything made from a shipped SOP, by its name. Each object is made at the first request and then shared."""

    def __init__(self) -> None:
        self.reading = cache(_reading)
        self.content = cache(_content)
        self.everything = cache(self._everything)
        self.marks = cache(self._marks)

    def sop(self, name: str) -> Sop:
        """The SOP; fails if it has an error."""
        reading = self.reading(name)
        assert reading.sop is not None
        assert [finding for finding in reading.findings if finding.is_error] == []
        return reading.sop

    def editions(self, name: str) -> tuple[Edition, ...]:
        """The SOP in each of its locales."""
        return tuple(sheets.edition for sheets in self.everything(name))

    def edition(self, name: str, locale: str) -> Edition:
        """The SOP in one locale."""
        return self.sheets(name, locale).edition

    def sheets(self, name: str, locale: str) -> Sheets:
        """The sheets of one locale."""
        return next(sheets for sheets in self.everything(name) if sheets.edition.locale == locale)

    def process(self, name: str, locale: str) -> ProcessMap:
        """The process as a map, in one locale."""
        return self.sheets(name, locale).map

    def _everything(self, name: str) -> tuple[Sheets, ...]:
        return all_sheets(self.sop(name))

    def _marks(self, name: str, locale: str) -> Fingerprints:
        return fingerprints(self.sheets(name, locale))


def stops_publishing(place: Place, reading: Reading, today: date) -> list[Finding]:
    """What `check --profile publish` tells beside remarks."""
    judgement = Judgement(place, reading, Options(profile="publish"), EXPLAINED, today)
    return [it for it in judgement.findings if it.level != "info"]


def folder_of(name: str) -> Path:
    """The folder of a shipped SOP."""
    folder = base_folder(name)
    assert folder is not None
    return folder


def _reading(name: str) -> Reading:
    return read_sop(find_place(str(folder_of(name))), TODAY)


def _content(name: str) -> Content:
    return read_content(folder_of(name), tuple(Header.model_fields), COLLECTIONS)
