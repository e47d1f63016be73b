"""The bytes of a file that may be anything: a device, a pipe that nobody fills, or gigabytes."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def file_bytes(path: Path, most: int) -> bytes:
    """The first `most` bytes of a regular file, and one more if it is larger. Raises OSError if it cannot be read."""
    # Without O_NONBLOCK, opening a pipe would wait until somebody writes into it.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file", str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(descriptor)
