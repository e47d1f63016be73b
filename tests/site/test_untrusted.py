"""`amends build --untrusted`: a project of a stranger runs nothing and reads nothing but its own content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.content.place import Place
from amends.finding import Findings
from amends.site.untrusted import refuse_what_needs_trust
from commands import amends
from hotel import Hotel

GOOD = """\
site_name: Handbook
site_description: All about complaints
docs_dir: docs
theme: {name: material, palette: {primary: teal}, features: [navigation.footer]}
plugins:
  - search: {lang: en}
  - offline
  - amends:
      sop: content
markdown_extensions:
  - tables
  - toc: {permalink: true}
nav: [amends]
"""


def place_with(folder: Path, text: str) -> Place:
    if not (folder / "content" / "sop.yml").exists():
        Hotel(folder / "content")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Place(folder, folder / "content", folder / "mkdocs.yml")


def told(place: Place) -> list[tuple[str, str]]:
    with pytest.raises(Findings) as caught:
        refuse_what_needs_trust(place)
    assert {finding.code for finding in caught.value.findings} == {"H007"}
    return [
        (str(it.location).removeprefix(f"{os.path.realpath(place.home)}/"), it.message) for it in caught.value.findings
    ]


def test_a_project_of_content_alone_passes(tmp_path: Path) -> None:
    refuse_what_needs_trust(place_with(tmp_path, GOOD))
    refuse_what_needs_trust(Place(tmp_path, tmp_path / "content", None))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hooks: [a.py]", "`hooks` runs Python of the project"),
        ("INHERIT: ../mkdocs.yml", "`INHERIT` reads a file that is not looked at here"),
        ("extra_templates: [a.html]", "`extra_templates` fills templates of the project, which can run Python"),
        ("extra: {scope: x}", "`extra` is filled into scripts of the theme"),
        ("watch: [/]", "`watch` is not known to be harmless"),
        ("copyright: !!python/object/apply:os.system [id]", "the tag `!!python/object/apply:os.system` runs Python, or reads the environment"),
        ("copyright: !ENV SECRET", "the tag `!ENV` runs Python, or reads the environment"),
        ("copyright: [{a: [!!python/name:os.system ]}]", "the tag `!!python/name:os.system` runs Python, or reads the environment"),
        ("docs_dir: /etc", "the folder `/etc` is not part of the project"),
        ("docs_dir: ../else", "the folder `../else` is not part of the project"),
        ("theme: {name: material, custom_dir: own}", "`custom_dir` of `theme` can run or read what is not looked at here"),
        ("plugins: [macros]", "the plugin `macros` runs or reads what is not looked at here"),
        ("plugins: {social: {}}", "the plugin `social` runs or reads what is not looked at here"),
        ("plugins: [search: {jieba_dict: /etc/passwd}]", "`jieba_dict` of `search` can run or read what is not looked at here"),
        ("plugins: [amends: {sop: ../sop}]", "the folder `../sop` is not part of the project"),
        ("markdown_extensions: [pymdownx.snippets]", "the extension `pymdownx.snippets` of Markdown runs or reads what is not looked at here"),
        ("markdown_extensions: {os: {}}", "the extension `os` of Markdown runs or reads what is not looked at here"),
    ],
)  # fmt: skip
def test_what_runs_or_reads_more_is_refused_at_its_line(tmp_path: Path, line: str, message: str) -> None:
    [(place, said)] = told(place_with(tmp_path, f"site_name: Handbook\n{line}\n"))

    assert (place.rpartition(":")[0], said) == ("mkdocs.yml:2", message)


def test_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    Hotel(project / "content")
    (project / "content" / "more.yml").symlink_to("/etc/passwd")
    (project / "docs").symlink_to("content")

    assert told(place_with(project, GOOD)) == [("content/more.yml", "this link leads out of the project")]


def test_a_layer_from_elsewhere_is_refused(tmp_path: Path) -> None:
    Hotel(tmp_path / "base")
    layer = tmp_path / "project" / "content"
    layer.mkdir(parents=True)
    (layer / "sop.yml").write_text("id: lake\nextends: ../../base\n", encoding="utf-8")

    assert told(place_with(tmp_path / "project", GOOD)) == [
        (f"{tmp_path}/base/sop.yml", "this layer is not part of the project")
    ]


@pytest.mark.site
def test_nothing_of_a_refused_project_has_run(tmp_path: Path) -> None:
    Hotel(tmp_path / "content")
    (tmp_path / "docs").mkdir()
    (tmp_path / "hook.py").write_text("from pathlib import Path\nPath('ran').touch()\n", encoding="utf-8")
    run = f"copyright: !!python/object/apply:os.mkdir [{tmp_path / 'ran'}]\nhooks: [hook.py]\n"
    (tmp_path / "mkdocs.yml").write_text(f"{GOOD}{run}", encoding="utf-8")

    ended = amends("build", "--untrusted", cwd=tmp_path)

    assert ended.returncode == 1
    assert ended.stdout.count("error H007 needs-trust") == 2
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "site").exists()
