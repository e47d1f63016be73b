"""The same work for several things at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from amends.finding import Findings, UsageError

T = TypeVar("T")

_work: Callable[[Any], Any]


def in_processes(work: Callable[[str], T], names: Sequence[str], processes: int) -> list[T]:
    """What the work gives for each name, in their order.

    Each process begins as a copy of this one, so it knows all that was read before; its result is sent back. Systems
    that cannot copy a process do one thing after the other. Raises Findings with those of all names together, and else
    what the work for the first name raised.
    """
    if min(len(names), processes) < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004
        return [work(name) for name in names]
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(len(names), processes), context, _begin, (work,)) as pool:
            futures = [pool.submit(_do, name) for name in names]
            errors = [error for future in futures if (error := future.exception())]
    except BrokenProcessPool:  # somebody killed a process, or the system did for want of memory
        raise UsageError("a process of this build was killed; build again, with more memory if it was that") from None
    findings = [finding for error in errors if isinstance(error, Findings) for finding in error.findings]
    for error in errors:
        raise Findings(findings) if isinstance(error, Findings) else error
    return [future.result() for future in futures]


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - the only way in which a process of the pool can inherit what no pickle holds
    _work = work
    end_with_parent()


def end_with_parent() -> None:
    """End this process when the one that began it has been killed, which can do nothing about it any more."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(name: str) -> Any:
    return _work(name)
