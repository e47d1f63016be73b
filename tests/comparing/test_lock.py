"""The lock keeps the base of a project, and says so where it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.comparing.lock import LOCK_FILE, Lock, lock_of, read_lock
from amends.content.place import find_place
from amends.finding import UsageError
from amends.model import shape
from amends.read import read_layered

LOCK = Lock("1.2.3", {"id": "base"}, {"steps": {"accept": {"title": {"en": "Accept", "zh": "受理"}}}})


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text(LOCK.text(), encoding="utf-8")

    assert read_lock(tmp_path / LOCK_FILE) == LOCK


def test_without_a_lock_the_way_to_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no lock yet; write one with  amends upgrade --yes"):
        read_lock(tmp_path / LOCK_FILE)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"amends": 1}', '{"amends": 1, "header": [], "collections": 3}', "[" * 9999]
)
def test_a_file_that_is_no_lock_is_a_message(tmp_path: Path, text: str) -> None:
    (tmp_path / LOCK_FILE).write_text(text, encoding="utf-8")

    with pytest.raises(UsageError, match="this is no lock of amends"):
        read_lock(tmp_path / LOCK_FILE)


def test_a_lock_that_the_system_does_not_give_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()

    with pytest.raises(UsageError) as caught:
        read_lock(tmp_path / LOCK_FILE)

    assert str(caught.value) == f"{tmp_path / LOCK_FILE}: cannot be read: it is not a regular file"


@pytest.mark.shipped
def test_an_sop_that_extends_nothing_has_nothing_to_lock() -> None:
    with pytest.raises(UsageError, match="extends nothing"):
        lock_of(read_layered(find_place("reference")), "1", shape)


def test_half_a_character_in_a_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text(
        '{"amends": "1", "header": {"id": "\\ud800"}, "collections": {}}', encoding="utf-8"
    )

    with pytest.raises(UsageError, match="this is no lock of amends"):
        read_lock(tmp_path / LOCK_FILE)
