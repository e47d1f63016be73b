"""`.amends.json`: a file in every folder that amends made, with what amends put there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amends.file_bytes import file_bytes
from amends.finding import UsageError
from amends.output.inventory import MARKER, Inventory, inventory_of, names_in
from amends.write import write_file

_MOST_BYTES = 50_000_000
_FOLDER_NAME = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(frozen=True)
class Marker:
    """The files that amends put into a folder, and the version of the SOP that they show.

    `unfinished` names a subfolder that a build is filling now. All files in it are ours, even if that build is killed.
    """

    files: Inventory = field(default_factory=dict)
    version: str = ""
    unfinished: str = ""

    def text(self) -> str:
        """The text of the file; the same folder gives the same bytes."""
        record = {"made_by": "amends", "version": self.version, "unfinished": self.unfinished, "files": self.files}
        return json.dumps({name: value for name, value in record.items() if value or name == "files"}, indent=1)


def write_marker(folder: Path, unfinished: str = "") -> None:
    """Record the files that lie in a folder now, so that a later build may replace it."""
    files = inventory_of(folder) if folder.exists() else {}
    write_file(folder / MARKER, Marker(files, unfinished=unfinished).text().encode())


def read_marker(folder: Path) -> Marker | None:
    """What amends put into a folder; None if it has no marker. Raises UsageError if nobody can read the marker."""
    try:
        return _marker(json.loads(file_bytes(folder / MARKER, _MOST_BYTES)))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(
            f"{folder / MARKER}: cannot be read, so nobody knows which files are yours; "
            f"move yours away, delete the folder {folder} and build again"
        ) from None


def foreign_files(folder: Path) -> list[str]:
    """The files of a folder that amends did not make; raises UsageError if nobody can know that."""
    marker = read_marker(folder) or Marker()
    inside = f"{marker.unfinished}/"
    return sorted(
        name
        for name in names_in(folder)
        if name not in marker.files and name != MARKER and not (marker.unfinished and name.startswith(inside))
    )


def _marker(record: object) -> Marker:
    """What a marker says; raises ValueError, KeyError or TypeError if it is none of ours."""
    if not isinstance(record, dict):
        raise TypeError
    files, unfinished = record["files"], record.get("unfinished", "")
    if not isinstance(files, (dict, list)) or not isinstance(unfinished, str):
        raise TypeError
    if unfinished != "" and not _FOLDER_NAME.fullmatch(unfinished):
        raise ValueError
    digests: Mapping[str, str] = files if isinstance(files, dict) else dict.fromkeys(files, "")
    return Marker(
        {str(name): str(digest) for name, digest in digests.items()}, str(record.get("version", "")), unfinished
    )
