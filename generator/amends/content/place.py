"""Where a project is on disk: its configuration and its content folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from amends.content.bases import REFERENCE, base_folder, bases
from amends.content.variant import Variant
from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.nearest import closest

HEADER_FILE = "sop.yml"
CONFIG_FILE = "mkdocs.yml"
DEFAULT_CONTENT = "sop"

_MOST_BYTES = 2_000_000
_LIKE_HEADER = re.compile(r"sop\.ya?ml(?:\.txt)?", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A project on disk: `content` has its YAML, `config` is its mkdocs.yml, if any, and `home` takes its output.

    `variant` is put over the content, where one of many handbooks of the project is meant.
    """

    home: Path
    content: Path
    config: Path | None
    variant: Variant | None = None


def find_place(path: str) -> Place:
    """The project that a user means: a project folder, a content folder, or a shipped SOP by its name.

    Raises UsageError if there is no such folder, if it holds neither mkdocs.yml nor sop.yml, or if it cannot be read.
    """
    try:
        return _found(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; check the name and its permissions") from None


def _found(path: str) -> Place:
    folder = Path(path)
    base = None if folder.exists() else base_folder(path)
    if base is not None:
        return Place(home=Path.cwd(), content=base, config=None)
    if not folder.is_dir():
        near = closest(path, frozenset(bases()))
        name = f"the nearest is `{near}`" if near else f"name a project, a content folder, or “{REFERENCE}”"
        raise UsageError(f"{path}: there is no such folder; {name}")
    if (folder / HEADER_FILE).is_file():
        return Place(home=folder, content=folder, config=None)
    if (folder / CONFIG_FILE).is_file():
        return Place(home=folder, content=_content_folder(folder), config=folder / CONFIG_FILE)
    if misnamed := _misnamed_header(folder):
        raise UsageError(f"{folder / misnamed}: this file must be called {HEADER_FILE}; rename it, capitals count")
    raise UsageError(
        f"{path}: no {CONFIG_FILE} of a project and no {HEADER_FILE} of an SOP here; "
        f"go to a project's folder, name it, or use the shipped SOP by its name: “{REFERENCE}”"
    )


def folders_read(place: Place) -> tuple[Path, ...]:
    """The folders from which a build of a place reads: its content, and what its mkdocs.yml names."""
    return folders_among(place, *pages_and_templates(place))


def pages_and_templates(place: Place) -> tuple[Path, ...]:
    """The folders of a project's own pages and templates, which the theme may read as a whole."""
    if place.config is None:
        return ()
    settings = settings_of(place.config)
    theme = settings.get("theme")
    templates = theme.get("custom_dir") if isinstance(theme, dict) else None
    return tuple(place.home / str(folder) for folder in (settings.get("docs_dir", "docs"), templates) if folder)


def plugins_of(config: Path) -> list[str]:
    """The names of the plugins in a mkdocs.yml."""
    return names_in(settings_of(config).get("plugins"))


def names_in(setting: object) -> list[str]:
    """The names in a list of plugins or extensions, of which each may have options."""
    listed = list(setting) if isinstance(setting, dict | list) else []
    return [str(name) for item in listed for name in (item if isinstance(item, dict) else [item])]


def folders_among(place: Place, *more: Path) -> tuple[Path, ...]:
    """The content and `more` folders, but none that holds the whole project: its output lies there, too."""
    home = place.home.resolve()
    folders = (place.content, *more)
    return tuple(folder for folder in folders if not home.is_relative_to(folder.resolve()))


def _misnamed_header(folder: Path) -> str | None:
    """The file of a folder that is meant as its sop.yml: `SOP.yml`, `sop.yaml`, `sop.yml.txt`."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return next((name for name in names if name != HEADER_FILE and _LIKE_HEADER.fullmatch(name)), None)


def _content_folder(project: Path) -> Path:
    """The folder that the `amends` plugin of a project's mkdocs.yml names."""
    config = project / CONFIG_FILE
    settings = settings_of(config)
    plugins = settings.get("plugins")
    options = _options(plugins)
    if options is None:
        raise UsageError(f"{config}: the plugin “amends” is not listed under `plugins:`; add  - amends")
    content = project / str(options.get("sop", DEFAULT_CONTENT))
    if not (content / HEADER_FILE).is_file() and (misnamed := _misnamed_header(content)):
        raise UsageError(f"{content / misnamed}: this file must be called {HEADER_FILE}; rename it, capitals count")
    if not (content / HEADER_FILE).is_file():
        raise UsageError(f"{content}: no {HEADER_FILE} here, but {config} names this folder; write  sop: FOLDER  there")
    return content


def settings_of(config: Path, heirs: tuple[Path, ...] = ()) -> dict[str, object]:
    """What a mkdocs.yml says, with what it inherits, every value as text.

    `INHERIT` becomes the list of all files from which it inherits; `heirs` are those that inherit from it. Raises
    UsageError if one of the files is not there, or cannot be read as YAML.
    """
    settings = _written_in(config)
    inherited = settings.get("INHERIT")
    if not isinstance(inherited, str):
        return settings
    parent, family = config.parent / inherited, (*heirs, config.resolve())
    if parent.resolve() in family:
        raise UsageError(f"{config}: {inherited} inherits from this very file; write another file behind INHERIT")
    if not parent.is_file():
        raise UsageError(f"{config}: there is no {inherited}; INHERIT names a file from the folder of this one")
    below = settings_of(parent, family)
    further = below.get("INHERIT")
    return _over(below, settings) | {"INHERIT": [str(parent), *(further if isinstance(further, list) else ())]}


def _over(parent: dict[str, object], own: dict[str, object]) -> dict[str, object]:
    """Settings over inherited ones, as MkDocs merges them: mappings by their keys, lists as a whole."""
    merged = dict(parent)
    for name, value in own.items():
        below = merged.get(name)
        merged[name] = _over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged


def _written_in(config: Path) -> dict[str, object]:
    try:
        # BaseLoader reads every value as text. MkDocs allows tags such as !ENV; here they have no effect.
        settings = yaml.load(file_bytes(config, _MOST_BYTES).decode(), Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        raise UsageError(f"{config}{f':{line}' if line else ''}: cannot be read as YAML; mend it there") from None
    return settings if isinstance(settings, dict) else {}


def _options(plugins: object) -> dict[str, object] | None:
    """The options of the `amends` plugin; None if it is not listed."""
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    for plugin in plugins if isinstance(plugins, list) else []:
        if plugin == "amends":
            return {}
        if isinstance(plugin, dict) and "amends" in plugin:
            return plugin["amends"] if isinstance(plugin["amends"], dict) else {}
    return None
