"""Jobs -> results on the workers of a Dask cluster, on as many machines as it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from amends.finding import UsageError
from amends.variants.job import Job, Result, build_variant

_SECONDS_TO_CONNECT = 30


def results_of_cluster(
    jobs: Iterable[Job], address: str, do: Callable[[Job], Result] = build_variant
) -> Iterator[Result]:
    """The result of each job, in the order in which they end; raises UsageError if there is no cluster at `address`.

    A job whose worker dies is done again by another one; a job that several workers did not survive has failed.
    The cluster has one job for each of its threads: one that waits behind another would be blamed for its death too.
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
        waiting = iter(jobs)
        ids: dict[str, str] = {}
        done: Any = as_completed()

        def send_to_idle() -> None:
            idle = max(1, sum(client.nthreads().values())) - len(ids)
            for job in islice(waiting, max(0, idle)):
                future = client.submit(do, job, pure=False)
                ids[future.key] = job.variant.id
                done.add(future)

        send_to_idle()
        for future in done:
            variant_id = ids.pop(future.key)
            problem = future.exception()
            yield Result(variant_id, "failed", error=_told(problem)) if problem else future.result()
            send_to_idle()


def _told(error: BaseException) -> str:
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return "every worker that built it died; if memory ran out, give the workers more, or fewer threads"
    return f"the cluster could not build it: {error!r}"
