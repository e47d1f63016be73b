"""What counts as a source of a handbook, and what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.installation import _versions
from amends.sources import Sources


def test_packages_that_shape_handbooks_count_and_those_of_tests_and_clusters_do_not() -> None:
    versions = _versions("amends", {})

    assert {"amends", "mkdocs-material", "typst", "opencc", "markupsafe"} <= versions.keys()
    assert {"pytest", "distributed", "ruff"} & versions.keys() == set()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everybody, or root, may read every file")
def test_a_file_that_nobody_can_read_counts_as_such(tmp_path: Path) -> None:
    file = tmp_path / "secret.yml"
    file.write_text("a", encoding="utf-8")
    readable = Sources((tmp_path,)).digest()
    file.chmod(0)

    assert Sources((tmp_path,)).digest() != readable


def test_hidden_files_output_and_environments_of_python_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a", encoding="utf-8")
    before = Sources((tmp_path,)).digest()
    for folder, name in ((".git", "index"), ("site", ".amends.json"), ("venv", "pyvenv.cfg"), ("out", "b.yml")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("b", encoding="utf-8")
        (tmp_path / folder / "more.txt").write_text("b", encoding="utf-8")

    assert Sources((tmp_path,), frozenset([tmp_path / "out"])).digest() == before
    assert Sources((tmp_path,)).digest() != before


def test_a_file_that_moves_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a", encoding="utf-8")
    before = Sources((tmp_path,)).digest()
    (tmp_path / "a.yml").rename(tmp_path / "b.yml")

    assert Sources((tmp_path,)).digest() != before
