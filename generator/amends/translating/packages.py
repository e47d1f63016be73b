"""The libraries that read and write files for translators; they come with the extra `translations`."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from amends.finding import UsageError

_PROJECTS = {"openpyxl": "openpyxl", "polib": "polib", "translate": "translate-toolkit"}
"""What to install for each module."""


def package(name: str) -> ModuleType:
    """A module of such a library; raises UsageError if it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        project = _PROJECTS[name.partition(".")[0]]
        raise UsageError(f"this kind of file needs one more package; install it with  pip install {project}") from None
