"""Builds are killed at random moments: the site is whole, is always there, and nothing is left lying about."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from amends.build import build_site
from amends.output.inventory import inventory_of
from hotel import TODAY, Hotel
from kills import is_whole, kill_builds, random_moments
from published import publish

MANY = """\
import sys
from pathlib import Path
from amends.output.folder import replaced_folder
with replaced_folder(Path(sys.argv[1])) as new:
    new.write("index.html", Path(sys.argv[2]).read_bytes())
    for number in range(60):
        new.write(f"en/{number or 'index'}.html", Path(sys.argv[2]).read_bytes() * 100)
"""


def test_a_folder_is_whole_and_always_there_however_often_its_builds_are_killed(tmp_path: Path) -> None:
    site, text = tmp_path / "site", tmp_path / "text"
    publish(site, **{"index.html": "old", "en/index.html": "old"})

    def change(number: int) -> None:
        text.write_text(f"build {number}", encoding="utf-8")

    command = [sys.executable, "-c", MANY, str(site), str(text)]
    tally = kill_builds(command, site, random_moments(20, 0.6), change=change)

    assert (tally.broken, tally.failed_reads, tally.litter) == (0, 0, 0)
    assert tally.reads > 100
    assert tally.killed > 0


@pytest.mark.site
def test_a_handbook_is_whole_and_always_there_however_often_its_builds_are_killed(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path / "sop")
    site = tmp_path / "site"
    build_site(hotel.place, site, TODAY, strict=False, say=lambda _: None)
    header = (hotel.folder / "sop.yml").read_text(encoding="utf-8")

    def change(number: int) -> None:
        issue = header.replace('version: "2.1"', f'version: "2.1.{number}"')
        (hotel.folder / "sop.yml").write_text(issue, encoding="utf-8")

    command = [sys.executable, "-m", "amends", "build", str(hotel.folder), "-o", str(site)]
    tally = kill_builds(command, site, random_moments(10, 6), change=change)

    assert (tally.broken, tally.failed_reads, tally.litter) == (0, 0, 0)
    assert tally.killed > 0


def test_a_site_that_has_lost_a_file_is_not_whole(tmp_path: Path) -> None:
    publish(tmp_path / "site", page="new", other="new")
    assert is_whole(tmp_path / "site")

    (tmp_path / "site" / "page").unlink()

    assert not is_whole(tmp_path / "site")
    assert set(inventory_of(tmp_path / "site")) == {"other"}
