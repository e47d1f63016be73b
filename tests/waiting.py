"""Waits for what another process does, and sees whether it still runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep


def wait_until(is_true: Callable[[], bool], seconds: int = 120) -> None:
    """Return once it is true; fail if that takes too long."""
    end = monotonic() + seconds
    while not is_true():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.05)


def is_alive(process: int) -> bool:
    """Whether a process runs, by its id; one that has ended but was not yet taken away is not alive."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    # The name of the program stands in brackets before the state, and may hold anything.
    return not stat.rpartition(")")[2].lstrip().startswith("Z")
