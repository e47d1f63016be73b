"""`amends.lock.json`: the base that a project last saw, kept so that a newer base can be compared with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amends.comparing.small_lock import SmallLock, small_lock
from amends.content.layers import Resolved, Shape, resolved
from amends.faults import usage_error
from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.shipped import shipped

LOCK_FILE = "amends.lock.json"
_MOST_BYTES = 50_000_000


@dataclass(frozen=True)
class Lock:
    """The base of a project at one time: the version of amends that shipped it, and its whole content."""

    version: str
    header: dict[str, object]
    collections: dict[str, dict[str, object]]

    def text(self) -> str:
        """The text of the lock file; the same base gives the same bytes."""
        data = {"amends": self.version, "header": self.header, "collections": self.collections}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def base_of(content: Resolved, shape: Shape) -> Resolved:
    """All layers below the topmost one; raises UsageError if there are none."""
    if len(content.layers) == 1:
        raise UsageError(
            "this SOP extends nothing, so it has no base to upgrade; write  extends: reference  in sop.yml"
        )
    return resolved(content.layers[:-1], shape)


def lock_of(content: Resolved, version: str, shape: Shape) -> Lock | SmallLock:
    """The lock for the base of the topmost layer; raises UsageError if this layer has no base.

    A shipped base is gone with the next version of amends, so all of it is kept. Another base is a project of its
    own with a history of its own, so its lock is small.
    """
    base = base_of(content, shape)
    if not Path(base.layers[-1].content.folder).resolve().is_relative_to(shipped("sop").resolve()):
        return small_lock(content, base)
    return Lock(version, base.header or {}, base.collections)


def read_lock(path: Path) -> Lock | SmallLock:
    """The lock of a project; raises UsageError if it is missing or cannot be read."""
    try:
        lock = _lock(json.loads(file_bytes(path, _MOST_BYTES)))
        lock.text().encode()  # JSON may hold half a character, which nothing can write
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no lock yet; write one with  amends upgrade --yes") from None
    except OSError as error:
        raise usage_error(error, path, "cannot be read") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{path}: this is no lock of amends; delete it and run  amends upgrade --yes") from None
    return lock


def _lock(data: Any) -> Lock | SmallLock:
    if "base" in data:
        return SmallLock.read(data)
    collections = {name: dict(entries) for name, entries in data["collections"].items()}
    return Lock(str(data["amends"]), dict(data["header"]), collections)
