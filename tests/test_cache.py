"""What is promised to whoever keeps bytes between builds: they come back as they were put there, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from amends import cache
from amends.cache import VARIABLE, Cache, user_cache

KEY = sha256(b"what went into it").hexdigest()
OTHER = sha256(b"something else").hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that keeps one entry."""
    assert Cache(tmp_path).put(KEY, b"kept")
    return tmp_path


def test_what_was_put_comes_back_in_a_later_build(folder: Path) -> None:
    assert Cache(folder).get(KEY) == b"kept"
    assert Cache(folder).get(OTHER) is None


def test_nothing_is_something_to_keep(folder: Path) -> None:
    Cache(folder).put(OTHER, b"")

    assert Cache(folder).get(OTHER) == b""


def test_without_a_folder_nothing_is_kept() -> None:
    nothing = Cache(None)

    assert nothing.put(KEY, b"kept") is False
    assert nothing.get(KEY) is None


@pytest.mark.parametrize("written", [b"", b"garbage", b"%PDF-1.7 " + b"x" * 99], ids=["empty", "short", "long"])
def test_what_amends_did_not_put_there_is_not_believed(folder: Path, written: bytes) -> None:
    (folder / KEY).write_bytes(written)

    assert Cache(folder).get(KEY) is None


def test_an_entry_that_lost_its_end_is_not_believed(folder: Path) -> None:
    written = (folder / KEY).read_bytes()
    for length in range(len(written)):
        (folder / KEY).write_bytes(written[:length])
        assert Cache(folder).get(KEY) is None


def test_an_entry_under_the_name_of_another_is_not_believed(folder: Path) -> None:
    (folder / KEY).rename(folder / OTHER)

    assert Cache(folder).get(OTHER) is None


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link(path: Path) -> None:
    path.with_name("aside").write_bytes(b"aside")
    path.symlink_to(path.with_name("aside"))


def make_unreadable(path: Path) -> None:
    path.touch(mode=0)


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)  # a sparse file, which takes no room


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("make", [make_pipe, make_link, make_unreadable, make_huge])
def test_whatever_stands_in_the_place_of_an_entry_is_missing_and_is_replaced(
    folder: Path, make: Callable[[Path], None]
) -> None:
    (folder / KEY).unlink()
    make(folder / KEY)

    assert Cache(folder).get(KEY) is None
    assert Cache(folder).put(KEY, b"new")
    assert Cache(folder).get(KEY) == b"new"
    assert not (folder / "aside").exists() or (folder / "aside").read_bytes() == b"aside"


def test_a_folder_in_the_place_of_an_entry_stops_neither_this_entry_nor_others(folder: Path) -> None:
    (folder / KEY).unlink()
    (folder / KEY / "mine").mkdir(parents=True)

    kept = Cache(folder)
    assert kept.get(KEY) is None
    assert kept.put(KEY, b"new") is False
    assert kept.put(OTHER, b"other") is True
    assert (folder / KEY / "mine").is_dir()


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert Cache(tmp_path / "file").put(KEY, b"kept") is False
    assert Cache(tmp_path / "file").get(KEY) is None


def test_the_folder_may_be_deleted_at_any_time(folder: Path) -> None:
    kept = Cache(folder)
    (folder / KEY).unlink()
    folder.rmdir()

    assert kept.get(KEY) is None
    assert kept.put(KEY, b"again")
    assert kept.get(KEY) == b"again"


def test_a_folder_that_can_only_be_read_still_gives_what_it_has(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "utime", refuse)

    assert Cache(folder).get(KEY) == b"kept"


def fill(folder: Path, *ages: int) -> list[str]:
    """Entries of 1,000 bytes each, last used so many seconds after each other."""
    keys = [sha256(str(age).encode()).hexdigest() for age in ages]
    for key, age in zip(keys, ages, strict=True):
        assert Cache(folder).put(key, bytes(1_000 - 32))
        os.utime(folder / key, (age, age))
    return keys


def test_a_folder_that_is_too_large_loses_what_was_used_longest_ago(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oldest, used, newest = fill(tmp_path, 1, 2, 3)
    assert Cache(tmp_path).get(used) is not None
    monkeypatch.setattr(cache, "MOST_BYTES", 2_100)
    monkeypatch.setattr(cache, "_ENTRIES_PER_SWEEP", 1)

    Cache(tmp_path).put(KEY, b"new")

    left = {path.name for path in tmp_path.iterdir()}
    assert left == {used, newest, KEY}
    assert oldest not in left


def test_a_folder_is_looked_through_for_one_entry_in_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[Path] = []
    monkeypatch.setattr(cache, "_sweep", swept.append)
    monkeypatch.setattr(cache, "_ENTRIES_PER_SWEEP", 16)

    for number in range(64):
        Cache(tmp_path).put(f"{number:064x}", b"page")

    assert swept == [tmp_path] * 4


def test_what_killed_builds_and_earlier_versions_left_goes_too_and_other_files_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [f".{KEY}.x1y2", f"{OTHER}.pdf"]
    for name in (*left, "notes.txt"):
        (tmp_path / name).write_bytes(bytes(1_000))
        os.utime(tmp_path / name, (1, 1))
    monkeypatch.setattr(cache, "MOST_BYTES", 100)
    monkeypatch.setattr(cache, "_ENTRIES_PER_SWEEP", 1)

    Cache(tmp_path).put(KEY, b"new")

    assert {path.name for path in tmp_path.iterdir()} == {KEY, "notes.txt"}


def test_what_is_too_large_for_an_entry_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_LARGEST_ENTRY", 100)

    assert Cache(tmp_path).put(KEY, bytes(100 - 32)) is True
    assert Cache(tmp_path).put(OTHER, bytes(101 - 32)) is False
    assert Cache(tmp_path).get(KEY) == bytes(100 - 32)


# Where it is -----------------------------------------------------------------------------------------------------------


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))

    user_cache().put(KEY, b"page")

    assert [path.name for path in (tmp_path / "named").iterdir()] == [KEY]


def test_without_the_variable_it_is_in_the_cache_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # Linux
    monkeypatch.setenv("HOME", str(tmp_path))  # macOS

    user_cache().put(KEY, b"page")

    [entry] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (entry.name, "amends" in entry.parts) == (KEY, True)


def test_an_empty_variable_means_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.chdir(tmp_path)

    user_cache().put(KEY, b"page")

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

    user_cache().put(KEY, b"page")

    assert list(tmp_path.iterdir()) == []
