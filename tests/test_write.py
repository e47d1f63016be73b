"""What is promised to whoever keeps a handbook in a folder: it is whole, and nothing else is ever touched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from amends import write
from amends.finding import UsageError
from amends.write import MARKER, refuse_foreign, replaced_folder, write_file, write_marker


def publish(output: Path, **files: str) -> None:
    with replaced_folder(output) as staging:
        for name, text in files.items():
            write_file(staging / name, text.encode())


def read(folder: Path) -> dict[str, str]:
    """Every file of a folder except our marker, with its text."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != MARKER]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def message_of(output: Path, *protected: Path) -> str:
    """Why a folder is refused."""
    with pytest.raises(UsageError) as caught, replaced_folder(output, protected=protected):
        pytest.fail("the folder was accepted")
    return str(caught.value)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that amends has made."""
    publish(tmp_path / "site", page="old", gone="old")
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of putting the new folder in the old one's place."""
    if request.param == "two renames":
        monkeypatch.setattr(write, "_exchanged", lambda *_: False)


# Whole or nothing ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_way")
def test_the_new_files_take_the_place_of_the_old_ones_and_nothing_else_is_left(site: Path) -> None:
    publish(site, page="new")

    assert read(site) == {"page": "new"}
    assert os.listdir(site.parent) == ["site"]


def test_the_first_build_makes_the_folders_above_the_output(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "site", page="new")

    assert read(tmp_path) == {"a/b/site/page": "new"}


def test_readers_see_the_old_files_until_the_new_ones_are_complete(site: Path) -> None:
    with replaced_folder(site) as staging:
        write_file(staging / "page", b"new")
        assert read(site) == {"page": "old", "gone": "old"}
    assert read(site) == {"page": "new"}


def test_a_block_that_fails_leaves_the_old_folder_as_it_was(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (site, *site.iterdir())}

    with pytest.raises(ZeroDivisionError), replaced_folder(site) as staging:
        write_file(staging / "page", b"new")
        raise ZeroDivisionError

    assert {path: path.stat().st_mtime_ns for path in (site, *site.iterdir())} == before
    assert os.listdir(site.parent) == ["site"]


def test_a_block_that_fails_leaves_no_folder_where_there_was_none(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), replaced_folder(tmp_path / "site"):
        raise ZeroDivisionError

    assert os.listdir(tmp_path) == []


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", page="new")

    assert read(tmp_path / "site") == {"page": "new"}


def test_the_output_can_be_read_by_a_web_server(site: Path) -> None:
    assert oct(site.stat().st_mode & 0o777) == "0o755"
    assert oct((site / "page").stat().st_mode & 0o777) == "0o644"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can swap two folders in one step")
def test_on_linux_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()

    assert write._exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_a_folder_that_cannot_be_replaced_stays_and_the_reason_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "_exchanged", lambda *_: False)
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if target == site and not self.name.endswith("-old"):
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(UsageError, match="site: cannot be replaced: Device or resource busy"):
        publish(site, page="new")
    assert read(site) == {"page": "old", "gone": "old"}


# Killed builds, and two at once ----------------------------------------------------------------------------------------

BUILD = """\
import sys, time
from pathlib import Path
from amends.write import replaced_folder, write_file
with replaced_folder(Path(sys.argv[1])) as staging:
    write_file(staging / "page", b"half")
    print("half-way", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def build_at_work(site: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is half-way through a build of the same folder."""
    with subprocess.Popen([sys.executable, "-c", BUILD, str(site)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half-way\n"
        yield process
        process.kill()


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_killed_build_leaves_the_old_site_and_the_next_one_sweeps_what_it_left(
    site: Path, build_at_work: subprocess.Popen[str]
) -> None:
    kill(build_at_work)
    assert read(site) == {"page": "old", "gone": "old"}
    assert len(os.listdir(site.parent)) == 2, "the killed build left its folder, or this test shows nothing"

    publish(site, page="new")

    assert read(site) == {"page": "new"}
    assert os.listdir(site.parent) == ["site"]


def test_of_two_builds_at_once_the_second_gives_way(site: Path, build_at_work: subprocess.Popen[str]) -> None:
    assert message_of(site) == f"{site}: another build is writing here; wait for it to end"
    assert build_at_work.poll() is None
    assert read(site) == {"page": "old", "gone": "old"}

    kill(build_at_work)
    publish(site, page="new")
    assert read(site) == {"page": "new"}


@pytest.mark.usefixtures("build_at_work")
def test_builds_of_two_folders_side_by_side_do_not_wait_for_each_other(site: Path) -> None:
    publish(site.parent / "other", page="new")

    assert read(site.parent / "other") == {"page": "new"}


def test_the_old_site_comes_back_if_a_build_was_killed_between_its_two_renames(site: Path) -> None:
    aside = site.parent / ".site.amends-abcd1234-old"
    site.rename(aside)

    with pytest.raises(ZeroDivisionError), replaced_folder(site):
        raise ZeroDivisionError

    assert read(site) == {"page": "old", "gone": "old"}
    assert os.listdir(site.parent) == ["site"]


def test_only_leftovers_of_builds_are_swept(site: Path) -> None:
    others = [".site.amends-notes", ".site.new-design", ".other.amends-abcd1234", "site.amends-abcd1234"]
    for name in others:
        (site.parent / name).mkdir()

    publish(site, page="new")

    assert sorted(os.listdir(site.parent)) == sorted(["site", *others])


# What is refused -------------------------------------------------------------------------------------------------------


def test_files_that_amends_did_not_make_are_refused_by_name(site: Path) -> None:
    (site / "sub").mkdir()
    (site / "sub" / "thesis.txt").write_text("precious", encoding="utf-8")

    assert message_of(site) == (
        f"{site}: holds files that amends did not make (sub/thesis.txt); move them away or name another folder"
    )
    assert read(site) == {"page": "old", "gone": "old", "sub/thesis.txt": "precious"}


def test_of_many_foreign_files_the_first_three_are_named(tmp_path: Path) -> None:
    for name in "dcba":
        (tmp_path / name).touch()

    assert "did not make (a, b, c, ...); move" in message_of(tmp_path)


def test_hidden_files_and_links_are_foreign_too(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").touch()
    (site / "link").symlink_to(site / "nowhere")

    assert "(.git/HEAD, link)" in message_of(site)


def test_a_link_is_refused(site: Path) -> None:
    link = site.parent / "link"
    link.symlink_to(site)

    assert message_of(link) == f"{link}: this is a link; name a real folder for the output"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("precious", encoding="utf-8")

    assert message_of(tmp_path / "site") == f"{tmp_path / 'site'}: this is a file; name a folder for the output"


def test_the_home_of_the_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    assert message_of(tmp_path / "home") == (
        f"{tmp_path / 'home'}: this folder holds {tmp_path / 'home'}; name another folder for the output"
    )


def test_the_folder_in_which_the_user_is_and_those_above_it_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")

    for output in (Path(), Path(".."), tmp_path):
        assert message_of(output).endswith(f"this folder holds {tmp_path / 'work'}; name another folder for the output")


def test_the_folder_of_the_content_and_those_above_it_are_refused(tmp_path: Path) -> None:
    content = tmp_path / "project" / "sop"

    assert f"this folder holds {content}" in message_of(content, content)
    assert f"this folder holds {content}" in message_of(tmp_path / "project", content)


def test_a_folder_in_the_project_is_accepted(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "site", (tmp_path, tmp_path / "sop"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 3}', '{"made_by": "amends"}', "\udcff"])
def test_a_marker_that_nobody_can_read_is_told_with_the_way_out(site: Path, text: str) -> None:
    (site / MARKER).write_bytes(text.encode("utf-8", "surrogateescape"))

    assert message_of(site) == f"{site / MARKER}: cannot be read; delete the folder {site} and build again"


def test_a_marker_lists_the_files_of_its_folder(tmp_path: Path) -> None:
    publish(tmp_path / "site", b="1", a="2")

    assert json.loads((tmp_path / "site" / MARKER).read_text(encoding="utf-8")) == {
        "made_by": "amends",
        "files": ["a", "b"],
    }


def test_what_an_unfinished_build_has_filled_is_ours_and_nothing_beside_it(tmp_path: Path) -> None:
    write_marker(tmp_path, unfinished="en")
    (tmp_path / "en" / "steps").mkdir(parents=True)
    (tmp_path / "en" / "steps" / "page.html").touch()
    refuse_foreign(tmp_path, ())

    (tmp_path / "english.txt").touch()

    assert "(english.txt)" in message_of(tmp_path)


@pytest.fixture
def locked_parent() -> Iterator[Path]:
    """A folder, outside those of pytest, in which a test may forbid things; root is nobody while it lasts."""
    is_root = os.geteuid() == 0  # whom no permission binds
    with tempfile.TemporaryDirectory() as folder:
        if is_root:
            Path(folder).chmod(0o777)
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        yield Path(folder)
        Path(folder).chmod(0o700)
        if is_root:
            os.seteuid(0)


NOBODY = 65534


def test_a_parent_that_cannot_be_written_is_told_and_stays_as_it_was(locked_parent: Path) -> None:
    locked_parent.chmod(0o555)

    assert message_of(locked_parent / "site") == f"{locked_parent}: cannot be written: Permission denied"
    assert os.listdir(locked_parent) == []


def test_a_place_that_may_not_even_be_looked_at_is_told(locked_parent: Path) -> None:
    locked_parent.chmod(0o600)

    output = locked_parent / "site"
    assert message_of(output) == f"{output}: cannot be used for the output: Permission denied"


# Single files ----------------------------------------------------------------------------------------------------------


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.pdf", b"new")

    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"new"
    assert os.listdir(tmp_path / "a") == ["b.pdf"]


def test_a_file_that_holds_these_bytes_already_is_left_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"same")
    os.utime(tmp_path / "a.pdf", (1, 1))

    write_file(tmp_path / "a.pdf", b"same")
    assert (tmp_path / "a.pdf").stat().st_mtime == 1

    write_file(tmp_path / "a.pdf", b"other")
    assert (tmp_path / "a.pdf").read_bytes() == b"other"


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(UsageError) as caught:
        write_file(tmp_path / "a.pdf", b"new")

    assert str(caught.value) == f"{tmp_path / 'a.pdf'}: cannot be written: Is a directory"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"precious")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write_file(tmp_path / "link", b"new")

    assert ((tmp_path / "real").read_bytes(), (tmp_path / "link").read_bytes()) == (b"precious", b"new")
    assert not (tmp_path / "link").is_symlink()
