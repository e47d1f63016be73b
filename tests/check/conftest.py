"""What tests of rules ask for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import FILES, TODAY, Check, check_files


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The findings of one rule in the small SOP, with some of its files replaced and others added."""

    def findings(code: str, *, today: date = TODAY, **files: str) -> list[tuple[str, str]]:
        found = check_files(tmp_path, FILES | files, today)
        # A file that cannot be read would let every rule pass.
        assert [it for it in found if it.code[0] in "YCM"] == []
        return [(it.place, it.message) for it in found if it.code == code]

    return findings
