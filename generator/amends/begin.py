"""`amends init` from start to end: the files of a new project, checked and locked to their base, all or none."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from amends.comparing.upgrade import write_lock
from amends.content.place import DEFAULT_CONTENT, HEADER_FILE, find_place
from amends.finding import UsageError
from amends.new_project import Parent, Wish, new_project, refuse_errors
from amends.output.new_folder import write_new_files
from amends.read import read_sop, usable_sop
from amends.shipped import shipped


def parent_at(path: str, folder: Path, today: date) -> Parent:
    """The project at `path`, as the parent of one that will be in `folder`.

    Raises UsageError if it is no project that can be a parent, and Findings if it has errors.
    """
    content = find_place(path).content.resolve()
    if content.is_relative_to(shipped("sop").resolve()):
        raise UsageError(f"{path}: this SOP comes with amends; write  --base {content.name}")
    if folder.resolve().is_relative_to(content):
        raise UsageError(f"{folder}: all files there belong to {path} itself; name a folder beside it")
    return Parent(_way(folder, content), usable_sop(find_place(path), today)[1])


def begin(folder: Path, wish: Wish, project_id: str, address: str | None, today: date) -> None:
    """Write the files of a new project into a folder that is missing or empty, with the lock of its base.

    Raises UsageError if the folder is used, or if the name of the organisation cannot be used.
    """
    files = new_project(wish, project_id, address, today)
    header = f"{DEFAULT_CONTENT}/{HEADER_FILE}"

    def finish(made: Path) -> None:
        if isinstance(wish.base, Parent):  # from where the files are made, another way leads to it
            content = Path(wish.base.content.layers[-1].content.folder)
            here = replace(wish, base=replace(wish.base, way=_way(made, content.resolve())))
            (made / header).write_text(new_project(here, project_id, address, today)[header], encoding="utf-8")
        place = find_place(str(made))
        if wish.base is not None:
            write_lock(place)
        refuse_errors(read_sop(place, today).findings)
        (made / header).write_text(files[header], encoding="utf-8")

    write_new_files(folder, files, finish)


def _way(project: Path, content: Path) -> str:
    """The way to a folder of content, as a project's own content writes it."""
    try:
        return Path(os.path.relpath(content, (project / DEFAULT_CONTENT).resolve())).as_posix()
    except ValueError:  # Windows: no relative path leads to another drive
        raise UsageError(f"{content}: this is on another drive; put the two projects on one") from None
