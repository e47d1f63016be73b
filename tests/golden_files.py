"""Committed texts that must be equal to what the code gives today."""

from __future__ import annotations

from collections.abc import Mapping
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
        """Fail if the file at `path` is not exactly `text`; the message names the command that rewrites it."""
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

    def check_folder(self, folder: Path, texts: Mapping[str, str]) -> None:
        """Fail if the folder does not hold exactly these texts, by their paths below it; no file may be left over."""
        committed = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        left_over = [file for path, file in committed.items() if path not in texts]
        if self.update:
            for file in left_over:
                file.unlink()
        elif left_over:
            names = "\n".join(map(str, sorted(left_over)))
            pytest.fail(
                f"the code no longer gives these; if that is right:  pytest '{self.test}' --update\n{names}",
                pytrace=False,
            )
        for path, text in texts.items():
            self.check(folder / path, text)
