"""A project is found as it was in a revision of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from amends.content.place import find_place
from amends.content.revision import place_at
from amends.finding import UsageError


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits of `shop/sop.yml`: the first says one, the second two."""
    (tmp_path / "shop").mkdir()
    git(tmp_path, "init", "-q")
    for word in ("one", "two"):
        (tmp_path / "shop" / "sop.yml").write_text(f"id: {word}\n", encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", word)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(name: str) -> str:
    with place_at(name) as place:
        return (place.content / "sop.yml").read_text(encoding="utf-8")


def test_a_revision_is_looked_at_from_the_folder_where_one_is(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (said("shop"), said("HEAD:shop"), said("HEAD~1:shop")) == ("id: two\n", "id: two\n", "id: one\n")

    monkeypatch.chdir(repository / "shop")
    assert (said("HEAD~1:."), said("HEAD~1:")) == ("id: one\n", "id: one\n")


def test_nothing_is_left_of_a_revision_and_the_folder_here_stays_as_it_is(repository: Path) -> None:
    with place_at("HEAD~1:shop") as place:
        looked_at = place.content

    assert not looked_at.exists()
    assert (repository / "shop" / "sop.yml").read_text(encoding="utf-8") == "id: two\n"


@pytest.mark.parametrize("name", ["nope:shop", "HEAD~9:shop", "--help:shop", ":shop"])
def test_a_revision_that_is_not_there_is_a_message(repository: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no such revision of a git repository here"), place_at(name):
        pytest.fail(f"{name} was found in {repository}")


def test_outside_a_repository_the_message_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(UsageError, match=r"git cannot look for a revision: .*not a git repository"), place_at("HEAD:."):
        pytest.fail("found")


def test_any_other_name_is_found_as_everywhere() -> None:
    with place_at("reference") as place:
        assert place == find_place("reference")


def test_a_path_from_the_root_means_the_same_folder_in_the_revision(repository: Path) -> None:
    assert said(f"HEAD~1:{repository / 'shop'}") == "id: one\n"


@pytest.mark.parametrize("path", ["..", "../elsewhere", "shop/../..", "/"])
def test_a_path_that_leaves_the_repository_is_refused(repository: Path, path: str) -> None:
    (repository.parent / "elsewhere").mkdir(exist_ok=True)

    with pytest.raises(UsageError, match="leads out of the repository"), place_at(f"HEAD:{path}"):
        pytest.fail("found")


@pytest.mark.parametrize("name", ["x" * 300, "HEAD:" + "x" * 300, "x" * 300 + ":."])
def test_a_name_that_is_too_long_is_told(repository: Path, name: str) -> None:
    with pytest.raises(UsageError), place_at(name):
        pytest.fail(f"found in {repository}")


def test_a_folder_that_the_revision_lacks_is_told(repository: Path) -> None:
    (repository / "new").mkdir()

    with pytest.raises(UsageError, match="HEAD~1 has no folder new; name one that it has"), place_at("HEAD~1:new"):
        pytest.fail("found")


def test_what_git_does_not_trust_is_told_in_its_own_words(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(UsageError, match="dubious ownership"), place_at("HEAD:shop"):
        pytest.fail(f"found in {repository}")
