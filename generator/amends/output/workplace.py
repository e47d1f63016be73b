"""A hidden folder beside an output in which a new one is made; the leftovers of killed builds are swept there."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.faults import usage_error
from amends.finding import UsageError
from amends.locks import locked_folder


@dataclass(frozen=True)
class Workplace:
    """A locked folder `.NAME.amends-XXXXXXXX` beside the output, which no other process uses."""

    output: Path
    folder: Path

    @property
    def new(self) -> Path:
        """The folder that will take the place of the output."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The place of the old output between two renames, where the system cannot swap two folders in one step."""
        return self.folder / "old"


@contextlib.contextmanager
def workplace(output: Path) -> Iterator[Workplace]:
    """A workplace that is deleted when the block ends, with all that is in it then.

    Missing folders above the output are made, and deleted again if the block fails. Raises UsageError if another
    process is working on this output, or if nothing can be written beside it.
    """
    missing = [path for path in output.absolute().parents if not path.exists()]
    try:
        folder = _new_folder(output)
        try:
            with locked_folder(folder) as is_ours:
                _sweep(output, folder, is_ours=is_ours)
                yield Workplace(output, folder)
        finally:
            delete(folder)
    except BaseException:
        for path in missing:
            with contextlib.suppress(OSError):  # somebody has put a file there
                path.rmdir()
        raise


def delete(folder: Path) -> None:
    """Delete a folder of ours, also where parts of it may not be looked at; what cannot be deleted stays."""
    for path in (folder, *(folder.iterdir() if folder.is_dir() else ())):
        with contextlib.suppress(OSError):
            path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _new_folder(output: Path) -> Path:
    """A folder with the permissions that the user's umask gives to new folders."""
    folder = output.with_name(f".{output.name}.amends-{secrets.token_hex(4)}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
    except OSError as error:
        raise usage_error(error, output.parent) from None
    return folder


def _sweep(output: Path, own: Path, *, is_ours: bool) -> None:
    """Delete what killed builds left beside the output; raise UsageError if another build is running."""
    leftovers = [path for path in output.parent.iterdir() if is_workplace(path, output) and path != own]
    with contextlib.ExitStack() as locks:
        are_free = [_is_free(leftover, locks) for leftover in leftovers]
        if not (is_ours and all(are_free)):
            raise UsageError(f"{output}: another amends command is writing here; wait for it to end")
        for leftover in leftovers:
            old = Workplace(output, leftover).old
            if old.is_dir() and not output.exists():
                old.rename(output)  # that build was killed between two renames
            delete(leftover)


def is_workplace(path: Path, output: Path) -> bool:
    """Whether this is a workplace for an output. A file, a pipe or a link of such a name was not made by us.

    It may be gone already, if the command that made it has just ended.
    """
    made_by_us = re.compile(rf"\.{re.escape(output.name)}\.amends-[0-9a-f]{{8}}")
    return made_by_us.fullmatch(path.name) is not None and path.is_dir() and not path.is_symlink()


def _is_free(leftover: Path, locks: contextlib.ExitStack) -> bool:
    """Lock a leftover; False if a build has it. Raises UsageError if nobody can know that."""
    with contextlib.suppress(OSError):
        if not leftover.stat().st_mode & stat.S_IRUSR:
            leftover.chmod(0o700)
    try:
        return locks.enter_context(locked_folder(leftover))
    except PermissionError as error:
        raise usage_error(error, leftover, "is of another user and cannot be looked at") from None
