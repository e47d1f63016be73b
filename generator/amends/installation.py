"""What is installed and shapes a handbook: amends itself, and the packages on which it depends."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from platform import python_version_tuple

import amends
from amends.shipped import shipped

_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_CHINESE = re.compile(r"extra == ['\"]zh")


@cache
def installation() -> str:
    """A hash of everything that is installed and shapes a handbook: our code and templates, and what we depend on."""
    folders = (Path(amends.__file__).parent, shipped("sop"), shipped("templates"))
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"):
            content = file.read_bytes()
            found.update(f"{len(content)} {file.relative_to(folder).as_posix()}\0".encode())
            found.update(content)
    found.update(repr((python_version_tuple()[:2], sorted(_versions("amends", {}).items()))).encode())
    return found.hexdigest()


def _versions(package: str, found: dict[str, str]) -> dict[str, str]:
    """The installed version of a package and of all that it needs; what is not installed is left out."""
    name = package.lower().replace("_", "-")
    if name not in found:
        try:
            about = metadata(name)
        except PackageNotFoundError:
            return found
        found[name] = about["Version"]
        for requirement in about.get_all("Requires-Dist") or []:
            # What an extra needs, such as the tests or a cluster, shapes no handbook; fonts and cutting of Chinese do.
            if "extra ==" not in requirement or _CHINESE.search(requirement):
                _versions(_REQUIREMENT.match(requirement)[0], found)  # type: ignore[index]  # each begins with a name
    return found
