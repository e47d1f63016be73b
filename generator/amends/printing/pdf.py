"""Sheets -> PDF, through Typst: tagged (PDF/UA-1), archivable (PDF/A-2a), the same bytes for the same input."""

from __future__ import annotations

import calendar
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from importlib.metadata import version
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

import typst

from amends.colours import FILE as COLOURS
from amends.edition.edition import Edition
from amends.finding import UsageError
from amends.glyphs import CHINESE_PACKAGE, PRINTED_AS, pip_name
from amends.model.sop import Paper
from amends.printing.assembly import assembled
from amends.printing.fingerprint import DIGITS
from amends.printing.fonts import font_families, font_versions, fonts
from amends.printing.imposition import folded_sides
from amends.printing.job_data import job_data
from amends.printing.kind import Data, PrintJob

if TYPE_CHECKING:
    from typst import PDFStandard

Cache = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes that are kept under a key; makes and keeps them if there are none."""

_STANDARDS: Final[list[PDFStandard]] = ["ua-1", "a-2a"]
# What is measured takes some 15 MB a sheet until it is forgotten, and slows whatever is set meanwhile.
_MEASURED_AT_ONCE = 3
_FRAMES_AT_ONCE = 32
_WIDEST_MARK = "4" * DIGITS  # of the hexadecimal digits in Inter, 4 is the widest
# What stands in the frame of a sheet is not there when its rows are measured: it must not make them measured again.
_NO_FRAME: Final[Data] = {"control": None, "brand": {"logo": None, "colour": None}}
_IN_FRAME: Final[Data] = {"document_number": "", "address": None, "qr": None}
_PAPERS = {"a4": "a4", "letter": "us-letter"}
_MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True)
class PrintOptions:
    """How sheets are printed: the paper, faces of cards on a page (1 or 4), and without large areas of colour.

    Without a paper it is that of the SOP. `bleed` is how many millimetres are printed beyond the edge, to be cut off.
    """

    paper: Paper | None = None
    up: Literal[1, 4] = 4
    ink_saver: bool = False
    bleed: float = 0


class PdfRenderer:
    """Renders the print jobs of one edition; a job whose input has not changed comes from the cache."""

    def __init__(self, templates: Path, edition: Edition, options: PrintOptions, cache: Cache) -> None:
        self._edition = edition
        self._options = options
        self._cache = cache
        self._held = 0
        self._templates = templates
        self._common_hash = hashlib.sha256(
            f"typst {version('typst')}, pikepdf {version('pikepdf')}, {font_versions()}".encode()
        )
        for path in (*sorted((templates / "print").glob("*.typ")), templates / COLOURS):
            self._common_hash.update(f"\0{path.name}\0".encode() + path.read_bytes())

    def pdf(self, job: PrintJob) -> bytes:
        """The PDF of one job; raises UsageError if the installed fonts have no glyph for a character."""
        if job.put_together:
            return self._cache(self._pack_key(job), lambda: self._put_together(job))
        data = self._data(job)
        return self._cache(self._key(job, data), lambda: self._compiled(job, data))

    def kept(self, job: PrintJob) -> bytes | None:
        """The PDF of one job if it is in the cache; it is not made."""
        key = self._pack_key(job) if job.put_together else self._key(job, self._data(job))
        try:
            return self._cache(key, _never_made)
        except LookupError:
            return None

    def _put_together(self, job: PrintJob) -> bytes:
        """The PDF from those of its parts, and behind them the sheets that share paper, which are set together."""
        shares = self._shares_paper(job)
        parts = [self.pdf(part) for part, shared in zip(job.put_together, shares, strict=True) if not shared]
        together = tuple(compress(job.sheets, shares))
        if together:
            parts.append(self.pdf(replace(job, sheets=together, put_together=())))
        return assembled(parts, self._title(job))

    def _shares_paper(self, job: PrintJob) -> list[bool]:
        """For each sheet, whether it stands on paper with others."""
        if job.kind.shape != "faces":
            return [False] * len(job.sheets)
        return [fit["shares-paper"] for fit in self._fits(job, self._data(job))]

    def _pack_key(self, job: PrintJob) -> str:
        keys = [self._key(part, self._data(part)) for part in job.put_together]
        told = [self._title(job), _own_code().hex(), *keys]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()

    def _title(self, job: PrintJob) -> str:
        """The title of a PDF, as `house-style` in theme.typ writes it."""
        return f"{job.title} · {self._edition.plain(self._edition.sop.title)}"

    def _data(self, job: PrintJob) -> Data:
        paper = self._options.paper or self._edition.sop.paper
        shared = {
            "template": job.kind.template,
            "kind": job.kind.name,
            "locale": self._edition.locale,
            "title": job.title,
            "fonts": font_families(self._edition.locale),
            "paper": _PAPERS[paper],
            "up": self._options.up,
            "ink_saver": self._options.ink_saver,
            "bleed": self._options.bleed,
            "folded": folded_sides(),
        }
        parts = {part.kind.name: self._data(part) for part in job.parts()}
        return {**shared, **job_data(self._edition, job, paper), **({"parts": parts} if parts else {})}

    def _key(self, job: PrintJob, data: Data) -> str:
        digest = self._common_hash.copy()
        digest.update(f"\0{job.kind.template}\0".encode() + _json(data))
        if job.kind.finish:
            digest.update(_own_code())
        return digest.hexdigest()

    def _compiled(self, job: PrintJob, data: Data) -> bytes:
        data = self._fitted(job, data)
        effective = self._edition.sop.document.effective
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                sys_inputs=_inputs(job, data),
                pdf_standards=_STANDARDS,
                timestamp=calendar.timegm(effective.timetuple()),
            )
        except typst.TypstError as error:
            raise self._explained(job, error) from error
        self._forget_after(len(job.sheets) - 1)
        if warnings:
            raise RuntimeError(f"{job.path}: " + "; ".join(warning.message for warning in warnings))
        file = cast("bytes", pdf)  # only pictures come page by page
        return job.kind.finish(file, data) if job.kind.finish else file

    def _fitted(self, job: PrintJob, data: Data) -> Data:
        """The data with how each sheet fits its pages, those of the parts too."""
        parts = {part.kind.name: self._fitted(part, data["parts"][part.kind.name]) for part in job.parts()}
        fits = {"fits": self._fits(job, data)} if job.kind.is_fitted else {}
        return {**data, **fits, **({"parts": parts} if parts else {})}

    @cached_property
    def _compiler(self) -> typst.Compiler:
        """One compiler for all documents: it parses each template once."""
        return typst.Compiler(self._templates / "print" / "main.typ", root=self._templates, font_paths=fonts())

    def _fits(self, job: PrintJob, data: Data) -> list[Data]:
        """How each sheet fits its pages, as its template tells. It is kept, since every PDF with the sheet needs it."""
        data = {**data, "title": "", "fits": None}
        sheets = [_unmarked(sheet) for sheet in data["sheets"]]
        if job.kind.has_frame:
            frames = self._told(job, data, [{**sheet, "frame": None} for sheet in sheets], at_once=_FRAMES_AT_ONCE)
            data = {**data, **_NO_FRAME}
            sheets = [{**sheet, "frame": frame, **_IN_FRAME} for sheet, frame in zip(sheets, frames, strict=True)]
        return self._told(job, data, sheets, at_once=_MEASURED_AT_ONCE)

    def _told(self, job: PrintJob, data: Data, sheets: list[Data], at_once: int) -> list[Data]:
        """What the template tells of each sheet: what is kept of it, or measured now, so many at once."""
        keys = [self._key(job, {**data, "sheets": [sheet]}) for sheet in sheets]
        found = {key: self._kept_fact(key) for key in keys}
        missing = {key: sheet for key, sheet in zip(keys, sheets, strict=True) if found[key] is None}
        for some in _portions(list(missing), at_once):
            facts = self._measured(job, {**data, "sheets": [missing[key] for key in some]})
            for key, fact in zip(some, facts, strict=True):
                found[key] = json.loads(self._cache(key, partial(_json, fact)))
        return [cast("Data", found[key]) for key in keys]

    def _kept_fact(self, key: str) -> Data | None:
        try:
            fact: Data = json.loads(self._cache(key, _never_made))
        except LookupError:
            return None
        return fact

    def _measured(self, job: PrintJob, data: Data) -> list[Data]:
        try:
            # A query takes no data of its own. It finds the layouts again, so asking twice costs nothing.
            self._compiler.compile(format="svg", sys_inputs=_inputs(job, data))
            told = self._compiler.query("<fit>", field="value")
        except RuntimeError as error:
            raise RuntimeError(f"{job.path}: {error}") from error
        self._forget_after(len(data["sheets"]))
        facts: list[Data] = json.loads(told)
        return facts

    def _forget_after(self, sheets: int) -> None:
        """Forget the layouts once there are as many as may be held at a time, since forgetting takes time too."""
        self._held += sheets
        if self._held >= _MEASURED_AT_ONCE:
            self._held = 0
            _forget()

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


@cache
def _own_code() -> bytes:
    """A digest of the code of this folder, which finishes some PDFs."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.digest()


def _unmarked(sheet: Data) -> Data:
    """The sheet as it is measured: texts in other languages change the mark, and must not make it measured again."""
    return {**sheet, "fingerprint": _WIDEST_MARK}


def _portions(keys: list[str], size: int) -> Iterator[list[str]]:
    for begin in range(0, len(keys), size):
        yield keys[begin : begin + size]


def _never_made() -> bytes:
    raise LookupError


def _forget() -> None:
    """Make Typst free the layouts that it keeps for the next document: some 15 MB for each sheet that it has measured.

    It frees those that the last ten compilations did not need, and offers no other way (messense/typst-py#104).
    """
    compiler = typst.Compiler(font_paths=fonts())
    for _ in range(11):
        compiler.compile(b"", format="svg")


_PRINTED_AS = str.maketrans(PRINTED_AS)  # no sign in it has a meaning in JSON
_LACKED = re.compile(f"[{re.escape(''.join(PRINTED_AS))}]")


def _inputs(job: PrintJob, data: Data) -> dict[str, str]:
    return {"template": job.kind.template, "data": _text(data)}


def _json(data: Data) -> bytes:
    return _text(data).encode()


def _text(data: Data) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return text.translate(_PRINTED_AS) if _LACKED.search(text) else text
