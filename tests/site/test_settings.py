"""A mistake in mkdocs.yml is told with its line and the way out, before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.site.settings import read_settings

GOOD = "site_name: Handbook\ntheme:\n  name: material\nplugins: []\n"


def told(folder: Path, text: str) -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(folder / "mkdocs.yml", {})
    return str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("colour: red\n", "there is no setting `colour`; see the settings of MkDocs that are defined"),
        ("extra_javascripts: [a.js]\n", "there is no setting `extra_javascripts`; the nearest is `extra_javascript`"),
        ("nav: 3\n", "`nav` cannot be used: Expected nav to be a list, got a int: 3; correct it there"),
        ("nav: [{a: 3}]\n", "`nav` cannot be used: Expected nav to be a list, got a int: 3; correct it there"),
        ("hooks: [none.py]\n", "`hooks` cannot be used: The path 'none.py' isn't an existing file; correct it there"),
        ("docs_dir: none\n", "`docs_dir` cannot be used: The path 'none' isn't an existing directory; correct it there"),
        ("strict: 3\n", "`strict` cannot be used: Expected type: <class 'bool'> but received: <class 'int'>; correct it there"),
        ("x: !!python/name:none.none\n", "cannot find module 'none' (No module named 'none'); mend it there"),
        ("x: !strange y\n", "could not determine a constructor for the tag '!strange'; mend it there"),
        ("x: [\n", "expected the node content, but found '<stream end>'; mend it there"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, more: str, message: str) -> None:
    place, _, said = told(tmp_path, GOOD + more).partition(": ")

    assert place in ("mkdocs.yml:5", "mkdocs.yml:6")
    assert said == message


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("name: material", "name: readthedocs", "mkdocs.yml:2: the handbook needs another theme; write  theme: {name: material}"),
        ("plugins: []", "plugins: [none]", 'mkdocs.yml:4: `plugins` cannot be used: The "none" plugin is not installed; correct it there'),
        ("name: material", "name: none", "mkdocs.yml:2: the handbook needs another theme; write  theme: {name: material}"),
        ("name: material", "name: material\n  custom_dir: none", "mkdocs.yml:2: `theme` cannot be used: The path set in custom_dir "),
        (GOOD, "- a\n", "mkdocs.yml:1: The configuration is invalid. Expected a key-value mapping (dict)"),
    ],
)  # fmt: skip
def test_a_setting_that_suits_no_handbook_is_told_too(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert told(tmp_path, GOOD.replace(before, after)).startswith(message)


def test_what_mkdocs_only_warns_of_is_a_warning_with_its_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "docs").mkdir()
    text = GOOD.replace("plugins: []", "plugins:\n  - search: {colour: red}")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    read_settings(tmp_path / "mkdocs.yml", {})

    [said] = [record.getMessage() for record in caplog.records]
    assert said.startswith(f"{tmp_path}/mkdocs.yml:4: `plugins`: ")
    assert "colour" in said
