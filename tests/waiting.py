"""Waits for what another process does, and sees whether it still runs."""

from __future__ import annotations

import os
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
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2]
