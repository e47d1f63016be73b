"""What a handbook is made from has one digest, which changes with every file that may change the handbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amends.content.chain import layer_folders
from amends.content.place import Place, find_place
from amends.shipped import shipped
from amends.sources import is_all, sources_of

CONFIG = """\
site_name: Desk
theme: {name: material, custom_dir: .overrides}
plugins: [search, amends]
"""


def write(path: Path, text: str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project over a layer, in a folder with the pages and templates of other projects."""
    write(tmp_path / "group" / "sop.yml", "id: group\n")
    write(tmp_path / "pages of all" / "index.md")
    write(tmp_path / "desk" / "mkdocs.yml", CONFIG)
    write(tmp_path / "desk" / "sop" / "sop.yml", "id: desk\nextends: ../../group\n")
    write(tmp_path / "desk" / "docs" / "more.md")
    write(tmp_path / "desk" / ".overrides" / "main.html")
    return tmp_path / "desk"


def place_of(desk: Path) -> Place:
    return find_place(str(desk))


def digest(desk: Path) -> str:
    return sources_of(place_of(desk), without=[desk / "site"]).digest()


@pytest.mark.parametrize(
    "name",
    [
        *("mkdocs.yml", "sop/sop.yml", "sop/new.yml", "docs/more.md", "docs/img/new.png", "docs/.well-known/new"),
        *(".overrides/main.html", ".overrides/partials/new.html", "../group/sop.yml", "../group/more/new.yml"),
    ],
)
def test_every_file_counts_that_is_changed_added_or_removed(desk: Path, name: str) -> None:
    before = digest(desk)
    text = f"{(desk / name).read_text(encoding='utf-8')}# more\n" if (desk / name).exists() else "new"

    write(desk / name, text)
    changed = digest(desk)

    assert before != changed
    if name not in ("mkdocs.yml", "sop/sop.yml", "../group/sop.yml"):
        (desk / name).unlink()
        assert digest(desk) != changed


def test_a_renamed_file_counts_and_saving_the_same_does_not(desk: Path) -> None:
    before = digest(desk)

    write(desk / "docs" / "more.md")
    assert digest(desk) == before
    (desk / "docs" / "more.md").rename(desk / "docs" / "other.md")
    assert digest(desk) != before


def test_a_file_counts_for_the_layer_in_which_it_lies(desk: Path) -> None:
    moved = write(desk / "sop" / "words.yml", "glossary: {}\n")
    before = digest(desk)

    moved.rename(desk.parent / "group" / "words.yml")

    assert digest(desk) != before


@pytest.mark.parametrize("folder", ["site", ".cache/amends", ".git", "docs/.site.amends-1a2b3c4d"])
def test_what_a_build_writes_does_not_count(desk: Path, folder: str) -> None:
    before = digest(desk)

    write(desk / folder / "index.html")

    assert digest(desk) == before


@pytest.mark.parametrize("mark", [".amends.json", "pyvenv.cfg"])
def test_other_handbooks_and_environments_do_not_count_beside_the_pages_but_among_them(desk: Path, mark: str) -> None:
    before = digest(desk)

    write(desk / "other" / mark)
    write(desk / "other" / "index.html")
    assert digest(desk) == before

    write(desk / "docs" / "2025" / mark)
    archived = digest(desk)
    write(desk / "docs" / "2025" / "index.html")
    assert digest(desk) != archived


@pytest.mark.parametrize(
    "setting",
    [
        "docs_dir: ../pages of all",
        "docs_dir: '{pages}'",
        "theme: {name: material, custom_dir: ../pages of all}",
        "markdown_extensions: [pymdownx.emoji: {options: {custom_icons: [../pages of all]}}]",
        "markdown_extensions: {pymdownx.b64: {base_path: '{pages}'}}",
        "hooks: [../pages of all/index.md]",
    ],
)
def test_what_mkdocs_yml_names_outside_of_the_project_counts(desk: Path, setting: str) -> None:
    pages = desk.parent / "pages of all"
    lines = [line for line in CONFIG.splitlines() if line.partition(":")[0] != setting.partition(":")[0]]
    write(desk.parent / "all.yml", "copyright: ours")
    write(desk / "mkdocs.yml", "\n".join([*lines, setting.replace("{pages}", str(pages))]))
    before = digest(desk)

    write(pages / "index.md", "another text")

    assert digest(desk) != before


def test_a_folder_that_holds_the_project_is_not_read_because_a_link_leads_there(desk: Path) -> None:
    write(
        desk / "mkdocs.yml",
        f"{CONFIG}edit_uri: ..\nextra: {{homepage: ../}}\nmarkdown_extensions: [toc: {{title: ..}}]\n",
    )
    before = digest(desk)

    write(desk.parent / "of somebody else")

    assert digest(desk) == before


def test_links_are_followed_as_mkdocs_does_and_one_that_leads_back_ends(desk: Path) -> None:
    (desk / "docs" / "shared").symlink_to(desk.parent / "pages of all")
    (desk / "docs" / "round").symlink_to(desk / "docs")
    before = digest(desk)

    write(desk.parent / "pages of all" / "index.md", "another text")

    assert digest(desk) != before


# Layers ----------------------------------------------------------------------------------------------------------------


def test_the_layers_are_found_down_to_the_base(desk: Path) -> None:
    write(desk.parent / "group" / "sop.yml", "id: group\nextends: hospitality\n")

    assert [path.resolve() for path in layer_folders(desk / "sop")] == [
        desk / "sop",
        desk.parent / "group",
        *(shipped("sop") / "industries" / name for name in ("hospitality", "hotels", "restaurants")),
        shipped("sop") / "reference",
    ]


@pytest.mark.parametrize(
    "header", ["extends: nowhere", "extends: ../../desk/sop", "extends: [", "extends: [a]", "- a", "\0", "extends: /"]
)
def test_the_chain_of_layers_ends_where_it_is_broken(desk: Path, header: str) -> None:
    write(desk.parent / "group" / "sop.yml", header)

    assert [path.resolve() for path in layer_folders(desk / "sop")] == [desk / "sop", desk.parent / "group"]


# Whether files are all -------------------------------------------------------------------------------------------------


def put(setting: str) -> Callable[[Path], object]:
    return lambda desk: write(desk / "mkdocs.yml", f"{CONFIG}{setting}\n")


def test_a_project_without_code_is_made_from_files_alone(desk: Path) -> None:
    assert is_all(place_of(desk))
    assert is_all(place_of(desk / "sop"))
    put(
        "markdown_extensions: [toc: {permalink: true}, pymdownx.superfences, markdown.extensions.extra, "
        "pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }]"
    )(desk)
    assert is_all(place_of(desk))


@pytest.mark.parametrize(
    "setting",
    [
        *("hooks: [hook.py]", '"hooks": [hook.py]', "INHERIT: ../all.yml", "copyright: !ENV YEAR"),
        *("markdown_extensions: [pymdownx.snippets]", "markdown_extensions: [mdx_math]"),
        *("markdown_extensions: {own.extension: {}}", "x: !!python/name:own.function"),
        *("plugins: [amends, tags]", "plugins: {amends: {}, git-revision-date: {}}"),
        *("theme: {name: own}", "theme: own"),
    ],
)
def test_code_other_packages_and_the_environment_are_more_than_files(desk: Path, setting: str) -> None:
    lines = [line for line in CONFIG.splitlines() if line.partition(":")[0] != setting.partition(":")[0]]
    write(desk.parent / "all.yml", "copyright: ours")
    write(desk / "mkdocs.yml", "\n".join([*lines, setting]))

    assert not is_all(place_of(desk))
