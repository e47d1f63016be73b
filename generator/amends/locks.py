"""Locks on files and folders that are being made. If we are killed, the system unlocks them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


def try_lock(descriptor: int) -> bool:
    """Lock an open file or folder until it is closed; False if another process has it."""
    if sys.platform == "win32":  # no flock there, so users must not run two builds at once
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def locked_folder(folder: Path) -> Iterator[bool]:
    """Lock a folder while the block runs; False if another process has it, or has just deleted it."""
    if sys.platform == "win32":  # which opens no folders
        yield True
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        yield False
        return
    try:
        yield try_lock(descriptor)
    finally:
        os.close(descriptor)
