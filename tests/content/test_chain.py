"""From a folder down to its base: which layers `extends` stacks, and what is wrong with its names."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.content.bases import industries
from amends.content.chain import read_layers
from amends.finding import Finding
from amends.model.sop import COLLECTIONS, Header
from builders import check_files, corner_shop

FIELDS = tuple(Header.model_fields)


def project(folder: Path, header: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sop.yml").write_text(header, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return [layer.name for layer in read_layers(folder, FIELDS, COLLECTIONS)]


def findings(folder: Path) -> list[Finding]:
    return [it for layer in read_layers(folder, FIELDS, COLLECTIONS) for it in layer.content.findings]


def test_layers_stack_from_the_base_to_the_site(tmp_path: Path) -> None:
    project(tmp_path / "group", "id: pinewood\nextends: hospitality\n")
    site = project(tmp_path / "sites" / "lake", "id: pinewood-lake\nextends: ../../group\n")

    assert names(site) == ["reference", "restaurants", "hotels", "hospitality", "pinewood", "pinewood-lake"]


def test_an_sop_without_base_is_one_layer(tmp_path: Path) -> None:
    assert names(project(tmp_path, "id: shop\n")) == ["shop"]


def test_each_shipped_industry_stands_on_the_reference() -> None:
    assert "hospitality" in industries()


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        ("hospitalty", "there is no base `hospitalty` to extend", "the nearest is `hospitality`; or write a path to a folder with sop.yml, seen from this folder"),
        ("base.yml", "`extends: base.yml` is a file, not a layer", "name the folder that holds its sop.yml"),
        ("/etc", "`extends: /etc` leads to a place on this computer alone", "write the path as seen from this folder:  ../group"),
        (".", "`extends: .` goes round in circles", "extend a base that does not extend this"),
    ],
)  # fmt: skip
def test_a_base_that_cannot_be_one_is_found(tmp_path: Path, wanted: str, message: str, hint: str) -> None:
    project(tmp_path, f"id: shop\nextends: {wanted}\n")
    (tmp_path / "base.yml").write_text("contacts: {}\n", encoding="utf-8")

    [finding] = findings(tmp_path)
    assert (finding.code, finding.message, finding.hint) == ("B107", message, hint)
    assert (Path(finding.location.file).name, finding.location.line) == ("sop.yml", 2)


def test_layers_that_extend_each_other_are_found_where_the_circle_closes(tmp_path: Path) -> None:
    one = project(tmp_path / "one", "id: one\nextends: ../two\n")
    project(tmp_path / "two", "id: two\nextends: ../one\n")

    [finding] = findings(one)
    assert (finding.code, Path(finding.location.file).parent.name) == ("B107", "two")
    assert finding.message == "`extends: ../one` goes round in circles"


def test_two_layers_of_one_name_are_told_apart_by_nobody(tmp_path: Path) -> None:
    project(tmp_path / "group", "id: pinewood\ntitle: Group\n")
    site = project(tmp_path / "site", "title: Site\nid: pinewood\nextends: ../group\n")

    [finding] = findings(site)
    assert (finding.code, finding.level, finding.hint) == ("B108", "warning", "give this one an `id` of its own")
    assert finding.message == "two layers are called `pinewood`, so nobody can tell them apart"
    assert (Path(finding.location.file).parent.name, finding.location.line) == ("site", 2)


def test_a_layer_without_an_id_would_share_that_of_its_base(tmp_path: Path) -> None:
    project(tmp_path / "group", "id: pinewood\ntitle: Group\n")
    site = project(tmp_path / "site", "title: Site\nextends: ../group\n")

    [finding] = findings(site)
    assert (finding.code, finding.level, finding.hint) == ("B108", "warning", "give this one an `id` of its own")
    assert finding.message == "this layer has no `id`, so it has the one of the layer below: `pinewood`"
    assert (Path(finding.location.file).parent.name, finding.location.line) == ("site", 2)


def test_a_removed_entry_that_is_still_named_shows_both_places(tmp_path: Path) -> None:
    corner_shop(tmp_path / "base")
    own = tmp_path / "own"
    own.mkdir()

    people = "contacts:\n  counter: null\nroles:\n  manager: {contact: counter}\n"
    found = check_files(own, {"sop": "id: own\nextends: ../base\n", "people": people})
    [issue] = [it for it in found if it.code == "R101"]
    removed_at = f"it was removed at {own / 'people.yml'}:2:3"
    assert issue.message == f"roles/manager: there is no `counter` in `contacts` any more: {removed_at}"
    assert issue.place == "people.yml: manager: {contact: counter}"
