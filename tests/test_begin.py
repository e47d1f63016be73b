"""A project may also begin over another project, or over nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import count
from pathlib import Path

import pytest
import yaml

from amends.begin import begin, parent_at
from amends.content.place import find_place
from amends.finding import Finding, UsageError
from amends.new_project import Parent, Wish
from amends.read import read_sop, usable_sop
from hotel import Hotel

TODAY = date(2026, 11, 20)


def started(folder: Path, wish: Wish) -> Path:
    begin(folder, wish, "own", None, TODAY)
    return folder


def findings(project: Path) -> list[Finding]:
    return list(read_sop(find_place(str(project)), TODAY).findings)


def branch(hotel: Hotel, folder: Path) -> Path:
    return started(folder, Wish(parent_at(str(hotel.folder), folder, TODAY), ("en", "zh"), "Hotel by the lake"))


def with_every_example(project: Path) -> None:
    """Use every example: a `#` right before a word is deleted."""
    for file in (project / "sop").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^( *)#(?=\S)", r"\1", text), encoding="utf-8")


def _said(field: str) -> str:
    return "做好" if field.strip() == "zh" else "Do"


def filled(project: Path) -> None:
    """Fill every value that is left empty."""
    letters = count(ord("a"))
    for file in sorted((project / "sop").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        for hole in (r"(?m)^( +(?:en|zh)):$", r"(?m)^( *(?:title|purpose|do)): # [^\n]*$(?!\n +en:)"):
            text = re.sub(hole, lambda it: f'{it[1]}: "{_said(it[1])} {chr(next(letters))}"', text)
        file.write_text(text, encoding="utf-8")


def test_a_branch_names_the_way_to_its_parent_and_is_clean(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path / "hotel", {})
    project = branch(hotel, tmp_path / "branches" / "lake")

    header = yaml.safe_load((project / "sop" / "sop.yml").read_text(encoding="utf-8"))
    assert header["extends"] == "../../../hotel"
    assert [finding.code for finding in findings(project) if finding.location.file.startswith(str(project))] == []
    sop, _ = usable_sop(find_place(str(project)), TODAY)
    assert sop.organisation.name.strings["en"] == "Hotel by the lake"
    assert list(sop.steps) == list(hotel.sop().steps)
    assert json.loads((project / "amends.lock.json").read_text(encoding="utf-8"))["base"] == "hotel"


def test_the_examples_of_a_branch_are_the_numbers_of_its_parent(tmp_path: Path) -> None:
    project = branch(Hotel(tmp_path / "hotel", {}), tmp_path / "lake")
    text = (project / "sop" / "sop.yml").read_text(encoding="utf-8")
    (project / "sop" / "sop.yml").write_text(text.replace('{phone: "9"}', '{phone: "7"}'), encoding="utf-8")
    with_every_example(project)

    sop, _ = usable_sop(find_place(str(project)), TODAY)

    assert sop.contacts["porter"].phone == "7"
    assert sop.roles["front-desk"].title.strings["en"] == "Reception"


def test_a_branch_begins_in_the_languages_of_its_parent(tmp_path: Path) -> None:
    assert parent_at(str(Hotel(tmp_path / "hotel", {}).folder), tmp_path / "lake", TODAY).locales == ("en", "zh")


@pytest.mark.parametrize(
    ("parent", "folder", "message"),
    [
        ("lean", "lake", "lean: this SOP comes with amends; write  --base lean"),
        ("hotel", "hotel/lake", "all files there belong to"),
        ("nowhere", "lake", "there is no such folder"),
    ],
)
def test_what_cannot_be_a_parent_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parent: str, folder: str, message: str
) -> None:
    Hotel(tmp_path / "hotel", {})
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UsageError, match=re.escape(message)):
        parent_at(parent, Path(folder), TODAY)


@pytest.mark.parametrize("wanted", [("en",), ("fr",), ("zh",), ("en", "zh")], ids="-".join)
def test_a_blank_project_says_which_values_are_empty_and_is_clean_once_they_are_filled(
    tmp_path: Path, wanted: tuple[str, ...]
) -> None:
    project = started(tmp_path / "own", Wish(None, wanted, "Acme"))

    first = findings(project)
    assert len(first) == 10 * len(wanted)  # each language of each text
    # An empty text, then the other language of the same text.
    assert [finding.code for finding in first] == ["M003", *["Y027"] * (len(wanted) - 1)] * 10
    assert not (project / "amends.lock.json").exists()

    filled(project)
    assert [finding.code for finding in findings(project)] == ["G903"]

    with_every_example(project)
    # The example of a log is what the record of an action may be; nobody calls the helper yet.
    assert [finding.code for finding in findings(project)] == []
    sop, _ = usable_sop(find_place(str(project)), TODAY)
    assert list(sop.roles) == ["lead", "helper"]
    assert list(sop.severities) == ["high", "low"]


def test_a_blank_project_has_the_schema_of_a_whole_sop(tmp_path: Path) -> None:
    project = started(tmp_path / "own", Wish(None, ("en",), "Acme"))

    assert [path.name for path in (project / "schema").iterdir()] == ["sop.schema.json"]
    assert "$schema=../schema/sop.schema.json" in (project / "sop" / "process.yml").read_text(encoding="utf-8")


def test_a_parent_with_mistakes_gets_no_branch(tmp_path: Path) -> None:
    hotel = Hotel(tmp_path / "hotel", {}).replace("start: accept", "start: nowhere")

    with pytest.raises(Exception, match="nowhere"):
        branch(hotel, tmp_path / "lake")
    assert not (tmp_path / "lake").exists()


def test_a_wish_says_what_it_stands_on(tmp_path: Path) -> None:
    parent = parent_at(str(Hotel(tmp_path / "hotel", {}).folder), tmp_path / "lake", TODAY)

    assert isinstance(parent, Parent)
    kinds = [Wish(base, ("en",), "X").kind for base in ("lean", parent, None)]
    assert kinds == ["shipped", "branch", "blank"]
