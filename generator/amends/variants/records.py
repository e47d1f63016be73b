"""What is known of the variants that were built into a folder: from which sources, and whether all files are there."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from amends.output.folder import remove_folder
from amends.output.inventory import MARKER
from amends.write import write_file

FOLDER = ".variants"
"""What is known of all variants, beside their folders."""

_BUILT = "built"
"""The folder of the records in there."""


@dataclass(frozen=True)
class Records:
    """The records in one folder of output. Each variant has its own file, so that many builds can write at once."""

    output: Path

    def is_current(self, variant_id: str, key: str) -> bool:
        """Whether the variant was built from the sources of this key, and all its files are where it left them."""
        try:
            record = json.loads(self._file(variant_id).read_text(encoding="utf-8"))
            marker = (self.output / variant_id / MARKER).read_bytes()
            files = json.loads(marker)["files"]
            return (
                record == self._record(variant_id, key, marker)
                and all((self.output / variant_id / str(name)).is_file() for name in files)
            )  # fmt: skip
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return False  # whatever is wrong with a record, the variant is built again

    def keep(self, variant_id: str, key: str) -> None:
        """Record that the variant was built from the sources of this key."""
        marker = (self.output / variant_id / MARKER).read_bytes()
        write_file(self._file(variant_id), json.dumps(self._record(variant_id, key, marker)).encode())

    def ids(self) -> list[str]:
        """The ids of the variants that have a record."""
        return sorted(path.stem for path in (self.output / FOLDER / _BUILT).glob("*.json"))

    def remove(self, variant_id: str) -> None:
        """Delete the folder of a variant and its record; raises UsageError if the folder holds files of others."""
        remove_folder(self.output / variant_id)
        self._file(variant_id).unlink(missing_ok=True)

    def _file(self, variant_id: str) -> Path:
        return self.output / FOLDER / _BUILT / f"{variant_id}.json"

    @staticmethod
    def _record(variant_id: str, key: str, marker: bytes) -> dict[str, str]:
        return {"id": variant_id, "key": key, "files": hashlib.sha256(marker).hexdigest()}
