"""What a folder holds: every file with a digest of its bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Inventory = Mapping[str, str]
"""Each file by its path below a folder, `en/index.html`, with the SHA-256 of its bytes."""

MARKER = ".amends.json"
"""A file in every folder that amends made, with the inventory of that folder; it is not part of the inventory."""

_SHOWN = 3


def names_in(folder: Path) -> Iterator[str]:
    """The path of everything below a folder that is no folder; raises OSError where it may not be looked at.

    A link counts as a file, also where it leads to a folder.
    """
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        with os.scandir(folder / inner) as entries:
            for entry in entries:
                name = f"{inner}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                else:
                    yield name


def inventory_of(folder: Path, subfolder: str = "") -> Inventory:
    """The files of a folder, or of a subfolder alone. Raises OSError where one may not be looked at."""
    names = sorted(name for name in names_in(folder / subfolder) if subfolder or name != MARKER)
    return {path: digest_of(folder / path) for path in (f"{subfolder}/{name}".lstrip("/") for name in names)}


def is_whole(folder: Path, meant: Inventory) -> bool:
    """Whether a folder holds what is meant and nothing else. Raises OSError where a file may not be looked at."""
    names = {name for name in names_in(folder) if name != MARKER}
    return names == meant.keys() and all(digest_of(folder / name) == digest for name, digest in meant.items())


def differences(meant: Inventory, found: Inventory) -> list[str]:
    """What is missing, foreign or changed, in words: `en/index.html is missing`."""
    missing = [f"{name} is missing" for name in sorted(meant.keys() - found.keys())]
    changed = [f"{name} was changed" for name in sorted(meant.keys() & found.keys()) if meant[name] != found[name]]
    foreign = [f"{name} was put there" for name in sorted(found.keys() - meant.keys())]
    return [*missing, *changed, *foreign]


def some(names: Sequence[str]) -> str:
    """The first three of many names."""
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")


def digest_of(path: Path) -> str:
    """What a file holds, as a text that is the same for the same content only."""
    kind = path.lstat().st_mode
    if stat.S_ISLNK(kind):
        return f"link to {path.readlink()}"
    if not stat.S_ISREG(kind):
        return "no file"  # opening a pipe would wait for its writer
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
