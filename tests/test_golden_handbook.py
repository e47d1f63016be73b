"""A small handbook as it is written, for reviewers to read as a diff.

Pages (the one of the process holds its picture as SVG), sheets, files for other tools, findings, the export.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from amends.book import Handbook, all_sheets
from amends.cache import Cache
from amends.content.place import Place
from amends.documents.export import exported
from amends.documents.handbook import navigation
from amends.documents.page import Section
from amends.documents.sheets import Sheets
from amends.printing.job_data import job_data
from amends.printing.kinds import print_jobs
from amends.printing.pdf_cache import PdfCache
from amends.read import read_sop, sop_below
from amends.render.process_files import process_files
from amends.reporting.text import as_text
from amends.shipped import shipped
from golden_files import Golden
from hotel import TODAY, Hotel

HERE = Path(__file__).parent / "golden" / "handbook"


@pytest.mark.parametrize("name", ["hotel", "branch"])
def test_a_small_handbook_is_written_as_committed(name: str, golden: Golden, tmp_path: Path) -> None:
    hotel = Hotel(tmp_path / "hotel").with_letters()
    place = hotel.place if name == "hotel" else hotel.branch()
    texts = dict(_texts(place, tmp_path))
    assert len(texts) > 100
    golden.check_folder(HERE / name, texts)


def _texts(place: Place, folder: Path) -> Iterator[tuple[str, str]]:
    reading = read_sop(place, TODAY)
    assert reading.sop is not None
    told = as_text(reading.findings, _line_of)
    yield "findings.txt", told.replace(f"{folder}/", "").replace(f"{shipped('sop')}/", "sop/")
    everything = all_sheets(reading.sop, sop_below(reading.content))
    yield "export.json", _json(exported(everything[0].edition))
    for sheets in everything:
        for path, text in _of_locale(sheets):
            yield f"{sheets.edition.locale}/{path}", text


def _of_locale(sheets: Sheets) -> Iterator[tuple[str, str]]:
    edition = sheets.edition
    yield "navigation.txt", "\n".join(_tree(navigation(sheets))) + "\n"
    book = Handbook(sheets, PdfCache(Cache(None)), is_on_demand=True)
    yield from ((f"{page.path}.html", book.html(page)) for page in book.pages)
    jobs = list(print_jobs(sheets, book.marks))
    yield "print.txt", "".join(f"{job.path}: {job.title}: {len(job.sheets)}\n" for job in jobs)
    for job in jobs:
        if job.kind.made != "build":
            if not job.only_named:
                told = _read_aloud(job_data(edition, job)["sheets"])
                yield job.path.replace(".pdf", ".txt"), "".join(told)
        elif len(job.sheets) == 1:  # the others hold the same sheets once more
            yield job.path.replace(".pdf", ".json"), _json(job_data(edition, job))
    yield from ((path, make().decode()) for path, make in process_files(sheets, book.marks).items())


def _read_aloud(data: Any, indent: str = "") -> Iterator[str]:
    """A book as it is read: each run of words on a line, deeper for what stands below; `-> label` for a reference."""
    if isinstance(data, list):
        for one in data:
            yield from _read_aloud(one, indent)
    elif isinstance(data, dict) and "style" in data:
        yield f"{indent}{data['text']}{' -> ' + data['to'] if data.get('to') else ''}\n"
    elif isinstance(data, dict):
        for name, one in data.items():
            if isinstance(one, str) and one and name in {"title", "name", "badge", "intro", "act", "role", "label"}:
                yield f"{indent}[{name}] {one}\n"
            yield from _read_aloud(one, indent + " ")


def _tree(children: Sequence[str | Section], indent: str = "") -> Iterator[str]:
    for child in children:
        if isinstance(child, str):
            yield indent + child
        else:
            yield f"{indent}{child.title}:"
            yield from _tree(child.children, indent + "  ")


def _line_of(file: str, number: int) -> str:
    return Path(file).read_text(encoding="utf-8").splitlines()[number - 1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
