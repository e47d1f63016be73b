"""A cache of PDFs; the key is a hash of everything that went into the PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from amends.finding import UsageError
from amends.write import write_file


class PdfCache:
    """Keeps PDFs in a folder, or only in memory if there is no folder or it cannot be written.

    A key is a hash of the whole input, so an entry is never out of date. The folder may be deleted at any time.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The PDF that is kept under `key`; if there is none, a new one, which is then kept."""
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
