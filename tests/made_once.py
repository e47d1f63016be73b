"""Folders that are made once in a test run, by the first worker that needs them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock


@dataclass(frozen=True)
class MadeOnce:
    """`made_once("reference", make)`: the folder of that name; `make(folder)` fills it if no worker has done so yet."""

    root: Path

    def __call__(self, name: str, make: Callable[[Path], None]) -> Path:
        folder, done = self.root / name, self.root / f"{name}.done"
        with FileLock(self.root / f"{name}.lock"):
            if not done.exists():
                # A worker may have failed half-way: the next one must start with an empty folder.
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder
