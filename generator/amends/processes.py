"""The same work for several things at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from amends.finding import Finding, Findings, UsageError

T = TypeVar("T")

_work: Callable[[Any], Any]


def in_processes(work: Callable[[str], T], names: Sequence[str], processes: int) -> list[T]:
    """What the work gives for each name, in their order.

    Each process begins as a copy of this one, so it knows all that was read before; its result is sent back. Systems
    that cannot copy a process do one thing after the other. Raises Findings with those of all names together. Any other
    error is raised as it is, that of the first name first.
    """
    if min(len(names), processes) < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004
        return _results(partial(work, name) for name in names)
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(len(names), processes), context, _begin, (work,)) as pool:
            return _results([pool.submit(_do, name).result for name in names])
    except BrokenProcessPool:  # somebody killed a process, or the system did for want of memory
        raise UsageError("a process of this build was killed; build again, with more memory if it was that") from None


def _results(calls: Iterable[Callable[[], T]]) -> list[T]:
    results: list[T] = []
    findings: list[Finding] = []
    for call in calls:
        try:
            results.append(call())
        except Findings as problems:
            findings += problems.findings
    if findings:
        raise Findings(findings)
    return results


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
    try:
        return _work(name)
    except Exception as error:
        if _can_be_sent(error):
            raise
        raise RuntimeError(f"{type(error).__name__}: {error}") from error


def _can_be_sent(error: Exception) -> bool:
    """Whether another process can make the error again; one that cannot be read there would end the whole pool."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made by us
    except Exception:  # noqa: BLE001 - an error of any library, which may fail in any way
        return False
    return True
