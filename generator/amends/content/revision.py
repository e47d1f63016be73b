"""A project as it was in a revision of git: `HEAD~1:.`, `v1.2:shop`."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from amends.content.place import Place, find_place
from amends.finding import UsageError
from amends.temporary import temporary_folder


@contextmanager
def place_at(name: str) -> Iterator[Place]:
    """The project that a user means: as in `find_place`, or `REVISION:PATH` for a project in a revision of git.

    PATH starts from the current folder. The revision is unpacked into a temporary folder, which exists as long as the
    block runs. Raises UsageError if there is no such revision, no repository or no git.
    """
    revision, colon, path = name.partition(":")
    if not colon or os.path.exists(name):  # noqa: PTH110 - a name may be too long for a path
        yield find_place(name)
        return
    prefix = _git(name, "rev-parse", "--show-prefix").decode().rstrip("\n")
    # --end-of-options: git must not take a revision that begins with a hyphen for an option.
    commit = (
        _git(name, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    top = Path(_git(name, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    inside = os.path.relpath(os.path.realpath(path) if Path(path).is_absolute() else top / prefix / path, top)
    if Path(inside).parts[:1] == (os.pardir,):
        raise UsageError(f"{name}: this leads out of the repository {top}, so no revision has it; name a folder in it")
    with temporary_folder() as folder:
        zipfile.ZipFile(io.BytesIO(_git(name, "archive", "--format=zip", commit, cwd=top))).extractall(folder)
        if not os.path.isdir(Path(folder, inside)):  # noqa: PTH112 - a name may be too long for a path
            raise UsageError(f"{name}: {revision} has no folder {inside}; name one that it has")
        yield find_place(str(Path(folder, inside)))


def _git(name: str, *arguments: str, cwd: Path | None = None) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=True).stdout  # noqa: S603, S607
    except FileNotFoundError:
        raise UsageError(f"{name}: git is not installed, so no revision can be looked at") from None
    except subprocess.CalledProcessError as error:
        # An unknown revision is git's silent answer; any other trouble it explains, and often says what to do.
        said = " ".join(error.stderr.decode(errors="replace").split())
        what = f"git cannot look for a revision: {said}" if said else "no such revision of a git repository here"
        raise UsageError(
            f"{name}: there is no such folder, and {what}; write  REVISION:PATH, for example  HEAD~1:."
        ) from None
