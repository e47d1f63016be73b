"""Which files are read: every `*.yml` that is ours, in the order of the paths; what only looks like one is told of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.content.files import content_files, unreadable
from amends.finding import Location, UsageError


def files_in(folder: Path, *names: str) -> list[str]:
    """What is read of a folder with these files; none is passed over in silence."""
    make(folder, *names)
    files, findings = content_files(folder)
    assert findings == []
    return [file.relative_to(folder).as_posix() for file in files]


def make(folder: Path, *names: str) -> None:
    for name in ("sop.yml", *names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def told(folder: Path) -> list[tuple[str, str, str, str]]:
    """Code, file, message and way out of what only looks like a file of content."""
    _, findings = content_files(folder)
    return [(it.code, Path(it.location.file).relative_to(folder).as_posix(), it.message, it.hint) for it in findings]


def test_every_yml_is_read_in_any_subfolder_in_the_order_of_the_paths(tmp_path: Path) -> None:
    names = ["steps/10-thank.yml", "steps/02-calm.yml", "people/roles.yml", "a.yml", "tables/deep/er/x.yml"]

    assert files_in(tmp_path, *names) == [
        "a.yml",
        "people/roles.yml",
        "sop.yml",
        "steps/02-calm.yml",
        "steps/10-thank.yml",
        "tables/deep/er/x.yml",
    ]


def test_other_files_are_not_read(tmp_path: Path) -> None:
    assert files_in(tmp_path, "README.md", "LICENSE") == ["sop.yml"]


@pytest.mark.parametrize("name", ["notes.txt", "yml", "roles.yml.bak", "roles.yml~", "people/terms.docx"])
def test_a_file_that_is_not_read_is_told(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)

    files, [finding] = content_files(tmp_path)

    assert [path.name for path in files] == ["sop.yml"]
    assert (finding.code, finding.level, finding.location.file) == ("C011", "info", str(tmp_path / name))


@pytest.mark.parametrize("name", ["roles.yml.txt", "roles.YAML.Doc"])
def test_an_ending_that_the_system_hides_is_named(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)

    _, [finding] = content_files(tmp_path)

    assert (finding.code, finding.hint) == ("C007", "rename it to roles.yml")


def test_names_that_begin_with_a_dot_are_not_ours(tmp_path: Path) -> None:
    names = [".github/workflows/ci.yml", ".pre-commit-config.yaml", ".#sop.yml", "people/.roles.yml"]

    assert files_in(tmp_path, *names) == ["sop.yml"]


@pytest.mark.parametrize(
    ("name", "new"), [("roles.yaml", "roles.yml"), ("roles.YML", "roles.yml"), ("a.b.Yaml", "a.b.yml")]
)
def test_a_file_with_another_ending_is_not_passed_over_in_silence(tmp_path: Path, name: str, new: str) -> None:
    make(tmp_path, name)

    message = "this file is not read: the names of content files end in .yml"
    assert told(tmp_path) == [("C007", name, message, f"rename it to {new}")]


def test_a_folder_that_is_named_like_a_file_is_told_and_looked_into(tmp_path: Path) -> None:
    make(tmp_path, "roles.yml/inner.yml")

    assert told(tmp_path) == [("C006", "roles.yml", "this is a folder, not a file", "name it without the ending")]
    assert [file.name for file in content_files(tmp_path)[0]] == ["inner.yml", "sop.yml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "roles.yml").symlink_to(tmp_path / "gone.yml")

    message = "this is no file: a link that leads nowhere, or a device"
    assert told(tmp_path) == [("C008", "roles.yml", message, "delete it, or put a file in its place")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_back_up_does_not_lead_around_without_end(tmp_path: Path) -> None:
    make(tmp_path, "steps/a.yml")
    (tmp_path / "steps" / "up").symlink_to(tmp_path)

    files, [finding] = content_files(tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in files] == ["sop.yml", "steps/a.yml"]
    assert (finding.code, finding.location) == ("C010", Location(str(tmp_path / "steps" / "up")))


@pytest.mark.parametrize("names", [[], ["steps.yml"], ["sop.yaml"], ["inner/sop.yml"]])
def test_a_folder_without_sop_yml_holds_no_sop(tmp_path: Path, names: list[str]) -> None:
    make(tmp_path, *names)
    (tmp_path / "sop.yml").unlink()

    with pytest.raises(UsageError) as caught:
        content_files(tmp_path)

    assert str(caught.value) == f"{tmp_path}: there is no sop.yml here; name the folder that holds it"


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)

    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UsageError) as caught:
        content_files(tmp_path)

    assert str(caught.value) == f"{tmp_path}: cannot be read: Permission denied; check its permissions"


def test_a_file_that_may_not_be_read_is_a_finding() -> None:
    finding = unreadable(Path("roles.yml"), PermissionError(13, "Permission denied"))

    assert (finding.code, finding.is_error, str(finding.location)) == ("C008", True, "roles.yml")
    assert (finding.message, finding.hint) == (
        "this file cannot be read: Permission denied",
        "check its permissions, or delete it",
    )


def test_folders_may_be_nested_deeper_than_python_can_call(tmp_path: Path) -> None:
    (tmp_path / "sop.yml").touch()
    folders = [tmp_path / "/".join("d" * depth) for depth in range(1, 1201)]
    for folder in folders:
        folder.mkdir()
    (folders[-1] / "roles.yml").touch()

    files, _ = content_files(tmp_path)

    assert files == [folders[-1] / "roles.yml", tmp_path / "sop.yml"]
    (folders[-1] / "roles.yml").unlink()
    for folder in reversed(folders):  # pytest could not delete them
        folder.rmdir()
