"""Faults of the world, such as a full disk, as messages for the user. Any other OSError is a bug and stays as it is."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from amends.finding import UsageError

_NO_ROOM = "make room there, or name another place"
_WAYS_OUT = {
    "ENOSPC": _NO_ROOM,
    "EDQUOT": _NO_ROOM,
    "EFBIG": "raise the limit for the size of a file (ulimit -f), or name another place",
    "EROFS": "name a place that can be written",
    "EMFILE": "raise the limit for open files (ulimit -n)",
    "ENFILE": "close other programs, and try again",
    "ENOMEM": "close other programs, and try again",
}
_WITHOUT_ADVICE = (
    *("EACCES", "EPERM", "EIO", "EBUSY", "EXDEV", "ENAMETOOLONG", "ELOOP", "ENOTDIR", "EISDIR", "ENOTEMPTY"),
    *("ENXIO", "ENODEV", "ESTALE", "ETXTBSY", "ETIMEDOUT", "ENOTCONN", "EREMOTEIO"),
)
# No system has all of these kinds.
_OF_THE_WORLD = {
    getattr(errno, kind): _WAYS_OUT.get(kind, "") for kind in (*_WAYS_OUT, *_WITHOUT_ADVICE) if hasattr(errno, kind)
}


def is_of_the_world(error: OSError) -> bool:
    """Whether the disk, the system or the user's rights caused the error, and not a mistake in our code."""
    return error.errno in _OF_THE_WORLD


def usage_error(error: OSError, place: Path | str, what: str = "cannot be written") -> UsageError:
    """The message for a fault: the place, what is impossible there, the system's reason and the way out."""
    way_out = _OF_THE_WORLD.get(error.errno or 0, "")
    return UsageError("; ".join(filter(None, (f"{place}: {what}: {error.strerror or error}", way_out))))


@contextlib.contextmanager
def told_as_usage(place: Path | str, what: str = "cannot be used") -> Iterator[None]:
    """Turn a fault of the world into UsageError. It names the file; `place` where the system does not name any."""
    try:
        yield
    except OSError as error:
        if not is_of_the_world(error):
            raise
        # Where a file is copied, the second one is the copy.
        raise usage_error(error, error.filename2 or error.filename or place, what) from error
