"""Texts that are committed and must be what the code gives today."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

_MOST_LINES = 60


@dataclass(frozen=True)
class Golden:
    """Compares whole files exactly; with `pytest --update` it writes them instead."""

    update: bool
    test: str

    def check(self, path: Path, text: str) -> None:
        """Fail where the file at `path` is not exactly `text`, naming the command that rewrites it."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        command = f"if the new text is right:  pytest '{self.test}' --update"
        if not path.is_file():
            pytest.fail(f"{path} is missing; {command}", pytrace=False)
        committed = path.read_bytes().decode()
        if committed != text:
            lines = list(unified_diff(committed.splitlines(), text.splitlines(), "committed", "now", lineterm=""))
            shown = "\n".join(lines[:_MOST_LINES])
            pytest.fail(f"{path} is not what the code gives now; {command}\n{shown}", pytrace=False)
