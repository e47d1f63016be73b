"""`amends build --variants`, as its user meets it, with real handbooks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from commands import Ended, amends
from hotel import Hotel
from waiting import wait_until

pytestmark = pytest.mark.site

TABLE = """\
id;organisation.name;locales;contacts.porter.phone
north;"Hotel ""North""; by the sea";en;+41 44 000 00 00
south;Hotel South;en;#REF!
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a table of two variants."""
    Hotel(tmp_path / "hotel")
    (tmp_path / "branches.csv").write_text(TABLE, encoding="utf-8-sig")
    return tmp_path


@pytest.fixture
def first(folder: Path) -> Ended:
    return run(folder)


def run(folder: Path, *arguments: str) -> Ended:
    return amends("build", "hotel", "--variants", "branches.csv", "-o", "out", "--jobs", "2", *arguments, cwd=folder)


def test_a_sound_variant_is_built_and_a_wrong_cell_is_told_with_its_place(folder: Path, first: Ended) -> None:
    assert first.returncode == 1
    assert first.stdout.startswith("branches.csv:3:22: error V005 damaged-cell\n")
    report = Path("out", ".variants", "report.json")
    assert first.stderr == f"variants: 2; built: 1, unchanged: 0, failed: 1; the report is in {report}\n"
    assert sorted(path.name for path in (folder / "out").iterdir()) == [".variants", "north"]
    page = unescape((folder / "out" / "north" / "en" / "contacts.html").read_text(encoding="utf-8"))
    assert "+41 44 000 00 00" in page
    assert 'Hotel "North"; by the sea' in page
    report_of = json.loads((folder / report).read_text(encoding="utf-8"))
    assert [(it["id"], it["state"], len(it["findings"])) for it in report_of["variants"]] == [
        ("north", "built", 0),
        ("south", "failed", 1),
    ]


def test_a_handbook_that_is_mostly_in_another_language_is_told(folder: Path) -> None:
    (folder / "branches.csv").write_text("id;organisation.name;locales\nost;Haus Ost;de\n", encoding="utf-8")

    told = run(folder, "--strict")

    assert told.returncode == 0
    assert re.match(
        r"ost: (\d+) of (\d+) texts are missing in de: its readers get them in another language\n", told.stderr
    )


def test_the_addresses_of_a_variant_are_those_of_its_folder(folder: Path, first: Ended) -> None:  # noqa: ARG001 - it builds
    sitemap = (folder / "out" / "north" / "en" / "sitemap.xml").read_text(encoding="utf-8")

    assert "<loc>https://hotel.example/complaints/north/en/contacts.html</loc>" in sitemap


def test_a_second_run_builds_nothing_and_forgets_only_on_demand(folder: Path, first: Ended) -> None:  # noqa: ARG001
    table = folder / "branches.csv"
    table.write_text(TABLE.replace("#REF!", "7").replace("south;", "west;").replace("en;7", "xx;7"), encoding="utf-8")

    again = run(folder, "--only", "north", "--report", "report.json")
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == "variants: 1; built: 0, unchanged: 1, failed: 0; the report is in report.json\n"

    table.write_text("id\neast\n", encoding="utf-8")
    told = run(folder, "--only", "east", "--prune")
    assert "north: deleted\n" in told.stderr
    assert sorted(path.name for path in (folder / "out").iterdir()) == [".variants", "east"]


def test_a_run_that_was_killed_goes_on_where_it_ended(tmp_path: Path) -> None:
    Hotel(tmp_path / "hotel")
    (tmp_path / "branches.csv").write_text("id,locales\nnorth,en\nsouth,en\n", encoding="utf-8")
    output = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "amends",
        "build",
        "hotel",
        "--variants",
        "branches.csv",
        "-o",
        "out",
        "--jobs",
        "1",
    ]
    with subprocess.Popen(command, cwd=tmp_path) as killed:
        wait_until(lambda: any(output.glob(".south.amends-*/new")))
        killed.kill()

    ended = amends(*command[3:], cwd=tmp_path)

    assert (ended.returncode, ended.stderr.partition("; the")[0]) == (
        0,
        "variants: 2; built: 1, unchanged: 1, failed: 0",
    )
    assert sorted(path.name for path in output.iterdir()) == [".variants", "north", "south"]


def test_options_for_variants_need_their_list(tmp_path: Path) -> None:
    for option in (
        ["--only", "a"],
        ["--jobs", "2"],
        ["--prune"],
        ["--cluster", "tcp://127.0.0.1:1"],
        ["--report", "r"],
    ):
        ended = amends("build", "reference", *option, cwd=tmp_path)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert f"{option[0]} needs --variants FILE" in ended.stderr
