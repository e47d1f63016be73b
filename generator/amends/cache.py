"""A cache of bytes in a folder; the key of an entry is a hash of everything that went into it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.write import write_file

MOST_BYTES = 512 * 2**20
"""How large the folder may become. Then the entries that were used longest ago are deleted, at the next sweep."""

# A key is a hash, so about one entry in so many begins a sweep, whichever process puts it there. A sweep in every build
# would look at all that the builds before it have left, and the thousandth handbook would cost more than the first.
_ENTRIES_PER_SWEEP = 1024
_LARGEST_ENTRY = MOST_BYTES // 4
_DIGEST_BYTES = 32
# An entry, or what a killed build left of one.
_OURS = re.compile(r"\.?[0-9a-f]{64}(\..+)?")

VARIABLE = "AMENDS_CACHE"
"""The variable of the environment that names another folder than the user's own."""


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
    """Keeps bytes in a folder, or nothing at all if there is no folder. The folder may be deleted at any time.

    An entry is never out of date, since its key is a hash, in 64 hexadecimal digits, of all that went into it. An entry
    begins with the digest of its key and its content; anything else in its place counts as missing. This protects from
    accidents, not from somebody who may write in the folder and knows this.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def is_kept(self) -> bool:
        """Whether there is a folder in which anything may be kept."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`; None if there is nothing, or not what was once put there."""
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            written = b"" if path.is_symlink() else file_bytes(path, _LARGEST_ENTRY)  # a link may lead anywhere
        except OSError:
            return None
        digest, content = written[:_DIGEST_BYTES], written[_DIGEST_BYTES:]
        if digest != _digest(key, content):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # so that the sweep knows when it was last used
        return content

    def put(self, key: str, content: bytes) -> bool:
        """Keep `content` under `key`; False if that is not possible."""
        if self._folder is None or len(content) > _LARGEST_ENTRY - _DIGEST_BYTES:
            return False
        path = self._folder / key
        with contextlib.suppress(OSError):
            path.unlink()  # whatever stands there, it is not what was once put there
        try:
            write_file(path, _digest(key, content) + content)
        except UsageError:
            return False  # a read-only project still builds, only slower
        if int(key, 16) % _ENTRIES_PER_SWEEP == 0:
            _sweep(self._folder)
        return True


def _sweep(folder: Path) -> None:
    """Delete the entries that were used longest ago, if the folder is too large."""
    room = MOST_BYTES
    for _, size, path in sorted(_entries(folder), reverse=True):
        room -= size
        if room < 0:
            with contextlib.suppress(OSError):
                path.unlink()


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()


def _entries(folder: Path) -> Iterator[tuple[int, int, Path]]:
    """When each entry was last used, how large it is, and its path."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                yield status.st_mtime_ns, status.st_size, Path(entry.path)
