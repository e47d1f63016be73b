"""Where the shipped content and templates are in this installation."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal


def shipped(folder: Literal["sop", "templates"]) -> Path:
    """The shipped folder, wherever this installation keeps it.

    A wheel carries it as `amends/_bundled/<folder>`; a checkout, and so an editable install, keeps it at the root.
    """
    package = Path(str(resources.files("amends")))
    bundled = package / "_bundled" / folder
    return bundled if bundled.is_dir() else package.parents[1] / folder
