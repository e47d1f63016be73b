"""Whatever lies in the place of a file, reading it takes no time, and not more room than was allowed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.file_bytes import file_bytes, unsaved, unsaved_bytes


def test_of_a_huge_file_only_what_was_asked_for_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(2**40)

    assert len(file_bytes(tmp_path / "huge", 10)) == 11


def test_a_file_that_is_small_enough_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"0123456789")

    assert file_bytes(tmp_path / "small", 10) == b"0123456789"


def test_a_pipe_that_nobody_fills_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="it is not a regular file"):
        file_bytes(tmp_path / "pipe", 10)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_an_error(device: str) -> None:
    with pytest.raises(OSError, match="it is not a regular file"):
        file_bytes(Path(device), 10)


def test_what_an_editor_has_not_saved_stands_for_the_file(tmp_path: Path) -> None:
    file, link = tmp_path / "a.yml", tmp_path / "b.yml"
    file.write_bytes(b"saved")
    link.symlink_to(file)

    with unsaved({str(file.resolve()): b"typed"}):
        assert (file_bytes(file, 3), file_bytes(link, 9)) == (b"type", b"typed")
    assert (file_bytes(file, 9), unsaved_bytes(file)) == (b"saved", None)
