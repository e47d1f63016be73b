"""The cache gives back what was written into it, or nothing; whatever lies in its folder stops no build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.cache import VARIABLE, Cache, user_cache


def test_what_was_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").put("key", b"page")

    assert Cache(tmp_path / "cache").get("key") == b"page"
    assert Cache(tmp_path / "cache").get("other") is None


def test_an_entry_can_be_empty(tmp_path: Path) -> None:
    Cache(tmp_path).put("key", b"")

    assert Cache(tmp_path).get("key") == b""


@pytest.mark.parametrize("written", [b"", b"short", b"\0" * 32 + b"a page of somebody else"])
def test_an_entry_whose_digest_does_not_fit_counts_as_missing_and_is_written_again(
    tmp_path: Path, written: bytes
) -> None:
    (tmp_path / "key").write_bytes(written)

    assert Cache(tmp_path).get("key") is None
    Cache(tmp_path).put("key", b"page")
    assert Cache(tmp_path).get("key") == b"page"


def test_an_entry_that_was_cut_off_counts_as_missing(tmp_path: Path) -> None:
    Cache(tmp_path).put("key", b"the whole page")
    (tmp_path / "key").write_bytes((tmp_path / "key").read_bytes()[:-1])

    assert Cache(tmp_path).get("key") is None


def test_a_pipe_in_the_place_of_an_entry_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "key")

    assert Cache(tmp_path).get("key") is None


def test_a_folder_in_the_place_of_an_entry_counts_as_missing_and_stays(tmp_path: Path) -> None:
    (tmp_path / "key").mkdir()
    cache = Cache(tmp_path)

    assert cache.get("key") is None
    cache.put("key", b"page")
    assert cache.get("key") is None
    assert (tmp_path / "key").is_dir()


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "cache")

    cache.put("key", b"page")

    assert cache.get("key") is None


def test_no_folder_keeps_nothing() -> None:
    cache = Cache(None)

    cache.put("key", b"page")

    assert cache.get("key") is None


# Where it is -----------------------------------------------------------------------------------------------------------


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))

    user_cache().put("key", b"page")

    assert [path.name for path in (tmp_path / "named").iterdir()] == ["key"]


def test_without_the_variable_it_is_in_the_cache_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # Linux
    monkeypatch.setenv("HOME", str(tmp_path))  # macOS

    user_cache().put("key", b"page")

    [entry] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (entry.name, "amends" in entry.parts) == ("key", True)


def test_an_empty_variable_means_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.chdir(tmp_path)

    user_cache().put("key", b"page")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("home", ["~nobody", "relative/home", ""])
def test_a_user_without_a_home_has_none_and_nothing_is_kept_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as for a user who is not in the list of users
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.chdir(tmp_path)

    user_cache().put("key", b"page")

    assert list(tmp_path.iterdir()) == []
