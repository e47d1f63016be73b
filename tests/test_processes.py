"""The same work in several processes gives what it gives in one, also where it fails; no process is left over."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from amends.finding import Finding, Findings, Location, UsageError
from amends.processes import in_processes
from commands import ROOT
from waiting import is_alive, wait_until

NAMES = ("en", "fr", "zh")
ALL_WAYS = pytest.mark.parametrize("processes", [1, 2, 8])


def finding(name: str) -> Finding:
    return Finding("X901", "foreign-markup", "error", f"a problem in {name}", "mend it", Location(f"{name}.md"))


@ALL_WAYS
def test_results_come_in_the_order_of_the_names(processes: int) -> None:
    def work(name: str) -> str:
        sleep(0.2 if name == NAMES[0] else 0)
        return name.upper()

    assert in_processes(work, NAMES, processes) == ["EN", "FR", "ZH"]


def test_each_process_knows_what_was_read_before_and_changes_nothing_in_this_one() -> None:
    known = {"en": 1, "zh": 2}

    def work(name: str) -> tuple[int, int]:
        return os.getpid(), known.pop(name)

    results = in_processes(work, ["en", "zh"], 2)

    assert [known_then for _, known_then in results] == [1, 2]
    assert os.getpid() not in [process for process, _ in results]
    assert known == {"en": 1, "zh": 2}


@ALL_WAYS
def test_findings_of_all_names_are_raised_together(processes: int) -> None:
    def work(name: str) -> None:
        if name != "fr":
            raise Findings([finding(name)])

    with pytest.raises(Findings) as caught:
        in_processes(work, NAMES, processes)

    assert caught.value.findings == [finding("en"), finding("zh")]


@ALL_WAYS
def test_of_other_errors_the_first_is_raised_as_it_is(processes: int) -> None:
    def work(name: str) -> None:
        if name == "fr":
            raise UsageError("no room; make room")
        if name == "zh":
            raise Findings([finding(name)])

    with pytest.raises(UsageError, match=r"^no room; make room$"):
        in_processes(work, NAMES, processes)


class UnsendableError(Exception):
    """An error that another process cannot make again from its arguments."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


@ALL_WAYS
def test_a_bug_in_the_work_is_told_as_what_it_is(processes: int) -> None:
    def work(name: str) -> None:
        raise UnsendableError("a bug in", name)

    with pytest.raises(Exception, match="a bug in en") as caught:
        in_processes(work, NAMES, processes)

    assert not isinstance(caught.value, UsageError)


@pytest.mark.parametrize("mortal", NAMES)
def test_a_killed_process_is_a_message(mortal: str) -> None:
    def work(name: str) -> str:
        if name == mortal:
            os.kill(os.getpid(), signal.SIGKILL)
        return name

    with pytest.raises(UsageError, match="a process of this build was killed; build again"):
        in_processes(work, NAMES, 2)


def test_a_system_that_cannot_copy_processes_does_one_thing_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])

    assert in_processes(lambda name: (name, os.getpid()), NAMES, 8) == [(name, os.getpid()) for name in NAMES]


RUN = """
import os, sys
from pathlib import Path
from time import sleep
from amends.processes import in_processes

def work(name):
    (Path(sys.argv[1]) / name).write_text(str(os.getpid()))
    sleep(600)

in_processes(work, ["en", "zh"], 2)
"""


def test_no_process_outlives_a_build_that_was_killed(tmp_path: Path) -> None:
    paths = os.pathsep.join([str(ROOT / "generator"), *filter(None, sys.path)])
    build = subprocess.Popen([sys.executable, "-c", RUN, str(tmp_path)], env=os.environ | {"PYTHONPATH": paths})
    begun = [tmp_path / "en", tmp_path / "zh"]
    wait_until(lambda: all(file.exists() and bool(file.read_text(encoding="utf-8")) for file in begun))
    processes = [int(file.read_text(encoding="utf-8")) for file in begun]
    assert all(map(is_alive, processes))

    build.send_signal(signal.SIGKILL)
    build.wait()

    wait_until(lambda: not any(map(is_alive, processes)))
