"""A build that takes what earlier builds have kept gives the bytes of one that knows nothing of them.

`AMENDS_EDITS=200 pytest tests/site/test_incremental.py` tries more edits, and `AMENDS_SEED=7` others.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from pypdf import PdfWriter

from amends.build import build_site
from amends.cache import VARIABLE
from amends.content.place import find_place
from amends.finding import Findings, UsageError
from amends.printing.kind import PrintJob
from amends.printing.pdf import PdfRenderer
from amends.rebuild import rebuild
from amends.said import Said
from amends.site.generated_page import GeneratedPage
from amends.site.page_cache import PageCache
from edited_project import EditedProject

TODAY = date(2026, 3, 1)
EDITS = int(os.environ.get("AMENDS_EDITS", "5"))
SEED = int(os.environ.get("AMENDS_SEED", "1"))


Outcome = dict[str, bytes] | str


def say(text: str) -> None:
    """Write a line that `pytest -s` shows at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def silent(_: Said) -> None:
    """Say nothing."""


def outcome(build: Callable[[], object], output: Path) -> Outcome:
    """Every file of the handbook; or why there is none."""
    try:
        build()
    except (Findings, UsageError, Abort) as error:
        return f"{type(error).__name__}: {error}"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def differences(one: Outcome, other: Outcome) -> list[str]:
    if isinstance(one, str) or isinstance(other, str):
        return [] if one == other else [str(it) for it in (one, other) if isinstance(it, str)]
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The generated pages that were not taken from the cache. PDFs cost nothing here: no page shows what is in them."""
    pages: list[str] = []
    keep = PageCache.keep

    def noted(cache: PageCache, page: GeneratedPage) -> None:
        pages.append(page.url)
        keep(cache, page)

    def empty_pdf(_self: PdfRenderer, job: PrintJob) -> bytes:
        pdf, writer = io.BytesIO(), PdfWriter()
        writer.add_blank_page(width=300, height=400)
        writer.add_metadata({"/Title": job.path})
        writer.write(pdf)
        return pdf.getvalue()

    monkeypatch.setattr(PageCache, "keep", noted)
    monkeypatch.setattr(PdfRenderer, "pdf", empty_pdf)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return pages


@pytest.mark.site
def test_after_any_edit_a_kept_handbook_has_the_bytes_of_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    project = EditedProject(tmp_path, SEED)
    kept, new = tmp_path / "kept", tmp_path / "new"
    edits, wrong, taken = ["nothing yet"], [], 0
    for number in range(EDITS + 1):
        if number:
            edits.append(project.edit())
        monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
        again = outcome(lambda: rebuild(find_place(str(project.home)), kept, TODAY, strict=False, say=silent), kept)
        made_again = len(made)
        monkeypatch.setenv(VARIABLE, "")
        clean = outcome(lambda: build_site(find_place(str(project.home)), new, TODAY, strict=False, say=silent), new)
        differing = differences(again, clean)
        wrong += [f"{name} after edit {number}: {edits[-1]}" for name in differing]
        told = f"{made_again} of {len(made) - made_again} pages made, {len(differing)} files differ"
        say(f"{number}: {edits[-1]}: {clean if isinstance(clean, str) else told}")
        taken += len(made) - 2 * made_again
        made.clear()
        if isinstance(clean, str):
            project.take_back()

    assert wrong == []
    assert taken > EDITS
