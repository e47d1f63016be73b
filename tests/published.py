"""Small folders that stand for a handbook, published as a build publishes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.output.folder import replaced_folder
from amends.output.inventory import MARKER

PREVIOUS = ".site.amends-previous"


def publish(output: Path, version: str = "", **files: str) -> None:
    """Replace the output by these files."""
    with replaced_folder(output, version=version) as new:
        for name, text in files.items():
            new.write(name, text.encode())


def read(folder: Path) -> dict[str, str]:
    """Every file of a folder except our marker, with its text."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != MARKER]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def beside(output: Path) -> list[str]:
    """What lies in the folder of the output, except what an earlier build left there on purpose."""
    return sorted(path.name for path in output.parent.iterdir() if path.name != PREVIOUS)


def message_of(output: Path, *inside: Path, sources: tuple[Path, ...] = ()) -> str:
    """Why a folder is refused as an output."""
    with pytest.raises(UsageError) as caught, replaced_folder(output, inside=inside, sources=sources):
        pytest.fail("the folder was accepted")
    return str(caught.value)
