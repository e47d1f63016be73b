"""Which folder may be the output: none with somebody else's files, and none from which a build reads."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from amends.faults import told_as_usage
from amends.finding import UsageError
from amends.output.inventory import MARKER, some
from amends.output.marker import foreign_files

_ANOTHER = "name another folder for the output"


def refuse_foreign(output: Path, inside: Sequence[Path] = (), sources: Sequence[Path] = ()) -> None:
    """Raise UsageError unless the folder is missing, is empty, or was made by amends.

    It must not hold one of the places `inside`, nor the folder or the home of the user. It must not hold a folder of
    `sources` nor lie in one: a build would read what it has written before.
    """
    with told_as_usage(output, "cannot be used for the output"):
        if output.is_symlink():
            raise UsageError(f"{output}: this is a link; name a real folder for the output")
        _refuse_place(output, inside, sources)
        if not output.exists():
            return
        if not output.is_dir():
            raise UsageError(f"{output}: this is a file; name a folder for the output")
        if foreign := foreign_files(output):
            raise UsageError(
                f"{output}: holds files that amends did not make ({some(foreign)}); "
                "move them away or name another folder"
            )


def refuse_for_single_files(output: Path, sources: Sequence[Path]) -> None:
    """Raise UsageError if files of ours may not join those of the folder: it is read by a build, or is a handbook."""
    with told_as_usage(output, "cannot be used for the output"):
        _refuse_inside(output, sources)
        for folder in (output.resolve(), *output.resolve().parents):
            if (folder / MARKER).exists():
                raise UsageError(
                    f"{output}: this folder lies in the handbook {folder}, which a build replaces; {_ANOTHER}"
                )


def refuse_mount_point(output: Path) -> None:
    """Raise UsageError if another file system, or another folder, is mounted at the output: it cannot be replaced."""
    if output.exists() and (os.path.ismount(output) or output.resolve() in _mount_points()):
        raise UsageError(
            f"{output}: this is a mount point and cannot be replaced as a whole; name a folder in it: {output / 'site'}"
        )


def _refuse_place(output: Path, inside: Sequence[Path], sources: Sequence[Path]) -> None:
    resolved = output.resolve()
    for place in (*_folders_of_the_user(), *inside, *sources):
        if place.resolve().is_relative_to(resolved):
            raise UsageError(f"{output}: this folder holds {place}; {_ANOTHER}")
    _refuse_inside(output, sources)


def _refuse_inside(output: Path, sources: Sequence[Path]) -> None:
    for source in sources:
        if output.resolve().is_relative_to(source.resolve()):
            raise UsageError(f"{output}: this folder lies in {source}, from which the build reads; {_ANOTHER}")


def _folders_of_the_user() -> Iterator[Path]:
    """The home of the user, and the folder in which the user is."""
    with contextlib.suppress(RuntimeError):  # a user without a name, as in a container, has no home
        yield Path.home()
    with contextlib.suppress(FileNotFoundError):  # somebody has deleted it
        yield Path.cwd()


def _mount_points() -> Iterator[Path]:
    """Every mount point, on Linux. A folder of the same file system may be mounted, which os.path.ismount overlooks."""
    try:
        lines = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        # The kernel writes a space in a name as \040.
        yield Path(os.fsdecode(line.split()[4].decode("unicode_escape").encode("latin-1")))
