"""Projects whose texts are translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from hotel import Hotel
from translators import NORTH, NORTH_PEOPLE, Translator


@pytest.fixture
def hotel(tmp_path: Path) -> Translator:
    """The hotel as a project."""
    return Translator(Hotel(tmp_path / "hotel").folder)


@pytest.fixture
def branch(tmp_path: Path) -> Translator:
    """A project over the hotel, with a few words of its own."""
    Hotel(tmp_path / "hotel")
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / "sop.yml").write_text(NORTH, encoding="utf-8")
    (folder / "people.yml").write_text(NORTH_PEOPLE, encoding="utf-8")
    return Translator(folder)
