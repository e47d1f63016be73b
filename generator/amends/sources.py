"""What a handbook is made from, as one digest: whether it must be built again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.content.chain import layer_folders
from amends.content.place import Place, names_in, pages_and_templates, plugins_of, settings_of
from amends.output.inventory import MARKER

_NO_SOURCES = (MARKER, "pyvenv.cfg")
"""A folder with one of these files holds output, or an environment of Python."""

_IS_NO_SOURCE = re.compile(r"\.git$|\.cache$|\..*\.amends-")
"""The name of a folder of git, of a cache, or of a build that is under way."""


@dataclass(frozen=True)
class Sources:
    """The folders and files of a project, less those that belong to single variants or that *amends* wrote.

    In a folder that is published as a whole, such as `docs/`, a handbook of an earlier year is a source, too.
    """

    paths: tuple[Path, ...]
    without: frozenset[Path] = frozenset()
    as_a_whole: tuple[Path, ...] = ()

    def digest(self) -> str:
        """A hash of all names and bytes. A file that nobody can read counts as such: a build that needs it tells so."""
        found = hashlib.sha256()
        for number, path in enumerate(self.paths):
            for file in self._files(path):
                name = f"{number} {os.path.relpath(file, path)}\0".encode("utf-8", "surrogateescape")
                found.update(b"%d %s%s" % (len(name), name, _digest_of(file)))
        return found.hexdigest()

    def files(self) -> Iterator[Path]:
        """All files, sorted inside each folder."""
        for path in self.paths:
            yield from self._files(path)

    def _files(self, path: Path) -> Iterator[Path]:
        if path.is_file():
            if path not in self.without:
                yield path
            return
        seen: set[str] = set()
        for folder, inner, names in os.walk(path, followlinks=True):  # MkDocs follows links, too
            here, real = Path(folder), os.path.realpath(folder)
            is_passed_over = here in self.without or real in seen or (here != path and self._is_no_source(here, names))
            seen.add(real)
            inner[:] = [] if is_passed_over else sorted(name for name in inner if not _IS_NO_SOURCE.match(name))
            files = [here / name for name in sorted(names)]
            yield from (file for file in files if not is_passed_over and file not in self.without and file.is_file())

    def _is_no_source(self, folder: Path, names: Collection[str]) -> bool:
        return any(name in names for name in _NO_SOURCES) and not any(map(folder.is_relative_to, self.as_a_whole))


def _digest_of(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").digest()
    except OSError as error:
        return str(error.strerror).encode()


def sources_of(place: Place, without: Iterable[Path]) -> Sources:
    """What all handbooks of a project are made from: its folder, its layers, and what its mkdocs.yml names outside."""
    home = _plain(place.home)
    published = tuple(map(_plain, pages_and_templates(place)))
    named = [path for path in (*published, *map(_plain, _files_named(place))) if not _holds(path, home, Path.cwd())]
    layers = (*layer_folders(place.content), *(place.variant.layers if place.variant else ()))
    paths = dict.fromkeys((*map(_plain, layers), *named))
    own = [home] if place.config else []
    outside = [path for path in paths if not any(map(path.is_relative_to, own))]
    return Sources((*own, *outside), frozenset(map(_plain, without)), published)


def _holds(path: Path, *folders: Path) -> bool:
    """Whether any of the folders lies in this path: a text such as `..` is hardly meant as what is read."""
    return any(folder.is_relative_to(path) for folder in folders)


def _plain(path: Path) -> Path:
    """The path without `..`, so that it can be compared."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links, too


def is_all(place: Place) -> bool:
    """Whether files alone make a handbook: code of the project, other packages and the environment may add more."""
    if place.config is None:
        return True
    settings = settings_of(place.config)
    theme = settings.get("theme")
    return (
        not settings.keys() & _ADD_MORE
        and set(plugins_of(place.config)) <= KNOWN_PLUGINS
        and (theme.get("name") if isinstance(theme, dict) else theme) in _KNOWN_THEMES
        and all(map(_KNOWN_EXTENSION.fullmatch, names_in(settings.get("markdown_extensions"))))
        and _ADDS_MORE.search(_text_of(place.config)) is None
    )


KNOWN_PLUGINS = frozenset({"amends", "material/search", "material/offline", "search", "offline"})
"""Plugins that add nothing to a handbook but what is made from its sources."""

_KNOWN_THEMES = frozenset({"material", "mkdocs", "readthedocs", None})
_KNOWN_EXTENSION = re.compile(
    r"(markdown\.extensions|material|pymdownx)\.[\w.]+|abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code"
    r"|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks"
)
_ADD_MORE = frozenset({"hooks", "INHERIT", "watch", "<<"})
_NAME_FILES = ("hooks", "INHERIT", "watch", "markdown_extensions", "plugins")
_ADDS_MORE = re.compile(r"!ENV|snippets|python/[\w/]+:(?!(?:markdown|material|pymdownx)\.)")


def has_edit_links(place: Place) -> bool:
    """Whether pages may lead to their YAML: only if mkdocs.yml, or a file that it takes over, says where that is."""
    return place.config is not None and _SAYS_WHERE.search(_text_of(place.config)) is not None


_SAYS_WHERE = re.compile(r"^[ \t]*(repo_url|edit_uri|edit_uri_template|INHERIT)\s*:", re.MULTILINE)


def _named_in(settings: object) -> Iterator[str]:
    """Every text in a part of mkdocs.yml."""
    if isinstance(settings, str):
        yield settings
    elif isinstance(settings, dict | list):
        for value in settings.values() if isinstance(settings, dict) else settings:
            yield from _named_in(value)


def _files_named(place: Place) -> Iterator[Path]:
    """The files and folders that mkdocs.yml names where it adds something: `INHERIT: ../all.yml`."""
    settings = settings_of(place.config) if place.config else {}
    names = [name for key in _NAME_FILES for name in _named_in(settings.get(key))]
    # Extensions of Markdown look in the folder where the build was called.
    paths = (folder / name for name in names for folder in (place.home, Path.cwd()))
    yield from (path for path in paths if os.path.exists(path))  # noqa: PTH110 - a text may be no path at all


def _text_of(config: Path) -> str:
    return config.read_text(encoding="utf-8", errors="replace")
