"""A new project is written whole or not at all, and takes nothing from anybody."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from amends import write
from amends.finding import UsageError
from amends.output.new_folder import write_new_files
from amends.output.workplace import is_workplace

FILES = {"README.md": "read me", "sop/sop.yml": "id: a"}


def files_of(folder: Path) -> dict[str, str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def refused(folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        write_new_files(folder, FILES)
    return str(caught.value)


@pytest.mark.parametrize("name", ["new", "a/b/new"])
def test_a_missing_folder_is_made_with_those_above_it(tmp_path: Path, name: str) -> None:
    write_new_files(tmp_path / name, FILES)

    assert files_of(tmp_path) == {f"{name}/{file}": text for file, text in FILES.items()}


def test_a_folder_that_is_there_stays_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    write_new_files(Path(), FILES)

    assert files_of(Path()) == FILES
    assert sorted(os.listdir()) == ["README.md", "sop"]


def test_a_link_that_leads_nowhere_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "new").symlink_to(tmp_path / "gone")

    assert refused(tmp_path / "new").startswith(f"{tmp_path / 'new'}: this is a link that leads nowhere")
    assert (tmp_path / "new").is_symlink()


def test_a_file_that_appears_while_the_project_is_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_one = write.write_new_file

    def slow(path: Path, text: str) -> None:
        (tmp_path / "new").mkdir(exist_ok=True)
        (tmp_path / "new" / "README.md").write_text("mine", encoding="utf-8")
        write_one(path, text)

    monkeypatch.setattr("amends.output.new_folder.write_new_file", slow)
    assert "this folder is not empty (README.md)" in refused(tmp_path / "new")
    assert files_of(tmp_path) == {"new/README.md": "mine"}


@pytest.mark.parametrize("is_there", [True, False])
def test_of_three_that_start_the_same_project_at_most_one_does_and_nothing_is_lost(
    tmp_path: Path, *, is_there: bool
) -> None:
    if is_there:
        (tmp_path / "new").mkdir()

    def start(number: int) -> bool:
        try:
            write_new_files(tmp_path / "new", {f"{letter}.txt": str(number) for letter in "abcdef"})
        except UsageError:
            return False
        return True

    with ThreadPoolExecutor(3) as threads:
        has_made = list(threads.map(start, range(3)))

    made = [number for number in range(3) if has_made[number]]
    assert len(made) <= 1
    texts = set(files_of(tmp_path).values())
    assert texts == {str(number) for number in made}
    assert len(files_of(tmp_path)) == 6 * len(made)


def test_what_a_killed_start_left_behind_is_swept_by_the_next(tmp_path: Path) -> None:
    for parent in (tmp_path, tmp_path / "new"):
        (parent / ".new.amends-abcd1234" / "new").mkdir(parents=True)

    write_new_files(tmp_path / "new", FILES)

    assert files_of(tmp_path / "new") == FILES
    assert not (tmp_path / "new" / ".new.amends-abcd1234").exists()


def test_a_workplace_that_its_command_has_just_deleted_is_none(tmp_path: Path) -> None:
    path = tmp_path / ".new.amends-0123abcd"
    path.mkdir()
    assert is_workplace(path, tmp_path / "new")

    path.rmdir()

    assert not is_workplace(path, tmp_path / "new")
