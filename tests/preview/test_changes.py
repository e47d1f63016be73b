"""A preview notices each saved file, once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from amends.preview.changes import Changes
from waiting import wait_until


@pytest.fixture
def changes() -> Iterator[Changes]:
    watching = Changes()
    yield watching
    watching.stop()


def noticed(changes: Changes) -> list[int]:
    """Grows whenever a change is noticed."""
    seen: list[int] = []

    def follow() -> None:
        while True:
            changes.wait()
            seen.append(len(seen))

    threading.Thread(target=follow, daemon=True).start()
    return seen


def test_a_file_saved_in_several_steps_is_one_change(tmp_path: Path, changes: Changes) -> None:
    (tmp_path / "steps").mkdir()
    changes.watch([tmp_path], [])
    seen = noticed(changes)

    for number in range(5):
        (tmp_path / "steps" / "a.yml").write_text(str(number), encoding="utf-8")

    wait_until(lambda: bool(seen))
    assert len(seen) == 1


def test_a_file_that_is_only_read_is_no_change(tmp_path: Path, changes: Changes) -> None:
    file = tmp_path / "a.yml"
    file.write_text("a", encoding="utf-8")
    changes.watch([tmp_path], [])
    seen = noticed(changes)

    file.read_text(encoding="utf-8")
    (tmp_path / "b.yml").write_text("b", encoding="utf-8")

    wait_until(lambda: bool(seen))
    assert len(seen) == 1


def test_below_a_flat_folder_nothing_is_watched(tmp_path: Path, changes: Changes) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "sop").mkdir()
    changes.watch([tmp_path / "sop", tmp_path / "missing"], [tmp_path])
    seen = noticed(changes)

    (tmp_path / "site" / "index.html").write_text("built", encoding="utf-8")
    assert seen == []
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")

    wait_until(lambda: bool(seen))
    assert len(seen) == 1
