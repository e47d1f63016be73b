"""Jobs are done in processes that are replaced in time; one that dies takes only its own job with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import variant_jobs
from amends.variants.local import JOBS_PER_PROCESS, results_here
from commands import ROOT
from waiting import is_alive, wait_until


def test_every_job_has_its_result_and_no_process_does_more_than_its_share(tmp_path: Path) -> None:
    ids = [f"v{number}" for number in range(3 * JOBS_PER_PROCESS)]

    results = list(results_here(variant_jobs.jobs(tmp_path, ids), 2, variant_jobs.tell_process))

    assert sorted(result.id for result in results) == sorted(ids)
    done = Counter(result.messages for result in results)
    assert len(done) > 2
    assert max(done.values()) <= JOBS_PER_PROCESS


def test_a_process_that_dies_fails_its_own_job_alone(tmp_path: Path) -> None:
    ids = ["a", "mortal", "b", "c", "mortal-2", "d"]

    results = {it.id: it for it in results_here(variant_jobs.jobs(tmp_path, ids), 2, variant_jobs.die_if_mortal)}

    assert {name: result.state for name, result in results.items()} == {
        name: "failed" if name.startswith("mortal") else "built" for name in ids
    }
    assert results["mortal"].error == "the process that built it was killed; if memory ran out, use fewer --jobs"


RUN = """
import sys
from pathlib import Path
import variant_jobs
from amends.variants.local import results_here

if __name__ == "__main__":
    list(results_here(variant_jobs.jobs(Path(sys.argv[1]), ["a", "b"]), 2, variant_jobs.write_and_wait))
"""


def test_no_process_outlives_a_run_that_was_killed(tmp_path: Path) -> None:
    program = tmp_path / "run.py"
    program.write_text(RUN, encoding="utf-8")
    paths = os.pathsep.join([str(ROOT / "tests"), *filter(None, sys.path)])
    run = subprocess.Popen([sys.executable, str(program), str(tmp_path)], env=os.environ | {"PYTHONPATH": paths})
    begun = [tmp_path / "a.pid", tmp_path / "b.pid"]
    wait_until(lambda: all(file.exists() and bool(file.read_text()) for file in begun))
    processes = [int(file.read_text(encoding="utf-8")) for file in begun]
    assert all(map(is_alive, processes))

    run.send_signal(signal.SIGKILL)
    run.wait()

    wait_until(lambda: not any(map(is_alive, processes)))
