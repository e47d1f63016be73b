"""The paths of findings as a repository knows them, from whichever folder `check` was started."""

from __future__ import annotations

from pathlib import Path


def repository_of(folder: Path) -> Path:
    """The root of the repository of git in which a folder lies; the folder itself if there is none."""
    here = folder.resolve()
    return next((path for path in (here, *here.parents) if (path / ".git").exists()), here)


def seen_from(root: Path, file: str) -> str:
    """The path of a file as seen from `root`, with slashes; the whole path if the file does not lie in there."""
    path = Path(file).resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
