"""A project as it is in an editor: its files with what is not saved yet, what is found in them, what they hold."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from amends.content.place import CONFIG_FILE, HEADER_FILE, Place, find_place
from amends.editor.known import Known
from amends.file_bytes import file_bytes, unsaved
from amends.finding import Finding, UsageError
from amends.read import read_sop
from amends.self_docs.explanations import EXPLAINED
from amends.telling.languages import ENGLISH, Language, language
from amends.telling.told import Judgement
from amends.telling.wish import Options

_MOST_BYTES = 4_000_000


def place_of(file: Path) -> Place | None:
    """The project to which a file of content belongs: the nearest folder above it with a sop.yml, and its home."""
    folder = next((it for it in file.parents if (it / HEADER_FILE).is_file()), None)
    if folder is None:
        return None
    for home in folder.parents:
        if (home / CONFIG_FILE).is_file() and (place := _place(home)) and place.content.resolve() == folder.resolve():
            return place
    return _place(folder)


def _place(folder: Path) -> Place | None:
    try:
        return find_place(str(folder))
    except UsageError:
        return None


class Texts:
    """The texts of files as their author sees them: what is open in an editor, and else what is saved."""

    def __init__(self, buffers: Mapping[str, bytes]) -> None:
        self.buffers = buffers
        self._lines: dict[str, list[str]] = {}

    def lines(self, file: str) -> list[str]:
        """The lines of a file, one after the other; a file that cannot be read has one empty line."""
        if file not in self._lines:
            self._lines[file] = self._text(file).split("\n")
        return self._lines[file]

    def line(self, file: str, number: int) -> str:
        """A line of a file, counted from 1."""
        lines = self.lines(file)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _text(self, file: str) -> str:
        try:
            with unsaved(self.buffers):
                source = file_bytes(Path(file), _MOST_BYTES)
        except (OSError, ValueError):
            return ""
        return plain_text(source.decode("utf-8-sig", errors="replace"))


def plain_text(text: str) -> str:
    """A text with the line ends of which the reader of YAML speaks; its lines are those of an editor."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class Checked:
    """What one check of a project gave: the findings as they are told, and the same in the language of the author."""

    findings: tuple[Finding, ...] = ()
    said: tuple[Finding, ...] = ()
    way_out: str = ""
    texts: Texts = field(default_factory=lambda: Texts({}))
    files: frozenset[str] = frozenset()
    """The real paths of all files that were read; `names` has them as messages write them."""
    names: tuple[str, ...] = ()
    trouble: str = ""
    """Why nothing could be checked."""


class Project:
    """One project. `known` is what it held when all files could be read last: a half-typed one hides nothing."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.known: Known | None = None
        self.files = frozenset({os.path.realpath(place.content / HEADER_FILE)})

    def check(self, buffers: Mapping[str, bytes], today: date, locale: str) -> Checked:
        """What `amends check` tells of the files as they are now."""
        texts = Texts(buffers)
        try:
            with unsaved(buffers):
                return self._checked(texts, today, locale)
        except UsageError as error:
            return Checked(texts=texts, files=self.files, trouble=_language(locale).error(str(error)))

    def _checked(self, texts: Texts, today: date, locale: str) -> Checked:
        reading = read_sop(self.place, today)
        judgement = Judgement(self.place, reading, Options(), EXPLAINED, today)
        told = judgement.told(texts.line).findings
        if self.known is None or reading.content.is_complete:
            whole = reading.sop or (self.known.sop if self.known else None)
            self.known = Known(reading.content, whole, locale.partition("-")[0] or ENGLISH)
        spoken = _language(locale, judgement.settings.locale)
        said = tuple(spoken.said(finding) for finding in told)
        self.files = frozenset(os.path.realpath(file) for file in reading.content.files)
        return Checked(told, said, spoken.words.way_out, texts, self.files, reading.content.files)


def _language(*wanted: str) -> Language:
    """The first of these languages in which findings can be told."""
    for locale in filter(None, wanted):
        try:
            return language(locale)
        except UsageError:
            continue
    return language(ENGLISH)
