"""Temporary folders are deleted, also those of commands that were killed, and nothing else is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.temporary import temporary_folder


@pytest.fixture(autouse=True)
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_temporary_folder_is_empty_and_lasts_as_long_as_its_block(top: Path) -> None:
    with temporary_folder() as folder:
        assert (folder.parent, os.listdir(folder)) == (top, [])
        (folder / "file").touch()

    assert os.listdir(top) == []


def test_what_a_killed_command_has_left_is_swept_and_nothing_else(top: Path) -> None:
    others = ["amends-notes", "amends-abcd12345", "other-abcd1234"]
    for name in ("amends-abcd1234", *others):
        (top / name).mkdir()
    (top / "amends-aaaaaaaa").symlink_to(top / "amends-notes")
    (top / "amends-bbbbbbbb").touch()
    os.mkfifo(top / "amends-cccccccc")

    with temporary_folder(), temporary_folder():
        assert len(os.listdir(top)) == len(others) + 3 + 2, "the folder that is in use was swept"

    assert sorted(os.listdir(top)) == sorted([*others, "amends-aaaaaaaa", "amends-bbbbbbbb", "amends-cccccccc"])


def test_without_a_place_for_temporary_files_the_user_is_told(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(top / "gone"))
    monkeypatch.setattr(tempfile, "tempdir", str(top / "gone"))

    with pytest.raises(UsageError, match="gone: cannot be used for temporary files: No such file"), temporary_folder():
        pytest.fail("a folder was made")
