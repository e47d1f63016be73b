"""The change notice on paper: what changes, and a row to sign for everybody whom it concerns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from amends.cli import main
from hotel import Hotel
from printed_lines import PrintedLine, printed_lines
from printed_pages import MM

HOLDERS = "holders:\n  nora: {name: Nora Berg, roles: [manager]}\n  otto: {name: Otto Holm, roles: [manager]}\n"


@pytest.fixture
def old(tmp_path: Path) -> Hotel:
    return Hotel(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Hotel:
    hotel = Hotel(tmp_path / "new", {"holders.yml": HOLDERS})
    return hotel.replace("    within: 3 calendar days\n", "    within: 24 hours\n").replace(
        'version: "2.1"', 'version: "2.2"'
    )


def words_of(file: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(file).pages))


def test_everybody_whom_a_change_concerns_has_a_row_to_sign(old: Hotel, new: Hotel, tmp_path: Path) -> None:
    file = tmp_path / "paper" / "notice.pdf"

    ended = CliRunner().invoke(
        main, ["diff", str(old.folder), str(new.folder), "--pdf", str(file), "--today", "2026-03-01"]
    )

    assert (ended.exit_code, ended.output) == (0, f"{file}\n")
    words = words_of(file)
    assert "time limit now 24 hours instead of 3 calendar days" in words
    assert "2.1 2.2" in words
    signing = words[words.index("Read and understood") :]
    # Nobody signs for an outside body, and a case is filled by other roles.
    assert re.findall("Nora Berg|Otto Holm|Insurer|Case owner", signing) == ["Nora Berg", "Otto Holm"]


def test_the_notice_speaks_the_language_that_is_asked_for_on_the_paper_that_is_asked_for(
    old: Hotel, new: Hotel, tmp_path: Path
) -> None:
    file = tmp_path / "notice.pdf"
    wish = ["--locale", "zh", "--paper", "letter", "--pdf", str(file), "--today", "2026-03-01"]

    CliRunner().invoke(main, ["diff", str(old.folder), str(new.folder), *wish])

    [page] = PdfReader(file).pages
    assert "由3天改为24小时" in re.sub(r"\s", "", page.extract_text())
    assert [float(edge) for edge in page.mediabox[2:]] == [612, 792]


def test_no_change_is_split_however_many_roles_it_concerns(tmp_path: Path) -> None:
    file = tmp_path / "notice.pdf"

    CliRunner().invoke(main, ["diff", "reference", "hotels", "--pdf", str(file), "--today", "2026-03-01"])

    _, *further = printed_lines(file.read_bytes())
    tops = [first_row(page) for page in further]
    assert len(tops) > 20
    assert {round(min(line.x for line in row)) for row in tops} == {round(16 * MM)}


def first_row(page: list[PrintedLine]) -> list[PrintedLine]:
    """The first lines below the names of the columns."""
    _, y, *_ = sorted({round(line.y) for line in page}, reverse=True)
    return [line for line in page if round(line.y) == y]


def test_an_sop_that_does_not_change_needs_no_signature(old: Hotel, tmp_path: Path) -> None:
    file = tmp_path / "notice.pdf"

    CliRunner().invoke(main, ["diff", str(old.folder), str(old.folder), "--pdf", str(file), "--today", "2026-03-01"])

    words = words_of(file)
    assert "Nothing changes." in words
    assert "Read and understood" not in words


def test_a_file_that_is_no_pdf_is_not_overwritten(old: Hotel, new: Hotel, tmp_path: Path) -> None:
    file = tmp_path / "sop.yml"
    file.write_text("mine", encoding="utf-8")

    ended = CliRunner().invoke(
        main, ["diff", str(old.folder), str(new.folder), "--pdf", str(file), "--today", "2026-03-01"]
    )

    assert ended.exit_code == 2
    assert "name a file that ends with .pdf" in ended.output
    assert file.read_text(encoding="utf-8") == "mine"
