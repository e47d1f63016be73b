"""Where a project is: a project folder, a content folder, or the word `reference`; all else is told the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.content.place import Place, find_place, pages_and_templates, settings_of
from amends.finding import UsageError
from amends.shipped import shipped

PLUGIN = "site_name: x\nplugins:\n  - search\n  - amends\n"


def refusal(path: Path | str) -> str:
    with pytest.raises(UsageError) as caught:
        find_place(str(path))
    return str(caught.value)


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_with_sop_yml_is_a_folder_of_content(tmp_path: Path) -> None:
    write(tmp_path / "sop.yml")

    assert find_place(str(tmp_path)) == Place(home=tmp_path, content=tmp_path, config=None)


def test_a_folder_with_mkdocs_yml_is_a_project_with_its_content_in_sop(tmp_path: Path) -> None:
    config = write(tmp_path / "mkdocs.yml", PLUGIN)
    write(tmp_path / "sop" / "sop.yml")

    assert find_place(str(tmp_path)) == Place(home=tmp_path, content=tmp_path / "sop", config=config)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - search\n  - amends:\n      sop: content/shop\n",
        "plugins:\n  amends: {sop: content/shop}\n  search: {}\n",
        "plugins:\n  - amends: {sop: content/shop, dev: !ENV [DEV, false]}\n",
    ],
)
def test_a_project_may_name_its_content_folder(tmp_path: Path, plugins: str) -> None:
    write(tmp_path / "mkdocs.yml", "site_name: !!python/name:os.system x\n" + plugins)
    write(tmp_path / "content" / "shop" / "sop.yml")

    assert find_place(str(tmp_path)).content == tmp_path / "content" / "shop"


@pytest.mark.parametrize("plugins", ["plugins:\n  - amends:\n", "plugins:\n  - amends: {}\n", "plugins: {amends: }\n"])
def test_a_plugin_without_options_means_the_folder_sop(tmp_path: Path, plugins: str) -> None:
    write(tmp_path / "mkdocs.yml", plugins)
    write(tmp_path / "sop" / "sop.yml")

    assert find_place(str(tmp_path)).content == tmp_path / "sop"


def test_settings_of_a_file_that_is_inherited_count_below_those_of_the_project(tmp_path: Path) -> None:
    project = tmp_path / "shops" / "north"
    (project / "content").mkdir(parents=True)
    (project / "content" / "sop.yml").write_text("id: a", encoding="utf-8")
    (tmp_path / "group.yml").write_text("theme: {custom_dir: brand, name: material}\ndocs_dir: x", encoding="utf-8")
    (tmp_path / "shops" / "all.yml").write_text(
        "INHERIT: ../group.yml\nplugins: [amends: {sop: content}]\ndocs_dir: pages", encoding="utf-8"
    )
    (project / "mkdocs.yml").write_text("INHERIT: ../all.yml\ntheme: {language: en}", encoding="utf-8")

    place = find_place(str(project))

    assert place.content == project / "content"
    assert pages_and_templates(place) == (project / "pages", project / "brand")
    assert [Path(str(name)).resolve() for name in settings_of(project / "mkdocs.yml")["INHERIT"]] == [  # type: ignore[attr-defined]
        tmp_path / "shops" / "all.yml",
        tmp_path / "group.yml",
    ]


@pytest.mark.parametrize(
    ("inherited", "said"),
    [("gone.yml", "there is no gone.yml; INHERIT names"), ("mkdocs.yml", "mkdocs.yml inherits from this very file")],
)
def test_a_file_that_cannot_be_inherited_is_told(tmp_path: Path, inherited: str, said: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: {inherited}", encoding="utf-8")

    with pytest.raises(UsageError, match=said):
        find_place(str(tmp_path))


def test_the_word_reference_is_the_shipped_sop_and_output_goes_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert find_place("reference") == Place(home=tmp_path, content=shipped("sop") / "reference", config=None)


def test_a_folder_of_that_name_goes_before_the_shipped_sop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "reference" / "sop.yml")

    assert find_place("reference").content == Path("reference")


# The way out ----------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "shop"

    assert refusal(missing) == f"{missing}: there is no such folder; name a project, a content folder, or “reference”"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = write(tmp_path / "sop.yml")

    assert refusal(file) == f"{file}: there is no such folder; name a project, a content folder, or “reference”"


def test_a_folder_with_nothing_of_ours(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"{tmp_path}: no mkdocs.yml of a project and no sop.yml of an SOP here; "
        "go to a project's folder, name it, or use the shipped SOP by its name: “reference”"
    )


@pytest.mark.parametrize(
    "config", ["", "site_name: x\n", "plugins:\n", "plugins: amends\n", "plugins: [search]\n", "- amends\n", "text\n"]
)
def test_a_project_of_something_else(tmp_path: Path, config: str) -> None:
    write(tmp_path / "mkdocs.yml", config)

    assert refusal(tmp_path) == (
        f"{tmp_path / 'mkdocs.yml'}: the plugin “amends” is not listed under `plugins:`; add  - amends"
    )


@pytest.mark.parametrize("option", ["", "{sop: elsewhere}", "{sop: ''}", "{sop: [a, b]}", "{sop: {a: b}}"])
def test_a_project_whose_content_is_not_there(tmp_path: Path, option: str) -> None:
    write(tmp_path / "mkdocs.yml", f"plugins:\n  - amends: {option}\n")

    message = refusal(tmp_path)

    assert ": no sop.yml here, but " in message
    assert message.endswith("mkdocs.yml names this folder; write  sop: FOLDER  there")


@pytest.mark.parametrize(
    ("config", "line"),
    [
        ("plugins: [amends\nsite_name: x\n", ":2"),
        ('site_name: "\\UFFFFFFFF"\n', ""),
        ("a: " + "[" * 1000, ""),
        ("site_name: \0\n", ""),
    ],
)
def test_a_mkdocs_yml_that_is_broken(tmp_path: Path, config: str, line: str) -> None:
    file = write(tmp_path / "mkdocs.yml", config)

    assert refusal(tmp_path) == f"{file}{line}: cannot be read as YAML; mend it there"


def test_a_mkdocs_yml_that_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes("site_name: Beschwerden für alle\n".encode("latin-1"))

    assert refusal(tmp_path) == f"{file}: cannot be read as YAML; mend it there"


def test_a_place_that_may_not_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be root, to whom every place is open."""

    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_dir", refuse)

    assert refusal(tmp_path) == f"{tmp_path}: cannot be read: Permission denied; check the name and its permissions"


def test_a_name_that_is_too_long_for_any_folder() -> None:
    assert refusal("x" * 5000).startswith("x" * 5000 + ": ")
