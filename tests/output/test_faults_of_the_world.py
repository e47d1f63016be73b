"""A full disk, a limit or a missing right, in any line: one clear line for the user, and nothing is lost."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from amends.finding import UsageError
from amends.output import exchange
from amends.output.folder import replaced_folder
from amends.output.inventory import inventory_of
from commands import amends
from hotel import Hotel
from published import PREVIOUS, beside, publish, read

WRITING = [(Path, "mkdir"), (Path, "open"), (Path, "rename"), (Path, "replace"), (Path, "chmod"), (os, "scandir")]
"""The functions with which a folder is published."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that amends has made twice."""
    publish(tmp_path / "site", page="first")
    publish(tmp_path / "site", page="old", gone="old")
    return tmp_path / "site"


class Failing:
    """Counts the calls of all functions of `WRITING`, and lets one of them fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, code: int) -> None:
        self.calls = 0
        self.at, self.code = at, code
        for owner, name in WRITING:
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == self.at:
                raise OSError(self.code, os.strerror(self.code), str(arguments[0]))
            return real(*arguments, **named)

        return call


def build(site: Path) -> None:
    """A folder that others and we fill, as in a build."""
    with replaced_folder(site) as new:
        new.write("page", b"new")
        (new.path / "en").mkdir()
        (new.path / "en" / "index.html").write_bytes(b"new")
        new.expect(inventory_of(new.path, "en"))


@pytest.mark.parametrize("way", ["one step", "two renames"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_each_single_call_may_fail_and_nothing_is_lost(
    site: Path, monkeypatch: pytest.MonkeyPatch, code: int, way: str
) -> None:
    if way == "two renames":
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    told = []
    for at in range(1, 200):
        with monkeypatch.context() as patch:
            failing = Failing(patch, at, code)
            try:
                build(site)
            except UsageError as error:
                told.append(str(error))
        if failing.calls < at:
            break  # the build has fewer calls, so each has failed once
        assert read(site) in ({"page": "old", "gone": "old"}, {"page": "new", "en/index.html": "new"})
        assert (site.parent / PREVIOUS).is_dir()
        build(site)
        assert beside(site) == ["site"]
        publish(site, page="old", gone="old")

    assert len(told) > 20
    assert [
        said for said in told if not (str(site.parent) in said and os.strerror(code) in said and "\n" not in said)
    ] == []


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file system with this little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount, and not everywhere")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.site
@pytest.mark.parametrize("small_disk", ["size=3m", "size=9500k", "size=80m,nr_inodes=150"], indirect=True)
def test_a_build_on_a_full_disk_is_one_line_and_leaves_the_old_site(tmp_path: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    publish(site, page="old")

    ended = amends("build", Hotel(tmp_path / "hotel").folder, "-o", site)

    said = f"amends: {site}: cannot be written: No space left on device; make room there, or name another place\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", said)
    assert read(site) == {"page": "old"}
    assert os.listdir(small_disk) == ["site"]


@pytest.mark.site
def test_a_limit_for_the_size_of_files_is_one_line_and_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, page="old")

    ended = subprocess.run(
        [sys.executable, "-m", "amends", "build", Hotel(tmp_path / "hotel").folder, "-o", site],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
    )

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"amends: {site}: cannot be written: File too large; raise the limit")
    assert ended.stderr.count("\n") == 1
    assert read(site) == {"page": "old"}
    assert beside(site) == ["hotel", "site"]
