"""Posters: the first five minutes for the counter, severity and authority for the office."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.posters import Poster, PosterBlock, posters
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import Data, PrintedKind, PrintJob, Selector, Sheet, page_address
from amends.printing.paper_sizes import large_sheet_size, sheet_size
from amends.printing.plain_data import all_runs_data, call_data, donts_data, runs_data, script_data

_POSTER = Selector("poster", "poster", "posters", "Only this poster; repeatable.")


def _marks(sheets: Sheets) -> Fingerprints:
    return {f"posters/{poster.id}": fingerprint(_shown(poster)) for poster in posters(sheets)}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition = sheets.edition
    for poster in posters(sheets):
        number = f"{edition.sop.document.number}-{poster.id.upper()}"
        sheet = Sheet(poster, number, marks[f"posters/{poster.id}"], page_address(edition, poster.page))
        yield PrintJob(POSTERS, f"print/posters/{poster.id}.pdf", poster.title, (sheet,), (_POSTER.option, poster.id))


def _data(edition: Edition, poster: Poster, paper: Paper) -> Data:  # noqa: ARG001 - its texts are in its language already
    width, height = sheet_size(paper)
    if poster.is_large:
        height, width = large_sheet_size(paper)
    return {"width": width, "height": height, **_shown(poster)}


def _shown(poster: Poster) -> Data:
    return {
        "title": poster.title,
        "hint": poster.hint,
        "blocks": [_block(block) for block in poster.blocks],
        "never": donts_data(poster.never),
        "calls": [call_data(call) for call in poster.calls],
    }


def _block(block: PosterBlock) -> Data:
    return {
        "badge": block.badge,
        "title": block.title,
        "colour": block.colour,
        "aside": block.aside,
        "lead": runs_data(block.lead),
        "points": all_runs_data(block.points),
        "say": [script_data(script) for script in block.scripts],
        "foot": block.foot,
        "grade": {"rank": block.grade[0], "of": block.grade[1]} if block.grade else None,
    }


POSTERS = PrintedKind("posters", "poster.typ", (_POSTER,), _marks, _jobs, _data, is_fitted=True, shape="poster")
