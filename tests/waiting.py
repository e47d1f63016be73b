"""Waits for what another process does."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep


def wait_until(is_true: Callable[[], bool], seconds: int = 120) -> None:
    """Return once it is true; fail if that takes too long."""
    end = monotonic() + seconds
    while not is_true():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.05)
