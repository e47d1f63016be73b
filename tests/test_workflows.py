"""What our workflows may do: no more than each job needs, with actions that nobody can exchange."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from commands import ROOT

FOLDER = ROOT / ".github" / "workflows"
NAMES = ["ci.yml", "docs.yml", "release.yml"]
GENERATED = ROOT / "templates" / "init" / "every" / ".github" / "workflows" / "handbook.yml.j2"
ACTION = re.compile(r"uses: (\S+)(.*)")
BY_COMMIT = re.compile(r"[\w/-]+@[0-9a-f]{40}")
VERSION = re.compile(r" # v\d+\.\d+\.\d+")


def workflow(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return data


def test_these_are_all_workflows() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("path", [*(FOLDER / name for name in NAMES), GENERATED], ids=lambda path: path.name)
def test_actions_are_named_by_their_commit_and_the_version_stands_beside_it(path: Any) -> None:
    actions = ACTION.findall(path.read_text(encoding="utf-8"))

    assert len(actions) > 2
    assert [name for name, rest in actions if not (BY_COMMIT.fullmatch(name) and VERSION.fullmatch(rest))] == []


@pytest.mark.parametrize("path", [*(FOLDER / name for name in NAMES), GENERATED], ids=lambda path: path.name)
def test_one_action_has_one_version_everywhere(path: Any) -> None:
    everywhere = {
        file: dict(action.split("@") for action, _ in ACTION.findall(file.read_text(encoding="utf-8")))
        for file in [*FOLDER.iterdir(), GENERATED]
    }

    for name, commit in everywhere[path].items():
        assert {versions[name] for versions in everywhere.values() if name in versions} == {commit}


@pytest.mark.parametrize("name", ["ci.yml", "docs.yml"])
def test_what_runs_for_a_foreign_pull_request_may_only_read(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow(name)["jobs"].values())


def test_each_job_of_a_release_may_do_what_it_needs_and_no_more() -> None:
    release = workflow("release.yml")

    assert release["permissions"] == {}
    assert {name: job["permissions"] for name, job in release["jobs"].items()} == {
        "build": {"contents": "read"},
        "attest": {"attestations": "write", "id-token": "write"},
        "page": {"contents": "write"},
        "index": {"id-token": "write"},
    }


def test_no_job_that_may_write_runs_code_of_the_repository() -> None:
    for job in workflow("release.yml")["jobs"].values():
        if job["permissions"] != {"contents": "read"}:
            assert not any("checkout" in step.get("uses", "") for step in job["steps"])
