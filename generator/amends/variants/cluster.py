"""Jobs -> results on the workers of a Dask cluster, on as many machines as it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from amends.finding import UsageError
from amends.variants.job import Job, Result, build_variant

_SECONDS_TO_CONNECT = 30
_AHEAD = 3
"""Jobs per thread of the cluster that the scheduler knows of at a time: a worker never waits for the next one."""


def results_of_cluster(
    jobs: Iterable[Job], address: str, do: Callable[[Job], Result] = build_variant
) -> Iterator[Result]:
    """The result of each job, in the order in which they end; raises UsageError if there is no cluster at `address`.

    A job whose worker dies is done again by another one; a job that several workers did not survive has failed.
    """
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise UsageError("a cluster needs Dask; install it with  pip install 'distributed'") from None
    try:
        client: Any = Client(address, timeout=_SECONDS_TO_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"{address}: no scheduler answers there ({error}); start it with  dask scheduler") from None
    with client:
        waiting, ids = iter(jobs), {}
        done: Any = as_completed()

        def send(count: int) -> None:
            for job in islice(waiting, count):
                future = client.submit(do, job, pure=False)
                ids[future.key] = job.variant.id
                done.add(future)

        send(max(1, sum(client.nthreads().values())) * _AHEAD)
        for future in done:
            variant_id = ids.pop(future.key)
            problem = future.exception()
            yield Result(variant_id, "failed", error=_told(problem)) if problem else future.result()
            send(1)


def _told(error: BaseException) -> str:
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return "every worker that built it died; if memory ran out, give the workers more, or fewer threads"
    return f"the cluster could not build it: {error!r}"
