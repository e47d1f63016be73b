"""Many variants in one run: which are built, which are left, and what is told of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from amends import build
from amends.content.place import Place, find_place
from amends.finding import UsageError
from amends.output.folder import replaced_folder
from amends.variants.job import Result, build_variant
from amends.variants.records import FOLDER, Records
from amends.variants.run import Run, Wish, planned
from builders import TODAY, corner_shop

VARIANTS = """\
variants:
  north: {organisation: {name: North}}
  south: {organisation: {name: South}, layer: brand}
"""


class Shop:
    """A project with variants. What stands for the build writes the name of the organisation."""

    def __init__(self, folder: Path) -> None:
        self.sop = corner_shop(folder / "shop")
        self.output, self.list, self.brand = folder / "out", folder / "variants.yml", folder / "brand" / "sop.yml"
        self.brand.parent.mkdir()
        self.brand.write_text("id: brand\n", encoding="utf-8")
        self.list.write_text(VARIANTS, encoding="utf-8")
        self.built: list[str] = []

    def run(self, *only: str) -> Run:
        return planned(Wish(find_place(str(self.sop.folder)), self.list, self.output, only, TODAY, is_strict=False))

    def states(self, *only: str) -> dict[str, str]:
        return {result.id: result.state for result in self.results(*only)}

    def results(self, *only: str) -> list[Result]:
        return list(map(build_variant, self.run(*only).jobs))

    def stand_in(self, place: Place, output: Path, *_: object, **__: object) -> None:
        assert place.variant is not None
        if place.variant.id == "impossible":
            raise ZeroDivisionError
        with replaced_folder(output) as new:
            new.write("index.html", place.variant.id.encode())


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    shop = Shop(tmp_path)
    monkeypatch.setattr(build, "build_site", shop.stand_in)
    return shop


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


BUILT = {"north": "built", "south": "built"}
UNCHANGED = {"north": "unchanged", "south": "unchanged"}


def test_what_has_not_changed_is_not_built_again(shop: Shop) -> None:
    assert shop.states() == BUILT
    assert shop.states() == UNCHANGED


@pytest.mark.parametrize(
    ("file", "old", "new", "again"),
    [
        ("shop/people.yml", "Counter", "Desk", BUILT),
        ("variants.yml", "name: North", "name: Nord", {"north": "built", "south": "unchanged"}),
        ("brand/sop.yml", "id: brand", "id: label", {"north": "unchanged", "south": "built"}),
        ("variants.yml", "variants:", "# a remark\n\nvariants:", UNCHANGED),
    ],
)  # fmt: skip
def test_only_what_a_change_concerns_is_built_again(
    shop: Shop, file: str, old: str, new: str, again: dict[str, str]
) -> None:
    shop.states()
    change(shop.list.parent / file, old, new)

    assert shop.states() == again


def test_a_missing_file_or_record_means_that_it_is_built_again(shop: Shop) -> None:
    shop.states()
    (shop.output / "north" / "index.html").unlink()
    (shop.output / FOLDER / "built" / "south.json").write_text("[" * 100_000, encoding="utf-8")

    assert shop.states() == BUILT


def test_other_software_means_that_it_is_built_again_and_on_one_machine_alone_that_it_fails(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.states()
    jobs = [replace(job, installation="another") for job in shop.run().jobs]

    assert {result.state for result in map(build_variant, jobs)} == {"failed"}
    monkeypatch.setattr("amends.variants.job.installation", lambda: "another")
    assert [result.state for result in map(build_variant, jobs)] == ["built", "built"]


def test_a_layer_that_is_saved_during_the_build_means_that_it_is_built_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_slowly(place: Place, output: Path, *_: object, **__: object) -> None:
        shop.stand_in(place, output)
        if output.name == "south":
            shop.brand.write_text("id: label\n", encoding="utf-8")

    monkeypatch.setattr(build, "build_site", build_slowly)
    shop.states()
    monkeypatch.setattr(build, "build_site", shop.stand_in)

    assert shop.states() == {"north": "unchanged", "south": "built"}


def test_a_file_that_is_saved_during_the_build_means_that_it_is_built_again(shop: Shop) -> None:
    run = shop.run()
    change(shop.sop.folder / "people.yml", "Counter", "Desk")

    assert [build_variant(job).state for job in run.jobs] == ["built", "built"]
    assert shop.states() == BUILT


def test_one_that_fails_stops_no_other_and_is_tried_again(shop: Shop) -> None:
    shop.list.write_text(VARIANTS + "  impossible: {}\n  unknown: {papper: a4}\n  foreign: {}\n", encoding="utf-8")
    (shop.output / "foreign").mkdir(parents=True)
    (shop.output / "foreign" / "thesis.txt").write_text("precious", encoding="utf-8")

    for states in (BUILT, UNCHANGED):
        results = {result.id: result for result in shop.results()}
        assert {name: result.state for name, result in results.items()} == states | dict.fromkeys(
            ("impossible", "unknown", "foreign"), "failed"
        )
        assert "ZeroDivisionError" in results["impossible"].error
        assert [finding.code for finding in results["unknown"].findings] == ["V003"]
        assert "holds files that amends did not make" in results["foreign"].error


def test_some_can_be_built_alone(shop: Shop) -> None:
    assert shop.states("south") == {"south": "built"}
    assert shop.states() == {"north": "built", "south": "unchanged"}


def test_variants_that_are_no_longer_listed_are_told_and_deleted_only_on_demand(shop: Shop) -> None:
    shop.states()
    change(shop.list, "  south: {organisation: {name: South}, layer: brand}\n", "  NORTH-2: {}\n")

    run = shop.run("NORTH-2")
    assert run.removed == ("south",)
    assert (shop.output / "south").is_dir()

    run.prune()
    assert sorted(path.name for path in shop.output.iterdir()) == [FOLDER, "north"]
    assert shop.run().removed == ()


def test_a_variant_whose_capitals_changed_was_not_removed(shop: Shop) -> None:
    shop.states()
    change(shop.list, "  south:", "  South:")

    assert shop.run().removed == ()


def test_a_folder_with_files_of_others_is_not_deleted(shop: Shop) -> None:
    shop.states()
    (shop.output / "south" / "thesis.txt").write_text("precious", encoding="utf-8")
    change(shop.list, "  south:", "  other:")

    with pytest.raises(UsageError, match="holds files that amends did not make"):
        shop.run().prune()
    assert (shop.output / "south" / "thesis.txt").exists()


def test_a_list_inside_the_project_concerns_only_the_variants_that_it_changes(shop: Shop, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "shop").rename(project / "sop")
    (project / "mkdocs.yml").write_text("plugins: [amends]\n", encoding="utf-8")
    shop.list = shop.list.rename(project / "variants.yml")
    shop.brand.parent.rename(project / "brand")
    shop.sop.folder, shop.output = project, project / "variants"

    assert shop.states() == BUILT
    change(shop.list, "name: North", "name: Nord")
    assert shop.states() == {"north": "built", "south": "unchanged"}
    change(project / "mkdocs.yml", "[amends]", "[search, amends]")
    assert shop.states() == BUILT


def test_a_linked_folder_counts_and_a_link_that_leads_round_in_circles_does_no_harm(shop: Shop, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "rules.md").write_text("Rules", encoding="utf-8")
    (project / "docs" / "shared").symlink_to(tmp_path / "shared")
    (project / "docs" / "round").symlink_to(project)
    (tmp_path / "shop").rename(project / "sop")
    (project / "mkdocs.yml").write_text("plugins: [amends]\n", encoding="utf-8")
    shop.sop.folder = project

    assert shop.states() == BUILT
    assert shop.states() == UNCHANGED
    change(tmp_path / "shared" / "rules.md", "Rules", "New rules")
    assert shop.states() == BUILT


def test_with_edit_links_a_moved_line_means_that_the_link_must_be_made_anew(shop: Shop, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "shop").rename(project / "sop")
    (project / "mkdocs.yml").write_text("plugins: [amends]\nrepo_url: https://git.example/\n", encoding="utf-8")
    shop.sop.folder = project

    assert shop.states() == BUILT
    change(shop.list, "  south:", "# a remark\n  south:")
    assert shop.states() == {"north": "unchanged", "south": "built"}


def test_what_mkdocs_yml_names_outside_of_the_project_counts(shop: Shop, tmp_path: Path) -> None:
    project, pages = tmp_path / "project", tmp_path / "pages"
    project.mkdir()
    pages.mkdir()
    (pages / "index.md").write_text("Welcome", encoding="utf-8")
    (tmp_path / "shop").rename(project / "sop")
    (project / "mkdocs.yml").write_text("docs_dir: ../pages\nplugins: [amends]\n", encoding="utf-8")
    shop.sop.folder = project

    assert shop.states() == BUILT
    change(pages / "index.md", "Welcome", "Hello")
    assert shop.states() == BUILT


def test_the_report_says_what_came_of_each(shop: Shop) -> None:
    change(shop.list, "name: South", "nmae: South")
    shop.list.write_text(shop.list.read_text(encoding="utf-8") + "  bad: {papper: a4}\n", encoding="utf-8")
    run = shop.run("north", "bad")

    file = run.report(list(map(build_variant, run.jobs)), None)

    report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert file == shop.output / FOLDER / "report.json"
    assert [(it["id"], it["state"]) for it in report["variants"]] == [("north", "built"), ("bad", "failed")]
    assert report["variants"][1]["findings"][0]["code"] == "V003"
    assert (report["built"], report["unchanged"], report["failed"], report["removed"]) == (1, 0, 1, [])
    assert Records(shop.output).ids() == ["north"]
