"""A small SOP on disk for tests, which they can change in one place and read like any SOP."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Self

from amends.book import Manuscript, editions, read_manuscript
from amends.content.place import Place
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition
from amends.model.sop import Sop
from amends.read import Reading, read_sop, usable_sop


class SmallSop:
    """These files in a folder. Tests read them with a fixed day, since only findings depend on it."""

    def __init__(self, folder: Path, files: Mapping[str, str], today: date) -> None:
        self.folder, self.today = folder, today
        self.place = Place(home=folder, content=folder, config=None)
        folder.mkdir(parents=True, exist_ok=True)
        self.write(files)

    def write(self, files: Mapping[str, str]) -> None:
        """Write files by their names; they replace files of the same name."""
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, old: str, new: str) -> Self:
        """The same SOP with one place of its files changed."""
        [path] = [path for path in sorted(self.folder.glob("*.yml")) if old in path.read_text(encoding="utf-8")]
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands in {path.name} more than once"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def reading(self) -> Reading:
        """What amends reads, with every finding."""
        return read_sop(self.place, self.today)

    def sop(self) -> Sop:
        """What amends reads; raises Findings if the files have an error."""
        return usable_sop(self.place, self.today)[0]

    def manuscript(self) -> Manuscript:
        """The SOP with its sheets in every locale."""
        return read_manuscript(self.place, self.today)

    def edition(self, locale: str = "en") -> Edition:
        """The SOP in one locale."""
        return next(edition for edition in self.editions() if edition.locale == locale)

    def sheets(self) -> tuple[Sheets, ...]:
        """The sheets of the SOP in every locale."""
        return tuple(map(Sheets, self.editions()))

    def editions(self) -> tuple[Edition, ...]:
        """The SOP in every locale."""
        return editions(self.sop())
