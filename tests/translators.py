"""A project, what its translators do with its texts, and files that they send back."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from amends.content.place import find_place
from amends.translating.project import Project
from amends.translating.transfer import Import, exported

KINDS = ("xlsx", "po", "xliff")
Sheet = Callable[[Any], None]


def project_at(folder: Path) -> Project:
    """The project in a folder."""
    return Project.at(find_place(str(folder)))


class Translator:
    """A project, and what a translator does with its texts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sent(self, file: str, into: str = "zh", *, own: bool = False, todo: bool = False) -> Path:
        """The texts in a file for translators."""
        project = project_at(self.folder)
        path = self.folder.parent / file
        [texts] = project.languages([into])
        exported(project, texts, path, own=own, todo=todo)
        return path

    def back(self, file: Path, locale: str | None = None) -> Import:
        """What a file that came back would change."""
        return Import.of_file(project_at(self.folder), file, locale)

    def taken(self, file: Path) -> Import:
        """What a file has changed."""
        coming = self.back(file)
        coming.write(lambda _: None)
        return coming

    def files(self) -> Mapping[str, bytes]:
        """All files of the project."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    def texts(self, into: str = "zh") -> Mapping[str, str]:
        """The translations that the project has."""
        return {unit.id: unit.target for unit in project_at(self.folder).texts(into).units}


NORTH = """\
id: north
extends: ../hotel
locales: [en]          # the others follow
title: "Complaints in the north"   # short, and in one language
organisation:
  name: North Hotel
"""
NORTH_PEOPLE = """\
# Who is who in the north.
roles:
  front-desk:
    title: Reception  # as everybody says
    # what they do
    duties: {smile: "Smile, and mean it."}
  manager: {title: {en: "Head of house"}}
"""


def edited(file: Path, edit: Sheet) -> Path:
    """A workbook that somebody has edited and saved."""
    book = openpyxl.load_workbook(file)
    edit(book.active)
    book.save(file)
    return file


def row_of(sheet: Any, name: str) -> int:
    """The row of a text."""
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


def book_of(rows: list[list[Any]]) -> bytes:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
