"""Single files, each written completely or not at all. Whole folders are replaced in `output/`."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from functools import cache
from io import BufferedWriter
from pathlib import Path
from typing import TextIO

from amends.faults import usage_error
from amends.finding import UsageError
from amends.locks import try_lock

_UNFINISHED = re.compile(r"\..+\.amends-[0-9a-f]{8}")


def write_file(path: Path, content: bytes) -> None:
    """Write one file completely or not at all. A file that already has these bytes is not touched.

    Raises UsageError if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return
        _sweep(path.parent)
        with _replacing(path) as file:
            file.write(content)
    except OSError as error:
        raise usage_error(error, path) from None


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[BufferedWriter]:
    """A new file that takes the place of `path` when the block ends; it is deleted if the block fails."""
    new, file = _new_file(path)
    try:
        with file:
            yield file
            file.flush()
            new.replace(path)  # still locked, so that no sweep takes it for a leftover
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _new_file(path: Path) -> tuple[Path, BufferedWriter]:
    """A locked file beside `path`, with the permissions that the user's umask gives to new files."""
    while True:
        new = path.with_name(f".{path.name}.amends-{secrets.token_hex(4)}")
        file = new.open("xb")
        if try_lock(file.fileno()) and os.fstat(file.fileno()).st_nlink:
            return new, file
        file.close()  # between the two calls, another process took it for a leftover and deleted it


@cache
def _sweep(folder: Path) -> None:
    """Delete the files that killed runs left half-written in a folder. Once is enough for one run."""
    for path in folder.iterdir():
        if _UNFINISHED.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with contextlib.suppress(OSError), path.open("rb") as file:
                if try_lock(file.fileno()):
                    path.unlink()


def write_new_file(path: Path, text: str) -> None:
    """Write a new file and make its folders. Raises UsageError if the file exists or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise usage_error(error, path) from None
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            _fill(path, file, text)
    except FileExistsError:
        raise UsageError(f"{path}: is there already; nothing was changed") from None
    except OSError as error:
        raise usage_error(error, path) from None


def _fill(path: Path, file: TextIO, text: str) -> None:
    """Write the text into a new file; delete the file if not all of it can be written."""
    try:
        file.write(text)
        file.flush()
    except OSError:
        path.unlink(missing_ok=True)
        raise
