"""The folder of a new project: all files or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from amends.faults import told_as_usage
from amends.finding import UsageError
from amends.output.inventory import some
from amends.output.workplace import is_workplace, workplace
from amends.write import write_new_file

_ANOTHER = "name a new folder for the project"


def write_new_files(folder: Path, files: Mapping[str, str], finish: Callable[[Path], None] = lambda _: None) -> None:
    """Write all files or none into a folder that is missing or empty. No existing file is replaced.

    `finish` completes or refuses the written files, in a folder that nobody else uses, before they are put in place.
    A folder with only the `.git` of a new repository counts as empty. Raises UsageError if the folder is used, if
    somebody else is starting a project there, or if a file cannot be written.
    """
    with told_as_usage(folder):
        _refuse_used(folder)
        with workplace(_beside(folder)) as work:
            for name, text in files.items():
                write_new_file(work.new / name, text)
            finish(work.new)
            _refuse_used(folder)
            if not folder.exists():
                work.new.rename(folder)
            else:  # it stays the same folder: the user may be in it
                for path in sorted(work.new.iterdir()):
                    path.rename(folder / path.name)


def _beside(folder: Path) -> Path:
    """Where the files are made: on the same file system, and where the user may write."""
    return folder / folder.resolve().name if folder.exists() else folder


def _refuse_used(folder: Path) -> None:
    """Raise UsageError if the folder of a new project already holds files."""
    if folder.is_symlink() and not folder.exists():
        raise UsageError(f"{folder}: this is a link that leads nowhere; {_ANOTHER}")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: this is a file; {_ANOTHER}")
    entries = folder.iterdir() if folder.exists() else ()
    held = sorted(path.name for path in entries if path.name != ".git" and not is_workplace(path, _beside(folder)))
    if held:
        raise UsageError(f"{folder}: this folder is not empty ({some(held)}); {_ANOTHER}")
