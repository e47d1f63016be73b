"""Jobs of variants for tests, and what other processes do with them: a process imports these functions by their names."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from time import sleep

from amends.content.place import Place
from amends.content.variant import Variant
from amends.finding import Location
from amends.variants.job import Job, Result


def jobs(folder: Path, ids: Iterable[str]) -> list[Job]:
    """Jobs whose project is the empty folder; nothing is built of them."""
    place = Place(folder, folder, None)
    return [Job(Variant(name, Location("variants.yml")), place, folder, (), (), "", date(2026, 6, 1)) for name in ids]


def tell_process(job: Job) -> Result:
    """A result that names the process."""
    return Result(job.variant.id, "built", messages=(str(os.getpid()),))


def die_if_mortal(job: Job) -> Result:
    """Kill the process of a job called `mortal...`; others take a moment, so that they are under way then."""
    sleep(0.2)
    if job.variant.id.startswith("mortal"):
        os._exit(9)
    return tell_process(job)


def write_and_wait(job: Job) -> Result:
    """Write which process has begun the job, and wait for ever."""
    (job.output / f"{job.variant.id}.pid").write_text(str(os.getpid()), encoding="utf-8")
    sleep(600)
    return tell_process(job)
