"""PDFs kept by the hash of everything that went into them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from amends.finding import UsageError
from amends.write import write_file


class PdfCache:
    """Keeps PDFs in a folder; in memory alone where there is none or it cannot be written.

    Keys are hashes of the whole input, so an entry is never wrong, and the folder may be deleted at any time.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The PDF kept under `key`, or a new one that is kept from now on."""
        if key not in self._memory:
            self._memory[key] = self._read(key) or self._keep(key, make())
        return self._memory[key]

    def _read(self, key: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            return (self._folder / f"{key}.pdf").read_bytes()
        except OSError:
            return None

    def _keep(self, key: str, pdf: bytes) -> bytes:
        if self._folder is not None:
            try:
                write_file(self._folder / f"{key}.pdf", pdf)
            except UsageError:
                self._folder = None  # a read-only project still builds, only slower
        return pdf
