"""What a handbook is made from, as one digest: whether it must be built again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from amends.content.chain import layer_folders
from amends.content.place import Place, plugins_of
from amends.finding import UsageError
from amends.output.inventory import MARKER

_NO_SOURCES = (MARKER, "pyvenv.cfg")
"""A folder with one of these files holds output, or an environment of Python."""

_IS_NO_SOURCE = re.compile(r"\.git$|\.cache$|\..*\.amends-")
"""The name of a folder of git, of a cache, or of a build that is under way."""


@dataclass(frozen=True)
class Sources:
    """The folders and files of a project, less those that belong to single variants or that *amends* wrote."""

    paths: tuple[Path, ...]
    without: frozenset[Path] = frozenset()

    def digest(self) -> str:
        """A hash of all names and bytes; raises UsageError if one cannot be read."""
        found = hashlib.sha256()
        for path in self.paths:
            for file in self._files(path):
                try:
                    content = file.read_bytes()
                except OSError as error:
                    raise UsageError(f"{file}: cannot be read: {error.strerror}; check its permissions") from None
                found.update(f"{len(content)} {os.path.relpath(file, path)}\0".encode("utf-8", "surrogateescape"))
                found.update(content)
        return found.hexdigest()

    def _files(self, path: Path) -> Iterator[Path]:
        if path.is_file():
            if path not in self.without:
                yield path
            return
        for folder, inner, names in os.walk(path):
            here = Path(folder)
            is_passed_over = here in self.without or (here != path and any(name in names for name in _NO_SOURCES))
            inner[:] = [] if is_passed_over else sorted(name for name in inner if not _IS_NO_SOURCE.match(name))
            files = [here / name for name in sorted(names)]
            yield from (file for file in files if not is_passed_over and file not in self.without and file.is_file())


def sources_of(place: Place, without: Iterable[Path]) -> Sources:
    """What all handbooks of a project are made from: its folder, its layers, and what its mkdocs.yml names outside."""
    own = [_plain(place.home)] if place.config else []
    layers = (*layer_folders(place.content), *(place.variant.layers if place.variant else ()))
    named = _named_outside(place.config) if place.config else ()
    paths = [path for path in map(_plain, (*layers, *named)) if not any(path.is_relative_to(folder) for folder in own)]
    return Sources((*own, *paths), frozenset(map(_plain, without)))


def _plain(path: Path) -> Path:
    """The path without `..`, so that it can be compared."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links, too


def is_all(place: Place) -> bool:
    """Whether a handbook is made from files alone: hooks, other plugins and the environment may add more."""
    if place.config is None:
        return True
    return set(plugins_of(place.config)) <= KNOWN_PLUGINS and _SAYS_MORE.search(_text_of(place.config)) is None


KNOWN_PLUGINS = frozenset({"amends", "material/search", "material/offline", "search", "offline"})
"""Plugins that add nothing to a handbook but what is made from its sources."""

_SAYS_MORE = re.compile(r"^hooks\s*:|^INHERIT\s*:|^watch\s*:|!ENV|snippets|include", re.MULTILINE)


def has_edit_links(place: Place) -> bool:
    """Whether pages may lead to their YAML: only if mkdocs.yml, or a file that it takes over, says where that is."""
    return place.config is not None and _SAYS_WHERE.search(_text_of(place.config)) is not None


_SAYS_WHERE = re.compile(r"^\s*(repo_url|edit_uri|edit_uri_template|INHERIT)\s*:", re.MULTILINE)


def _named_outside(config: Path) -> Iterator[Path]:
    """What stands in mkdocs.yml and leads out of the project: `docs_dir: ../pages`, `INHERIT: ../all.yml`."""
    for text in re.findall(r"\.\.[\w./\\-]*", _text_of(config)):
        path = config.parent / text
        if path.exists():
            yield path


def _text_of(config: Path) -> str:
    return config.read_text(encoding="utf-8", errors="replace")
