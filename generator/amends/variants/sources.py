"""What a handbook is made from, as one digest: whether it must be built again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from platform import python_version_tuple

import amends
from amends.content.place import Place
from amends.read import read_layered
from amends.shipped import shipped
from amends.write import MARKER

_NO_SOURCES = (MARKER, "pyvenv.cfg")
"""A folder with one of these files holds output, or an environment of Python."""

_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_CHINESE = re.compile(r"extra == ['\"]zh")


@dataclass(frozen=True)
class Sources:
    """The folders and files of a project, less those that belong to single variants or that *amends* wrote."""

    paths: tuple[Path, ...]
    without: frozenset[Path] = frozenset()

    def digest(self) -> str:
        """A hash of all names and bytes. A file that nobody can read counts as such: a build that needs it tells so."""
        found = hashlib.sha256()
        for path in self.paths:
            for file in self._files(path):
                name = os.path.relpath(file, path).encode("utf-8", "surrogateescape")
                found.update(b"%d %s\0%s" % (len(name), name, _digest_of(file)))
        return found.hexdigest()

    def _files(self, path: Path) -> Iterator[Path]:
        if path.is_file():
            if path not in self.without:
                yield path
            return
        seen: set[str] = set()
        for folder, inner, names in os.walk(path, followlinks=True):  # as MkDocs does
            here, real = Path(folder), os.path.realpath(folder)
            is_output = here != path and any(name in names for name in _NO_SOURCES)
            if here in self.without or is_output or real in seen:
                inner.clear()
                continue
            seen.add(real)
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            files = (here / name for name in sorted(names) if not name.startswith("."))
            yield from (file for file in files if file not in self.without and file.is_file())


def _digest_of(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").digest()
    except OSError as error:
        return str(error.strerror).encode()


def sources_of(place: Place, without: Iterable[Path]) -> Sources:
    """What all handbooks of a project are made from: its folder, its layers, and what its mkdocs.yml names outside."""
    own = [_plain(place.home)] if place.config else []
    layers = (Path(layer.content.folder) for layer in read_layered(place).layers)
    named = _named_outside(place.config) if place.config else ()
    paths = [path for path in map(_plain, (*layers, *named)) if not any(path.is_relative_to(folder) for folder in own)]
    return Sources((*own, *paths), frozenset(map(_plain, without)))


def _plain(path: Path) -> Path:
    """The path without `..`, so that it can be compared."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links, too


def has_edit_links(place: Place) -> bool:
    """Whether pages may lead to their YAML: only if mkdocs.yml, or a file that it takes over, says where that is."""
    return place.config is not None and _SAYS_WHERE.search(_text_of(place.config)) is not None


_SAYS_WHERE = re.compile(r"^\s*(repo_url|edit_uri|edit_uri_template|INHERIT)\s*:", re.MULTILINE)


def _named_outside(config: Path) -> Iterator[Path]:
    """What mkdocs.yml names outside of its own folder: `docs_dir: ../pages`, `INHERIT: ../all.yml`."""
    home = _plain(config.parent)
    for text in re.findall(r"[^\s'\"\[\]{},]+", _text_of(config)):
        path = _plain(home / text)
        if "/" in text and not path.is_relative_to(home) and not home.is_relative_to(path) and path.exists():
            yield path


def _text_of(config: Path) -> str:
    return config.read_text(encoding="utf-8", errors="replace")


@cache
def installation() -> str:
    """A hash of everything that is installed and shapes a handbook: our code and templates, and what we depend on."""
    folders = (Path(amends.__file__).parent, shipped("sop"), shipped("templates"))
    found = hashlib.sha256(Sources(folders).digest().encode())
    found.update(repr((python_version_tuple()[:2], sorted(_versions("amends", {}).items()))).encode())
    return found.hexdigest()


def _versions(package: str, found: dict[str, str]) -> dict[str, str]:
    """The installed version of a package and of all that it needs; what is not installed is left out."""
    name = package.lower().replace("_", "-")
    if name not in found:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            return found
        for requirement in requires(name) or []:
            # What an extra needs, such as the tests or a cluster, shapes no handbook; fonts and cutting of Chinese do.
            if "extra ==" not in requirement or _CHINESE.search(requirement):
                _versions(_REQUIREMENT.match(requirement)[0], found)  # type: ignore[index]  # each begins with a name
    return found
