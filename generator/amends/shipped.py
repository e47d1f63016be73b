"""Where the shipped content and templates are in this installation."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal


def shipped(folder: Literal["sop", "templates"]) -> Path:
    """The path of a shipped folder in this installation.

    A wheel has it as `amends/_bundled/<folder>`. A checkout, and so an editable install, has it at the root.
    """
    package = Path(str(resources.files("amends")))
    bundled = package / "_bundled" / folder
    return bundled if bundled.is_dir() else package.parents[1] / folder
