"""`amends upgrade`: a project keeps its changes when the base beneath it moves, and is told what moved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli import main
from amends.comparing.lock import LOCK_FILE
from amends.content.place import find_place
from amends.read import usable_sop
from amends.self_docs.json_schema import PROJECT_FILE, layer_schema

pytestmark = pytest.mark.usefixtures("unchanged_files_parsed_once")

TODAY = date(2026, 11, 21)
PROJECT = """\
id: corner-shop
extends: ../base
organisation: {name: {en: Corner shop}}
steps:
  accept:
    limits:
      phone: {within: 10 seconds}
"""


def run(*arguments: object, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--today", TODAY.isoformat()], input=answer)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A shop over a copy of the shipped reference, with its lock written."""
    base = tmp_path / "base"
    for source in sorted(find_place("reference").content.rglob("*.yml")):
        target = base / source.relative_to(find_place("reference").content)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "sop.yml").write_text(PROJECT, encoding="utf-8")
    assert run("upgrade", tmp_path / "shop", "--yes").output == f"written: {tmp_path / 'shop' / LOCK_FILE}\n"
    return tmp_path / "shop"


def change_base(project: Path, file: str, before: str, after: str) -> None:
    path = project.parent / "base" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_nothing_moved_is_said_and_nothing_is_asked(project: Path) -> None:
    result = run("upgrade", project)

    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "Nothing changes.")


def test_a_newer_base_is_told_and_the_project_keeps_its_own(project: Path) -> None:
    change_base(project, "steps/05-verify.yml", "      en: Verify the facts", "      en: Check the facts")
    change_base(project, "steps/01-accept.yml", "within: 20 seconds", "within: 30 seconds")

    result = run("upgrade", project)
    told = result.output

    assert "title now “Check the facts” instead of “Verify the facts”" in told
    assert "now 30 seconds instead of 20 seconds" in told
    assert "Your own patches that this touches:" in told
    assert f"{project / 'sop.yml'}:7:15: steps/accept/limits/phone/within" in told
    assert "steps/verify" not in told.partition("Your own patches")[2]
    sop = usable_sop(find_place(str(project)), TODAY)[0]
    assert str(sop.steps["accept"].limits["phone"].within.everywhere) == "10 seconds"
    assert sop.steps["verify"].title.strings["en"] == "Check the facts"


def test_the_lock_moves_only_when_the_base_is_accepted(project: Path) -> None:
    change_base(project, "steps/01-accept.yml", "within: 20 seconds", "within: 30 seconds")
    lock = project / LOCK_FILE
    before = lock.read_bytes()

    assert run("upgrade", project, answer="n\n").exit_code == 0
    assert lock.read_bytes() == before
    assert run("upgrade", project, answer="y\n").exit_code == 0
    phone = json.loads(lock.read_text(encoding="utf-8"))["collections"]["steps"]["accept"]["limits"]["phone"]
    assert phone["within"] == "30 seconds"


def test_without_a_lock_or_a_base_the_way_out_is_named(project: Path) -> None:
    (project / LOCK_FILE).unlink()

    for place, told in ((project, "there is no lock yet"), ("reference", "extends nothing")):
        result = run("upgrade", place, *(["--yes"] if place == "reference" else []))
        assert (result.exit_code, told in result.output) == (2, True)


def test_a_schema_that_the_project_keeps_is_renewed_with_the_base(project: Path) -> None:
    change_base(project, "steps/01-accept.yml", "within: 20 seconds", "within: 30 seconds")
    schema = project / PROJECT_FILE
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")

    run("upgrade", project, answer="n\n")
    assert schema.read_text(encoding="utf-8") == "{}"
    assert run("upgrade", project, "--yes").output.endswith(f"written: {project / LOCK_FILE}\nwritten: {schema}\n")
    assert schema.read_text(encoding="utf-8") == layer_schema()


def test_a_project_without_a_schema_gets_none(project: Path) -> None:
    change_base(project, "steps/01-accept.yml", "within: 20 seconds", "within: 30 seconds")

    assert run("upgrade", project, "--yes").output.endswith(f"written: {project / LOCK_FILE}\n")
    assert sorted(path.name for path in project.iterdir()) == [LOCK_FILE, "sop.yml"]


def test_a_lock_with_a_collection_of_another_version_is_told(project: Path) -> None:
    lock = project / LOCK_FILE
    lock.write_text(lock.read_text(encoding="utf-8").replace('"glossary"', '"omens"', 1), encoding="utf-8")

    for arguments in ((), ("--yes",)):
        result = run("upgrade", project, *arguments)
        assert result.exit_code == 2
        assert "in a format that this version does not read; delete the lock" in result.output
    lock.unlink()
    assert run("upgrade", project, "--yes").exit_code == 0
