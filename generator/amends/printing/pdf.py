"""Sheets -> PDF, through Typst: tagged (PDF/UA-1), archivable (PDF/A-2a), the same bytes for the same input."""

from __future__ import annotations

import calendar
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, Literal

import typst

from amends.colours import FILE as COLOURS
from amends.edition.edition import Edition
from amends.finding import UsageError
from amends.printing.fonts import CHINESE_PACKAGE, font_families, font_versions, fonts, pip_name
from amends.printing.job_data import job_data
from amends.printing.kind import Paper, PrintJob

Cache = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes that are kept under a key; makes and keeps them if there are none."""

_STANDARDS: Final[list[Literal["ua-1", "a-2a"]]] = ["ua-1", "a-2a"]
# The README of typst says that a mapping of virtual files may be compiled; its type stubs do not know that.
_compile: Any = typst.compile_with_warnings
_PAPERS = {"a4": "a4", "letter": "us-letter"}
_MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True)
class PrintOptions:
    """How sheets are printed: the paper (not for cards), cards per page (1 or 4), and without large areas of colour."""

    paper: Paper = "a4"
    up: Literal[1, 4] = 4
    ink_saver: bool = False


class PdfRenderer:
    """Renders the print jobs of one edition; a job whose input has not changed comes from the cache."""

    def __init__(self, templates: Path, edition: Edition, options: PrintOptions, cache: Cache) -> None:
        self._edition = edition
        self._options = options
        self._cache = cache
        sources = (*sorted((templates / "print").glob("*.typ")), templates / COLOURS)
        self._templates = {path.name: path.read_bytes() for path in sources}

    def pdf(self, job: PrintJob) -> bytes:
        """The PDF of one job; raises UsageError if the installed fonts have no glyph for a character."""
        data = self._data(job)
        main = self._templates[job.kind.template]
        files = {**self._templates, "main.typ": main, "data.json": data}
        digest = hashlib.sha256(f"typst {version('typst')}, {font_versions()}".encode())
        for name in sorted(files):
            digest.update(f"\0{name}\0".encode() + files[name])
        return self._cache(digest.hexdigest(), lambda: self._compiled(job, files))

    def _data(self, job: PrintJob) -> bytes:
        shared = {
            "locale": self._edition.locale,
            "title": job.title,
            "fonts": font_families(),
            "paper": _PAPERS[self._options.paper],
            "up": self._options.up,
            "ink_saver": self._options.ink_saver,
        }
        data = {**shared, **job_data(self._edition, job, self._options.paper)}
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()

    def _compiled(self, job: PrintJob, files: dict[str, bytes]) -> bytes:
        effective = self._edition.sop.document.effective
        try:
            pdf, warnings = _compile(
                files,
                format="pdf",
                font_paths=fonts(),
                pdf_standards=_STANDARDS,
                timestamp=calendar.timegm(effective.timetuple()),
            )
        except typst.TypstError as error:
            raise self._explained(job, error) from error
        if warnings:
            raise RuntimeError(f"{job.path}: " + "; ".join(warning.message for warning in warnings))
        return bytes(pdf)

    def _explained(self, job: PrintJob, error: typst.TypstError) -> Exception:
        """An error that the author can correct, as a message; any other error is a bug in our templates."""
        missing = dict.fromkeys(_MISSING_GLYPH.findall(error.diagnostic or error.message))
        if not missing:
            return RuntimeError(f"{job.path}: {error.diagnostic or error.message}")
        shown = " ".join(f"“{text}”" for text in list(missing)[:10])
        return UsageError(
            f"{self._edition.locale}/{job.path}: the installed fonts have no sign for {shown}; "
            f"install them with  pip install {pip_name(CHINESE_PACKAGE)}  or write it otherwise"
        )
