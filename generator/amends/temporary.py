"""A temporary folder that is deleted even if we are killed: the next command that needs one sweeps it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from amends.faults import usage_error
from amends.locks import locked_folder

_PREFIX = "amends-"
_OURS = re.compile(rf"{_PREFIX}[a-z0-9_]{{8}}")


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """An empty folder for this block; raises UsageError if there is no place for temporary files."""
    with contextlib.ExitStack() as locks:
        try:
            _sweep(Path(tempfile.gettempdir()))
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            while not locks.enter_context(locked_folder(folder)):  # another process took it for a leftover
                folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError as error:
            place = os.environ.get("TMPDIR", "temporary files")
            raise usage_error(error, place, "cannot be used for temporary files") from None
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(top: Path) -> None:
    """Delete what killed commands of this user have left."""
    if sys.platform == "win32":  # nobody knows there which of them are in use
        return
    for path in top.iterdir():
        with contextlib.suppress(OSError):  # it is somebody else's
            if _OURS.fullmatch(path.name) and path.stat(follow_symlinks=False).st_uid == os.geteuid():
                with locked_folder(path) as is_free:
                    if is_free:
                        shutil.rmtree(path, ignore_errors=True)
