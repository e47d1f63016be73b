"""PDFs for a print shop: where the paper is cut, what is printed beyond, and several pages on a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PageObject, PdfReader

from amends.cli import main
from hotel import Hotel

MM = 72 / 25.4


@pytest.fixture(scope="module")
def hotel_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Hotel(tmp_path_factory.mktemp("hotel")).with_letters().folder


def printed(folder: Path, output: Path, path: str, *wish: str) -> PdfReader:
    kind = path.partition("/")[0]
    arguments = ["print", kind, str(folder), "--locale", "en", "--today", "2026-03-01", "-o", str(output), *wish]
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code == 0, ended.output
    return PdfReader(io.BytesIO((output / "en" / f"{path}.pdf").read_bytes()))


def refused(folder: Path, *wish: str) -> str:
    ended = CliRunner().invoke(main, ["print", *wish, str(folder), "--today", "2026-03-01"])
    assert ended.exit_code == 2
    assert not Path("print").exists()
    return ended.output


def millimetres(box: Iterable[float]) -> list[float]:
    return [round(float(edge) / MM, 1) for edge in box]


def test_bleed_and_marks_stand_outside_the_page_that_is_cut_out(hotel_folder: Path, tmp_path: Path) -> None:
    wish = ("--up", "1", "--bleed", "3mm", "--crop-marks")
    page = printed(hotel_folder, tmp_path, "cards/manager", *wish).pages[0]

    left, lower, right, upper = millimetres(page.trimbox)
    assert (round(right - left), round(upper - lower, 1)) == (105, 148.5)
    assert millimetres(page.bleedbox) == [left - 3, lower - 3, right + 3, upper + 3]
    assert millimetres(page.mediabox) == [left - 8, lower - 8, right + 8, upper + 8]
    # The mark nearest to each edge of the trim begins where the bleed ends.
    for x, y, to_x, to_y in marks(page):
        assert (x in (left, right)) != (y in (lower, upper))
        assert not (left - 3 < to_x < right + 3 and lower - 3 < to_y < upper + 3)
    assert len(marks(page)) == 8


def marks(page: PageObject) -> list[list[float]]:
    contents = page.get_contents()
    assert contents is not None
    drawn = contents.get_data().decode("latin-1").partition("/Artifact BMC q 0 G")[2]
    return [millimetres(map(float, line)) for line in re.findall(r"(\S+) (\S+) m (\S+) (\S+) l S", drawn)]


def test_what_reaches_the_edge_of_a_card_is_printed_beyond_it(hotel_folder: Path, tmp_path: Path) -> None:
    page = printed(hotel_folder, tmp_path, "cards/manager", "--up", "1", "--bleed", "3mm").pages[0]

    assert millimetres(page.mediabox) == [0, 0, 111, 154.5]
    contents = page.get_contents()
    assert contents is not None
    # The band of the head begins at the corner of what is printed and goes to its other side.
    [wide] = re.findall(r"437\.95\S* cm/c0 cs [^m]*scn 0 0 m (\S+) 0 l", contents.get_data().decode("latin-1"))
    assert millimetres([float(wide)]) == [111]


def test_a_bleed_may_be_given_in_inches(hotel_folder: Path, tmp_path: Path) -> None:
    page = printed(hotel_folder, tmp_path, "letters/thanks", "--bleed", "0.125in", "--paper", "letter").pages[0]

    assert [round(float(edge) / 72, 3) for edge in page.mediabox] == [0, 0, 8.75, 11.25]


def test_with_bleed_and_marks_a_form_is_still_tagged_and_can_be_filled_in(hotel_folder: Path, tmp_path: Path) -> None:
    reader = printed(hotel_folder, tmp_path, "forms/form", "--bleed", "3mm", "--crop-marks")

    catalogue: Any = reader.root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert reader.get_fields()


def test_each_object_that_is_added_has_lines_of_its_own(hotel_folder: Path, tmp_path: Path) -> None:
    """As archives ask (ISO 19005-2, 6.1.9)."""
    printed(hotel_folder, tmp_path, "checklists/accept")
    whole = len((tmp_path / "en" / "checklists" / "accept.pdf").read_bytes())
    printed(hotel_folder, tmp_path, "checklists/accept", "--crop-marks")
    added = (tmp_path / "en" / "checklists" / "accept.pdf").read_bytes()[whole:]

    objects = re.findall(rb"(.?)(?<!\d)\d+ 0 obj(.?)", added, re.DOTALL)

    assert len(objects) > 3
    assert set(objects) == {(b"\n", b"\n")}


def test_two_leaves_side_by_side_have_their_backs_behind_them(hotel_folder: Path, tmp_path: Path) -> None:
    reader = printed(hotel_folder, tmp_path, "checklists", "--nup", "2", "--duplex")

    assert {tuple(millimetres(page.mediabox)) for page in reader.pages} == {(0, 0, 297, 210)}
    catalogue: Any = reader.root_object
    assert catalogue["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
    leaves = texts_of(printed(hotel_folder, tmp_path, "checklists"))
    fronts, backs = texts_of(reader)[:2]
    assert (fronts, backs) == (leaves[0] + leaves[2], leaves[3] + leaves[1])


def texts_of(reader: PdfReader) -> list[str]:
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_a_booklet_begins_outside_with_its_last_and_its_first_page(hotel_folder: Path, tmp_path: Path) -> None:
    folded = printed(hotel_folder, tmp_path / "folded", "checklists", "--booklet")
    plain = printed(hotel_folder, tmp_path / "plain", "checklists")

    pages, sides = texts_of(plain), texts_of(folded)
    assert len(pages) % 4 == 2  # so the last leaf is half empty
    assert len(sides) == len(pages) // 2 + 1
    assert (sides[0], sides[1]) == (pages[0], pages[1])
    assert sides[2] == pages[-1] + pages[2]


@pytest.mark.parametrize(("paper", "size"), [("a4", [0, 0, 210, 297]), ("letter", [0, 0, 215.9, 279.4])])
def test_four_faces_of_a_card_fill_a_sheet_and_stay_as_large_as_they_are(
    hotel_folder: Path, tmp_path: Path, paper: str, size: list[float]
) -> None:
    reader = printed(hotel_folder, tmp_path, "cards/manager", "--up", "1", "--nup", "4", "--paper", paper)

    assert millimetres(reader.pages[0].mediabox) == size
    contents = reader.pages[0].get_contents()
    assert contents is not None
    assert {line.split()[1] for line in contents.get_data().decode().splitlines()} == {"1.00000"}


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (("cards", "--nup", "2"), "cards: these sheets are folded or cut where their faces end"),
        (("all", "--bleed", "3mm"), "write  --up 1  for single faces"),
        (("posters", "--booklet"), "posters: what hangs on a wall must stay large"),
        (("forms", "--nup", "2", "--booklet"), "a booklet has two pages on each side already"),
        (("forms", "--duplex"), "--duplex belongs to --nup 2 or --nup 4"),
        (("forms", "--nup", "2", "--crop-marks"), "a print shop puts pages with bleed or marks together itself"),
        (("forms", "--bleed", "30mm"), "--bleed: write from 0mm to 10mm"),
        (("forms", "--bleed", "wide"), "write a length such as 3mm or 0.125in"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused_with_the_way_out(
    hotel_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert told in refused(hotel_folder, *wish)


def test_the_same_wishes_make_the_same_bytes(hotel_folder: Path, tmp_path: Path) -> None:
    for wish in (("--booklet",), ("--bleed", "3mm", "--crop-marks")):
        for folder in ("once", "again"):
            printed(hotel_folder, tmp_path / folder, "letters", *wish)
        once, again = ((tmp_path / folder / "en" / "letters.pdf").read_bytes() for folder in ("once", "again"))
        assert once == again
