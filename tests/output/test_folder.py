"""What is promised to whoever keeps a handbook in a folder: it is whole, and nothing else is ever touched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.output import exchange, folder
from amends.output.folder import replaced_folder
from amends.output.inventory import MARKER, inventory_of
from amends.write import write_file
from published import PREVIOUS, beside, message_of, publish, read


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that amends has made."""
    publish(tmp_path / "site", page="old", gone="old")
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of putting the new folder in the old one's place."""
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)


# Whole or nothing ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_way")
def test_the_new_files_take_the_place_of_the_old_ones_which_are_kept(site: Path) -> None:
    publish(site, page="new")

    assert read(site) == {"page": "new"}
    assert read(site.parent / PREVIOUS) == {"page": "old", "gone": "old"}
    assert sorted(os.listdir(site.parent)) == [PREVIOUS, "site"]


def test_the_first_build_makes_the_folders_above_the_output(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "site", page="new")

    assert read(tmp_path) == {"a/b/site/page": "new"}


def test_readers_see_the_old_files_until_the_new_ones_are_complete(site: Path) -> None:
    with replaced_folder(site) as new:
        new.write("page", b"new")
        assert read(site) == {"page": "old", "gone": "old"}
    assert read(site) == {"page": "new"}


def test_a_block_that_fails_leaves_the_old_folder_as_it_was(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (site, *site.iterdir())}

    with pytest.raises(ZeroDivisionError), replaced_folder(site) as new:
        new.write("page", b"new")
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


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can swap two folders in one step")
def test_on_linux_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()

    assert exchange.exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_a_folder_that_cannot_be_replaced_stays_and_the_reason_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if target == site and self.name == "new":
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(UsageError, match="site: cannot be written: Device or resource busy"):
        publish(site, page="new")
    assert read(site) == {"page": "old", "gone": "old"}


# Killed builds, and two at once ----------------------------------------------------------------------------------------

BUILD = """\
import sys, time
from pathlib import Path
from amends.output.folder import replaced_folder
with replaced_folder(Path(sys.argv[1])) as new:
    new.write("page", b"half")
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
    assert beside(site) == ["site"]


def test_of_two_builds_at_once_the_second_gives_way(site: Path, build_at_work: subprocess.Popen[str]) -> None:
    assert message_of(site) == f"{site}: another amends command is writing here; wait for it to end"
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
    left = site.parent / ".site.amends-abcd1234"
    left.mkdir()
    site.rename(left / "old")

    with pytest.raises(ZeroDivisionError), replaced_folder(site):
        raise ZeroDivisionError

    assert read(site) == {"page": "old", "gone": "old"}
    assert os.listdir(site.parent) == ["site"]


def test_only_leftovers_of_builds_are_swept(site: Path) -> None:
    others = [".site.amends-notes", ".site.new-design", ".other.amends-abcd1234", "site.amends-abcd1234"]
    for name in others:
        (site.parent / name).mkdir()
    os.mkfifo(site.parent / ".site.amends-aaaaaaaa")
    (site.parent / ".site.amends-bbbbbbbb").touch()
    (site.parent / ".site.amends-cccccccc").symlink_to(site)

    publish(site, page="new")

    ours = [f".site.amends-{letter * 8}" for letter in "abc"]
    assert beside(site) == sorted(["site", *others, *ours])


def test_a_leftover_that_may_not_be_looked_at_is_swept_too(site: Path) -> None:
    left = site.parent / ".site.amends-abcd1234"
    (left / "new" / "en").mkdir(parents=True)
    (left / "new").chmod(0)
    left.chmod(0)

    publish(site, page="new")

    assert beside(site) == ["site"]


# What was meant --------------------------------------------------------------------------------------------------------


def made_by_others(folder: Path) -> None:
    """What a program such as MkDocs writes by itself."""
    (folder / "en").mkdir()
    for name in ("index.html", "other.html"):
        (folder / "en" / name).write_text("whole", encoding="utf-8")


def remove(folder: Path) -> None:
    (folder / "en" / "index.html").unlink()


def shorten(folder: Path) -> None:
    os.truncate(folder / "en" / "index.html", 2)


def add(folder: Path) -> None:
    (folder / "en" / "foreign").touch()


def remove_all(folder: Path) -> None:
    shutil.rmtree(folder.parent)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (remove, "en/index.html is missing"),
        (shorten, "en/index.html was changed"),
        (add, "en/foreign was put there"),
        (remove_all, " is missing"),
    ],
)
def test_a_new_folder_that_somebody_changes_before_it_is_published_is_given_up(
    site: Path, fault: Callable[[Path], None], said: str
) -> None:
    with pytest.raises(UsageError) as caught, replaced_folder(site) as new:
        made_by_others(new.path)
        new.expect(inventory_of(new.path, "en"))
        fault(new.path)

    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{site}: somebody changed the new handbook while it was built (")
    assert read(site) == {"page": "old", "gone": "old"}
    assert os.listdir(site.parent) == ["site"]


def test_what_others_have_written_is_published_with_what_we_write(site: Path) -> None:
    with replaced_folder(site) as new:
        made_by_others(new.path)
        new.expect(inventory_of(new.path, "en"))
        new.write("index.html", b"start")

    assert read(site) == {"en/index.html": "whole", "en/other.html": "whole", "index.html": "start"}


def test_a_file_that_somebody_puts_into_the_output_during_a_build_survives(site: Path) -> None:
    with pytest.raises(UsageError, match=r"site: holds files that amends did not make \(CNAME\)"):  # noqa: SIM117
        with replaced_folder(site) as new:
            new.write("page", b"new")
            (site / "CNAME").write_text("hotel.example", encoding="utf-8")

    assert read(site) == {"page": "old", "gone": "old", "CNAME": "hotel.example"}
    assert os.listdir(site.parent) == ["site"]


@pytest.mark.usefixtures("_way")
def test_a_file_that_somebody_puts_there_in_the_last_moment_survives_too(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(one: Path, other: Path, aside: Path) -> None:
        if not (site / "CNAME").exists():
            (site / "CNAME").write_text("hotel.example", encoding="utf-8")
        exchange.swap(one, other, aside)

    monkeypatch.setattr(folder, "swap", slow)
    with pytest.raises(UsageError, match=r"somebody has just put a file there \(CNAME\)"):
        publish(site, page="new")

    assert read(site) == {"page": "old", "gone": "old", "CNAME": "hotel.example"}
    assert os.listdir(site.parent) == ["site"]


# What may be read by whom ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("umask", "folders", "files"), [(0o022, "755", "644"), (0o077, "700", "600"), (0o002, "775", "664")]
)
def test_everything_that_is_written_is_readable_as_the_umask_says(
    tmp_path: Path, umask: int, folders: str, files: str
) -> None:
    before = os.umask(umask)
    try:
        publish(tmp_path / "site", **{"en/page": "new"})
        write_file(tmp_path / "a" / "b.pdf", b"new")
    finally:
        os.umask(before)

    modes = {path.name: f"{path.stat().st_mode & 0o777:o}" for path in tmp_path.rglob("*")}
    assert {modes[name] for name in ("site", "en", "a")} == {folders}
    assert {modes[name] for name in ("page", MARKER, "b.pdf")} == {files}
