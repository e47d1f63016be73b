"""The variants as jobs of a CI service, and as targets of make, which really runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from amends.variants.matrix import Call, chunks, matrix
from commands import amends
from hotel import Hotel

IDS = ["a", "b", "c", "d", "e"]
CALL = Call(".", "our variants.yml", "out")


def test_chunks_are_even_and_hold_every_variant_once_in_order() -> None:
    parts = chunks(IDS, 2)
    assert [(part.name, part.ids) for part in parts] == [("1-of-2", ("a", "b")), ("2-of-2", ("c", "d", "e"))]
    assert [part.ids for part in chunks(IDS, 20)] == [(name,) for name in IDS]
    thousand = chunks([str(number) for number in range(1000)], 7)
    assert {len(part.ids) for part in thousand} == {142, 143}
    assert [name for part in thousand for name in part.ids] == [str(number) for number in range(1000)]


def test_github_gets_one_line_of_json() -> None:
    said = matrix(chunks(IDS, 2), "github", CALL)

    assert "\n" not in said
    assert json.loads(said) == {
        "include": [
            {"chunk": "1-of-2", "only": "--only a --only b"},
            {"chunk": "2-of-2", "only": "--only c --only d --only e"},
        ]
    }


def test_gitlab_gets_a_pipeline_whose_jobs_extend_that_of_the_project() -> None:
    assert yaml.safe_load(matrix(chunks(IDS, 2), "gitlab", CALL)) == {
        "include": [{"local": ".gitlab/variants.yml"}],
        "variants 1-of-2": {"extends": ".variants", "variables": {"ONLY": "--only a --only b"}},
        "variants 2-of-2": {"extends": ".variants", "variables": {"ONLY": "--only c --only d --only e"}},
    }


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_calls_amends_once_for_each_chunk(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(matrix(chunks(IDS, 2), "make", CALL) + "\n", encoding="utf-8")
    (tmp_path / "amends").write_text('#!/bin/sh\nprintf "[%s] " "$@"; echo\n', encoding="utf-8")
    (tmp_path / "amends").chmod(0o755)

    ended = subprocess.run(
        ["make", "-s"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )

    common = "[build] [.] [--variants] [our variants.yml] [-o] [out] [--jobs] [1] [--report]"
    assert ended.stdout.splitlines() == [
        f"{common} [out/.variants/report-1-of-2.json] [--only] [a] [--only] [b] ",
        f"{common} [out/.variants/report-2-of-2.json] [--only] [c] [--only] [d] [--only] [e] ",
    ]


def test_the_command_lists_variants_with_their_places_and_problems(tmp_path: Path) -> None:
    Hotel(tmp_path)
    (tmp_path / "variants.csv").write_text("id,contacts.porter.phone\nnorth,7\nsouth,#REF!\n", encoding="utf-8")

    listed = amends("variants", "--variants", "variants.csv", cwd=tmp_path)
    shared = amends("variants", "--variants", "variants.csv", "--matrix", "github", "--chunks", "1", cwd=tmp_path)

    assert listed.returncode == 1
    assert listed.stdout.startswith(
        "north\tvariants.csv:2:1\nsouth\tvariants.csv:3:1\nvariants.csv:3:7: error V005 damaged-cell\n"
    )
    assert shared.returncode == 0
    assert json.loads(shared.stdout)["include"][0]["only"] == "--only north --only south"
