"""Standard output and standard error may be closed, or on a full disk: one line, exit code 2, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hotel import Hotel

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


CHECK = "amends check hotel --today 2026-03-01"


def shell(tmp_path: Path, line: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a line of shell, in which `amends` is our command."""
    Hotel(tmp_path / "hotel")
    ended = subprocess.run(
        ["sh", "-c", line.replace("amends", f"{sys.executable} -m amends", 1)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


FULL = "amends: standard output: cannot be written: No space left on device; make room there, or name another place\n"
CLOSED = "amends: standard output: cannot be written: it is closed\n"


@pytest.mark.parametrize(
    ("command", "redirection", "said"),
    [
        (CHECK, ">/dev/full", FULL),
        (f"PYTHONUNBUFFERED=1 {CHECK}", ">/dev/full", FULL),
        (CHECK, ">&-", CLOSED),
        ("amends --help", ">/dev/full", FULL),
        ("amends --help", ">&-", CLOSED),
    ],
)
def test_output_that_cannot_be_written_is_told(tmp_path: Path, command: str, redirection: str, said: str) -> None:
    assert shell(tmp_path, f"{command} {redirection}") == (2, "", said)


@pytest.mark.parametrize("redirection", ["<&- 2>&-", "2>/dev/full"])
def test_messages_that_nobody_can_read_change_nothing(tmp_path: Path, redirection: str) -> None:
    assert shell(tmp_path, f"{CHECK} {redirection}") == (0, "clean: no findings in 6 files\n", "")
    assert shell(tmp_path, f"amends check nowhere {redirection}") == (2, "", "")


def test_no_file_takes_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    code, _, _ = shell(tmp_path, "amends print cards hotel --role manager -o printed <&- >&- 2>&-")

    assert code == 2, "the names of the files could not be told"
    assert (tmp_path / "printed" / "en" / "cards" / "manager.pdf").read_bytes().startswith(b"%PDF-")


def test_what_does_not_fit_on_a_disk_is_never_lost_in_silence(tmp_path: Path) -> None:
    room = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    program = f"{room}; from amends.cli import main; main(['export', 'json', 'hotel'])"
    Hotel(tmp_path / "hotel")
    for unbuffered in ("", "1"):
        with (tmp_path / "out").open("wb") as out:
            ended = subprocess.run(
                [sys.executable, "-c", program],
                cwd=tmp_path,
                env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert ended.returncode == 2
        assert ended.stderr.startswith("amends: standard output: cannot be written: File too large")
