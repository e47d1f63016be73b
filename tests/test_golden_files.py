from __future__ import annotations

from pathlib import Path

import pytest

from golden_files import Golden

TEST = "tests/test_x.py::test_page"
COMMAND = f"pytest '{TEST}' --update"


def test_the_same_text_passes(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes("# 页\n".encode())
    Golden(update=False, test=TEST).check(tmp_path / "page.md", "# 页\n")


@pytest.mark.parametrize("text", ["# Page", "# Page\r\n", "# page\n", ""])
def test_any_other_text_fails_and_names_the_command(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.md").write_bytes(b"# Page\n")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden(update=False, test=TEST).check(tmp_path / "page.md", text)
    assert COMMAND in str(failure.value)


def test_a_missing_file_fails_and_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="is missing") as failure:
        Golden(update=False, test=TEST).check(tmp_path / "page.md", "")
    assert COMMAND in str(failure.value)


def test_update_writes_the_file_and_its_folder(tmp_path: Path) -> None:
    Golden(update=True, test=TEST).check(tmp_path / "new" / "page.md", "# 页\n")
    assert (tmp_path / "new" / "page.md").read_bytes() == "# 页\n".encode()


def test_the_difference_is_shown(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"same\nold\n")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden(update=False, test=TEST).check(tmp_path / "page.md", "same\nnew\n")
    assert str(failure.value).splitlines()[-3:] == [" same", "-old", "+new"]


def test_a_folder_with_exactly_these_texts_passes(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "page.md").write_bytes(b"# Page\n")
    Golden(update=False, test=TEST).check_folder(tmp_path, {"en/page.md": "# Page\n"})


def test_a_file_left_over_fails_and_names_the_command(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden(update=False, test=TEST).check_folder(tmp_path, {})
    assert COMMAND in str(failure.value)
    assert str(tmp_path / "old.md") in str(failure.value)


def test_a_text_missing_in_a_folder_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="is missing"):
        Golden(update=False, test=TEST).check_folder(tmp_path, {"new.md": ""})


def test_update_takes_away_what_is_left_over(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"")
    Golden(update=True, test=TEST).check_folder(tmp_path, {"new.md": "# New\n"})
    assert [file.name for file in tmp_path.iterdir()] == ["new.md"]
