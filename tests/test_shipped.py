"""The shipped content is found in a checkout and in an installed wheel."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from amends.shipped import shipped

ROOT = Path(__file__).parents[1]


def test_a_checkout_keeps_the_shipped_folders_at_its_root() -> None:
    assert shipped("sop") == ROOT / "sop"
    assert shipped("templates") == ROOT / "templates"


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "amends"
    (package / "_bundled" / "sop").mkdir(parents=True)
    (tmp_path / "sop").mkdir()
    monkeypatch.setattr(resources, "files", lambda _: package)

    assert shipped("sop") == package / "_bundled" / "sop"


def test_what_is_shipped_is_there() -> None:
    assert (shipped("sop") / "reference" / "sop.yml").is_file()
    assert (shipped("sop") / "schema" / "sop.schema.json").is_file()
    assert (shipped("sop") / "schema" / "layer.schema.json").is_file()
    assert (shipped("templates") / "words" / "en.yml").is_file()
