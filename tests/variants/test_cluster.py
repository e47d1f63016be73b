"""Variants are built by the workers of a Dask cluster; when one is killed, others do its work, and results are whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from commands import ROOT, amends
from hotel import Hotel
from waiting import wait_until

distributed: Any = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.site

PATHS = os.pathsep.join([str(ROOT / "tests"), *filter(None, sys.path)])
ALLOWED_DEATHS = "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"


class Cluster:
    """A scheduler and workers in processes of this machine."""

    def __init__(self, folder: Path, stack: ExitStack, allowed_deaths: int) -> None:
        self.folder, self.stack = folder, stack
        self.environment = os.environ | {"PYTHONPATH": PATHS, ALLOWED_DEATHS: str(allowed_deaths)}
        self.file = folder / "scheduler.json"
        self._start("dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.file))
        wait_until(self.file.exists)
        self.address: str = json.loads(self.file.read_text(encoding="utf-8"))["address"]
        self.client: Any = stack.enter_context(distributed.Client(self.address))

    def worker(self, name: str) -> subprocess.Popen[bytes]:
        """A worker with one thread, known to the scheduler. Without a nanny nobody starts it again."""
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name]
        started = self._start("dask_worker", self.address, *options)
        wait_until(lambda: name in self._known())
        return started

    def _known(self) -> list[str]:
        workers = self.client.scheduler_info(n_workers=-1)["workers"]
        return [worker["name"] for worker in workers.values()]

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        log = self.stack.enter_context((self.folder / f"{module}-{len(os.listdir(self.folder))}.log").open("wb"))
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=log,
            stderr=log,
        )
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)
        return process


@contextmanager
def cluster(folder: Path, allowed_deaths: int = 3) -> Iterator[Cluster]:
    folder.mkdir()
    with ExitStack() as stack:
        yield Cluster(folder, stack, allowed_deaths)


def built(output: Path) -> list[str]:
    """The handbooks that stand whole in a folder."""
    return [path.parent.name for path in output.glob("*/.amends.json")]


def test_a_killed_worker_costs_no_variant(tmp_path: Path) -> None:
    Hotel(tmp_path / "hotel")
    ids = ["north", "south", "east"]
    rows = "".join(f"{name},Hotel {name},en\n" for name in ids)
    (tmp_path / "branches.csv").write_text(f"id,organisation.name,locales\n{rows}", encoding="utf-8")
    output = tmp_path / "out"
    with cluster(tmp_path / "cluster") as machines:
        # Alone, so that whatever is being built is being built by the worker that dies.
        first = machines.worker("one")
        command = ["build", "hotel", "--variants", "branches.csv", "-o", "out", "--cluster", machines.address]
        with subprocess.Popen(
            [sys.executable, "-m", "amends", *command], cwd=tmp_path, env=machines.environment
        ) as run:
            wait_until(lambda: any(output.glob(".*.amends-*/new")))
            first.send_signal(signal.SIGKILL)
            assert len(built(output)) < len(ids)
            machines.worker("two")

        assert run.returncode == 0
        report = json.loads((output / ".variants" / "report.json").read_text(encoding="utf-8"))
        assert {it["id"]: it["state"] for it in report["variants"]} == dict.fromkeys(ids, "built")
        assert sorted(path.name for path in output.iterdir()) == sorted([".variants", *ids])
        for name in ids:
            files = json.loads((output / name / ".amends.json").read_text(encoding="utf-8"))["files"]
            assert all((output / name / file).is_file() for file in files)
            assert {"en/index.html", "en/print/cards.pdf"} <= set(files)

        again = amends(*command, cwd=tmp_path, PYTHONPATH=PATHS)
        assert again.stderr.startswith(f"variants: {len(ids)}; built: 0, unchanged: {len(ids)}, failed: 0; ")


PROGRAM = """
import sys
from pathlib import Path
import variant_jobs
from amends.variants.cluster import results_of_cluster

address, folder, *ids = sys.argv[1:]
for result in results_of_cluster(variant_jobs.jobs(Path(folder), ids), address, variant_jobs.die_if_mortal):
    print(result.id, result.state, result.error)
"""


def results(machines: Cluster, *ids: str) -> list[str]:
    """What comes of jobs that take a moment; a job whose id begins with `mortal` kills its worker."""
    (machines.folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "program.py", machines.address, str(machines.folder), *ids],
        cwd=machines.folder,
        env=machines.environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )
    return sorted(ended.stdout.splitlines())


def test_more_variants_than_the_cluster_is_told_of_at_a_time_are_all_built(tmp_path: Path) -> None:
    ids = [f"v{number}" for number in range(12)]
    with cluster(tmp_path / "cluster") as machines:
        machines.worker("one")

        assert results(machines, *ids) == sorted(f"{name} built " for name in ids)


def test_a_variant_that_no_worker_survives_fails_and_the_others_are_built(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", allowed_deaths=0) as machines:
        machines.worker("one")
        machines.worker("two")

        assert results(machines, "mortal", "a") == [
            "a built ",
            "mortal failed every worker that built it died; if memory ran out, give the workers more, or fewer threads",
        ]


def test_an_address_without_a_scheduler_is_a_wrong_place(tmp_path: Path) -> None:
    Hotel(tmp_path / "hotel")
    (tmp_path / "branches.csv").write_text("id\na\n", encoding="utf-8")

    ended = amends(
        "build", "hotel", "--variants", "branches.csv", "--cluster", "nonsense://x", cwd=tmp_path, PYTHONPATH=PATHS
    )

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "nonsense://x: no scheduler answers there" in ended.stderr
