"""Jobs -> results in several processes of this machine, with bounded memory."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from amends.processes import end_with_parent
from amends.variants.job import Job, Result, build_variant

JOBS_PER_PROCESS = 8
"""After so many variants a process is replaced: Typst and Jinja keep what they have compiled, as long as it lives."""

_IMPORTED_ONCE = [
    "amends.variants.job",
    "amends.build",
    "amends.site.build",
    "amends.site.plugin",
    "mkdocs.commands.build",
]


def results_here(jobs: Iterable[Job], processes: int, do: Callable[[Job], Result] = build_variant) -> Iterator[Result]:
    """The result of each job, in the order in which they end.

    A process that dies, as when memory runs out, takes only its own job with it: those that were under way are tried
    again one by one, and the one that kills its process once more has failed.
    """
    waiting = iter(jobs)
    while lost := (yield from _from_pool(waiting, processes, do)):
        for job in lost:
            yield _alone(job, do)


def _from_pool(
    waiting: Iterator[Job], processes: int, do: Callable[[Job], Result]
) -> Generator[Result, None, list[Job]]:
    """The results of one pool; gives back the jobs that were under way when one of its processes died."""
    running: dict[Future[Result], Job] = {}
    with _pool(processes) as pool:
        while True:
            # No job waits in the pool: one that replaces its processes may then hang (CPython issue 115634).
            for job in islice(waiting, processes - len(running)):
                try:
                    running[pool.submit(do, job)] = job
                except BrokenProcessPool:
                    return [*running.values(), job]
            if not running:
                return []
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                if isinstance(future.exception(), BrokenProcessPool):
                    return list(running.values())
                del running[future]
                yield future.result()


def _alone(job: Job, do: Callable[[Job], Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(do, job).result()
        except BrokenProcessPool:
            told = "the process that built it was killed; if memory ran out, use fewer --jobs"
            return Result(job.variant.id, "failed", error=told)


def _pool(processes: int) -> ProcessPoolExecutor:
    """A pool whose processes begin with everything imported, where the system can do that, and are replaced in time."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(_IMPORTED_ONCE)
    return ProcessPoolExecutor(processes, context, _begin_process, max_tasks_per_child=JOBS_PER_PROCESS)


def _begin_process() -> None:
    """Let a process finish its variant when the user stops the run, and end with a run that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
