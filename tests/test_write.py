"""A single file is written completely or not at all, and nothing else is ever touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.write import write_file


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.pdf", b"new")

    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"new"
    assert os.listdir(tmp_path / "a") == ["b.pdf"]


def test_a_file_that_holds_these_bytes_already_is_left_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"same")
    os.utime(tmp_path / "a.pdf", (1, 1))

    write_file(tmp_path / "a.pdf", b"same")
    assert (tmp_path / "a.pdf").stat().st_mtime == 1

    write_file(tmp_path / "a.pdf", b"other")
    assert (tmp_path / "a.pdf").read_bytes() == b"other"


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(UsageError) as caught:
        write_file(tmp_path / "a.pdf", b"new")

    assert str(caught.value) == f"{tmp_path / 'a.pdf'}: cannot be written: Is a directory"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"precious")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write_file(tmp_path / "link", b"new")

    assert ((tmp_path / "real").read_bytes(), (tmp_path / "link").read_bytes()) == (b"precious", b"new")
    assert not (tmp_path / "link").is_symlink()
