"""The files of a theme that a site may need: without those in hidden folders, of which the theme has 14,000."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


def list_only_visible(theme: Theme) -> None:
    """Let MkDocs list no file in a hidden folder of the theme: it drops them too, but only after it has seen each.

    MkDocs has no event between making the environment of the templates and listing its files.
    """
    made = theme.get_env

    def environment() -> Environment:
        env = made()
        env.loader = _VisibleTemplates(theme.dirs)
        return env

    theme.get_env = environment  # type: ignore[method-assign]


class _VisibleTemplates(FileSystemLoader):
    """The templates of a theme. Those in hidden folders, such as icons, can be included, but are not listed."""

    def list_templates(self) -> list[str]:
        found = set()
        for folder in self.searchpath:
            for place, folders, files in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(place, name).relative_to(folder).as_posix() for name in files}
        return sorted(found)
