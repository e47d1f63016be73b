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
extends: reference
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
    """A shop over the shipped reference, with its lock written."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "sop.yml").write_text(PROJECT, encoding="utf-8")
    assert run("upgrade", tmp_path / "shop", "--yes").output == f"written: {tmp_path / 'shop' / LOCK_FILE}\n"
    return tmp_path / "shop"


def lock_an_older_base(project: Path, now: str, then: str) -> None:
    """Let the lock say what an earlier version of amends shipped."""
    lock = project / LOCK_FILE
    text = lock.read_text(encoding="utf-8")
    assert now in text
    lock.write_text(text.replace(now, then, 1), encoding="utf-8")


def test_nothing_moved_is_said_and_nothing_is_asked(project: Path) -> None:
    result = run("upgrade", project)

    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "Nothing changes.")


def test_a_newer_base_is_told_and_the_project_keeps_its_own(project: Path) -> None:
    lock_an_older_base(project, '"Verify the facts"', '"Look into it"')
    lock_an_older_base(project, '"20 seconds"', '"15 seconds"')

    told = run("upgrade", project).output

    assert "title now “Verify the facts” instead of “Look into it”" in told
    assert "now 20 seconds instead of 15 seconds" in told
    assert "Your own patches that this touches:" in told
    assert f"{project / 'sop.yml'}:7:15: steps/accept/limits/phone/within" in told
    assert "steps/verify" not in told.partition("Your own patches")[2]
    sop = usable_sop(find_place(str(project)), TODAY)[0]
    assert str(sop.steps["accept"].limits["phone"].within.everywhere) == "10 seconds"


def test_the_lock_moves_only_when_the_base_is_accepted(project: Path) -> None:
    lock_an_older_base(project, '"20 seconds"', '"15 seconds"')
    lock = project / LOCK_FILE
    before = lock.read_bytes()

    assert run("upgrade", project, answer="n\n").exit_code == 0
    assert lock.read_bytes() == before
    assert run("upgrade", project, answer="y\n").exit_code == 0
    phone = json.loads(lock.read_text(encoding="utf-8"))["collections"]["steps"]["accept"]["limits"]["phone"]
    assert phone["within"] == "20 seconds"


def test_without_a_lock_or_a_base_the_way_out_is_named(project: Path) -> None:
    (project / LOCK_FILE).unlink()

    for place, told in ((project, "there is no lock yet"), ("reference", "extends nothing")):
        result = run("upgrade", place, *(["--yes"] if place == "reference" else []))
        assert (result.exit_code, told in result.output) == (2, True)


def test_a_schema_that_the_project_keeps_is_renewed_with_the_base(project: Path) -> None:
    lock_an_older_base(project, '"20 seconds"', '"15 seconds"')
    schema = project / PROJECT_FILE
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")

    run("upgrade", project, answer="n\n")
    assert schema.read_text(encoding="utf-8") == "{}"
    assert run("upgrade", project, "--yes").output.endswith(f"written: {project / LOCK_FILE}\nwritten: {schema}\n")
    assert schema.read_text(encoding="utf-8") == layer_schema()


def test_a_project_without_a_schema_gets_none(project: Path) -> None:
    lock_an_older_base(project, '"20 seconds"', '"15 seconds"')

    assert run("upgrade", project, "--yes").output.endswith(f"written: {project / LOCK_FILE}\n")
    assert sorted(path.name for path in project.iterdir()) == [LOCK_FILE, "sop.yml"]


def test_a_lock_with_a_collection_of_another_version_is_told(project: Path) -> None:
    lock = project / LOCK_FILE
    lock.write_text(lock.read_text(encoding="utf-8").replace('"glossary"', '"omens"', 1), encoding="utf-8")

    for arguments in [(), ("--yes",)]:
        result = run("upgrade", project, *arguments)
        assert result.exit_code == 2
        assert "in a format that this version does not read; delete the lock" in result.output
    lock.unlink()
    assert run("upgrade", project, "--yes").exit_code == 0


GROUP = """\
id: group
extends: lean
organisation: {name: {en: Group, zh: 集团}}
contacts:
  mobile-a: {title: {en: First, zh: 一}, phone: "1"}
  mobile-b: {title: {en: Second, zh: 二}, phone: "2", hours: {en: days, zh: 白天}}
  mobile-c: {title: {en: Third, zh: 三}, phone: "3"}
"""
BRANCH = """\
id: branch
extends: ../group
contacts:
  mobile-a: {phone: "11"}
  mobile-b: {phone: "12"}
  mobile-d: {title: {en: Fourth, zh: 四}, phone: "14"}
"""


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch of a group, with its lock written."""
    for name, text in (("group", GROUP), ("branch", BRANCH)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "sop.yml").write_text(text, encoding="utf-8")
    assert run("upgrade", tmp_path / "branch", "--yes").exit_code == 0
    return tmp_path / "branch"


def change_group(branch: Path, before: str, after: str) -> None:
    path = branch.parent / "group" / "sop.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_lock_of_a_branch_holds_what_the_branch_touches(branch: Path) -> None:
    text = (branch / LOCK_FILE).read_text(encoding="utf-8")

    assert len(text) < 10_000
    assert [tuple(path) for path, _ in json.loads(text)["touched"]] == [
        ("contacts", "mobile-a", "phone"),
        ("contacts", "mobile-b", "phone"),
    ]
    assert json.loads(text)["added"] == [["contacts", "mobile-d"]]
    assert run("upgrade", branch).output == "The base: group\n\nNothing changes.\n"


def test_a_branch_is_told_what_meets_its_patches_and_where_else_its_base_differs(branch: Path) -> None:
    change_group(branch, 'phone: "1"', 'phone: "21"')
    change_group(branch, "en: days", "en: nights")
    change_group(branch, "  mobile-c: {title: {en: Third, zh: 三}", "  mobile-e: {title: {en: Fifth, zh: 五}")

    assert (
        run("upgrade", branch, "--yes").output
        == f"""\
The base: group

Contact “First”: phone now 21 instead of 1; concerns everyone

1 change

Your own patches that this touches:
  {branch / "sop.yml"}:4:14: contacts/mobile-a/phone

Elsewhere in the base, where you have no patches:
  Contact “Second”: has changed
  Contact “Fifth”: new
  Contact “mobile-c”: no longer there
written: {branch / LOCK_FILE}
"""
    )
    assert run("upgrade", branch).output.endswith("Nothing changes.\n")


def test_an_entry_that_branch_and_base_both_add_is_told(branch: Path) -> None:
    change_group(branch, "  mobile-c:", '  mobile-d: {title: {en: "D", zh: 丁}, phone: "24"}\n  mobile-c:')

    told = run("upgrade", branch).output
    assert "Contact “D”: new" in told
    assert "contacts/mobile-d" in told.partition("Your own patches")[2].partition("Elsewhere")[0]


@pytest.mark.parametrize("digests", ['{"steps": "a"}', '{"steps": 1}', '{"steps": "a:b:c"}', "3"])
def test_a_broken_lock_of_a_branch_is_a_message(branch: Path, digests: str) -> None:
    (branch / LOCK_FILE).write_text(
        f'{{"base": "b", "touched": [], "added": [], "digests": {digests}}}', encoding="utf-8"
    )

    result = run("upgrade", branch)
    assert (result.exit_code, "this is no lock of amends" in result.output) == (2, True)
