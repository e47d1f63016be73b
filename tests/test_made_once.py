"""What is slow to make is made once, and a failure is not taken for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from made_once import MadeOnce


def test_of_many_who_ask_at_once_one_makes_it_and_all_get_it_whole(tmp_path: Path) -> None:
    made: list[Path] = []
    all_are_here = Barrier(4)

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "page.html").write_text("whole", encoding="utf-8")

    def ask(_: int) -> str:
        all_are_here.wait(timeout=60)
        return (MadeOnce(tmp_path)("site", make) / "page.html").read_text(encoding="utf-8")

    with ThreadPoolExecutor(4) as many:
        found = list(many.map(ask, range(4)))

    assert (found, made) == (["whole"] * 4, [tmp_path / "site"])


def test_what_failed_half_way_is_made_anew_from_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half.html").touch()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        MadeOnce(tmp_path)("site", fail)
    folder = MadeOnce(tmp_path)("site", lambda folder: (folder / "whole.html").touch())

    assert [path.name for path in folder.iterdir()] == ["whole.html"]
