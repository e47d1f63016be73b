"""The bytes of a file that may be anything: a device, a pipe that nobody fills, gigabytes, or not saved yet."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import MappingProxyType

_NONE: Mapping[str, bytes] = MappingProxyType({})
_UNSAVED: ContextVar[Mapping[str, bytes]] = ContextVar("unsaved", default=_NONE)


@contextmanager
def unsaved(buffers: Mapping[str, bytes]) -> Iterator[None]:
    """Within it, these files hold what an editor has not saved yet. They are named by their real paths."""
    token = _UNSAVED.set(buffers)
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def unsaved_bytes(path: Path) -> bytes | None:
    """What an editor has not saved yet of a file; None if the disk has all of it."""
    buffers = _UNSAVED.get()
    return buffers.get(os.path.realpath(path)) if buffers else None


def file_bytes(path: Path, most: int) -> bytes:
    """The first `most` bytes of a regular file, and one more if it is larger. Raises OSError if it cannot be read."""
    if (buffer := unsaved_bytes(path)) is not None:
        return buffer[: most + 1]
    # Without O_NONBLOCK, opening a pipe would wait until somebody writes into it.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(descriptor)
