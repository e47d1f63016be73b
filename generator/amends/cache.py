"""A cache of bytes; the key of an entry is a digest of all that went into it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.write import write_file

VARIABLE = "AMENDS_CACHE"

_MOST_BYTES = 50_000_000


def user_cache() -> Cache:
    """The cache of this user, or the folder that the variable `AMENDS_CACHE` names; an empty variable means none.

    It is never a folder of the project, whose files may come from anybody: what is kept is published unread.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Cache(Path(named) if named else None)
    try:
        folder = platformdirs.user_cache_path("amends")
    except (OSError, RuntimeError):  # a user without a home
        return Cache(None)
    return Cache(folder if folder.is_absolute() else None)  # a relative one would lie in the project


class Cache:
    """Keeps bytes in a folder, or nothing at all if there is no folder or it cannot be written.

    An entry begins with the digest of the rest, and counts as missing if that does not fit.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`; None if there is nothing, or not what was once written."""
        if self._folder is None:
            return None
        try:
            written = file_bytes(self._folder / key, _MOST_BYTES)
        except OSError:
            return None
        digest, content = written[:32], written[32:]
        return content if hashlib.sha256(content).digest() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`."""
        if self._folder is not None:
            try:
                write_file(self._folder / key, hashlib.sha256(content).digest() + content)
            except UsageError:
                self._folder = None  # a read-only project still builds, only slower
