from __future__ import annotations

from pathlib import Path

import pytest

from commands import amends
from hotel import Hotel
from made_once import MadeOnce


@pytest.fixture(scope="session")
def plain_handbook(made_once: MadeOnce) -> Path:
    """The SOP of `layer_site` as plain Markdown; nobody may change it."""

    def make(folder: Path) -> None:
        branch = Hotel(folder / "hotel").branch()
        ended = amends("export", "markdown", branch.content, "-o", folder / "plain", "--today", "2026-03-01")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

    return made_once("plain", make) / "plain"
