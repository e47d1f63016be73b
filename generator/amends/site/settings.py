"""A project's mkdocs.yml -> the configuration of MkDocs; each mistake in it is told with its line."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from amends.finding import UsageError
from amends.nearest import nearest

_THEME = "material"


def read_settings(file: Path, over: Mapping[str, Any]) -> MkDocsConfig:
    """The configuration that a file gives, with the settings of the command over it; raises UsageError.

    It does what `mkdocs.config.load_config` does, which only logs the mistakes, and names no line.
    """
    config = MkDocsConfig(config_file_path=str(file.absolute()))
    try:
        with file.absolute().open("rb") as source:
            config.load_file(source)
    except ConfigurationError as error:
        mark = getattr(error.__context__, "problem_mark", None)
        said = getattr(error.__context__, "problem", None) or error
        raise UsageError(f"{file}:{mark.line + 1 if mark else 1}: {_in_a_line(said)}; mend it there") from None
    _refuse_another_theme(file, config.data.get("theme"))  # its plugins would be told as missing
    config.load_dict(dict(over))
    errors, warnings = config.validate()
    for name, mistake in errors:
        raise _wrong(file, name, f"`{name}` cannot be used: {_in_a_line(mistake)}; correct it there")
    known = {name for name, _ in config._schema}  # noqa: SLF001 - MkDocs has no other list of its settings
    for name, warning in warnings:
        if name not in known:
            raise _wrong(file, name, f"there is no setting `{name}`; {nearest(str(name), known, 'settings of MkDocs')}")
        logging.getLogger("mkdocs").warning("%s: `%s`: %s", place_of_setting(file, name), name, _in_a_line(warning))
    _refuse_another_theme(file, config.theme.name)
    return config


def _refuse_another_theme(file: Path, named: object) -> None:
    """Raise UsageError if a setting names another theme than the one for which the handbook is made."""
    name = named.get("name") if isinstance(named, dict) else named
    if isinstance(name, str) and name != _THEME:
        raise _wrong(file, "theme", f"the handbook needs another theme; write  theme: {{name: {_THEME}}}")


def _wrong(file: Path, name: str, said: str) -> UsageError:
    return UsageError(f"{place_of_setting(file, name)}: {said}")


def place_of_setting(file: Path, name: str) -> str:
    """The file, with the line on which a setting begins. It may stand in a file that this one inherits."""
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for key, _ in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == name:
            return f"{file}:{key.start_mark.line + 1}"
    return str(file)


def _in_a_line(said: object) -> str:
    return "; ".join(line.strip() for line in str(said).splitlines() if line.strip()).rstrip(".")
