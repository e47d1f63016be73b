"""A folder is refused as the output where somebody's files lie, or from where a build reads."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from amends.content.place import Place, folders_among, folders_read
from amends.finding import UsageError
from amends.output.allowed import refuse_for_single_files, refuse_foreign
from amends.output.inventory import MARKER
from amends.output.marker import write_marker
from published import message_of, publish, read


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that amends has made."""
    publish(tmp_path / "site", page="old", gone="old")
    return tmp_path / "site"


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


UNREADABLE = [
    *("", "{", "[]", '{"files": 3}', '{"made_by": "amends"}', "\udcff", "[" * 100_000),
    *('{"files": [], "unfinished": ".."}', '{"files": [], "unfinished": "/"}', '{"files": [], "unfinished": 3}'),
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_marker_that_nobody_can_read_is_told_with_the_way_out(site: Path, text: str) -> None:
    (site / MARKER).write_bytes(text.encode("utf-8", "surrogateescape"))

    assert message_of(site) == (
        f"{site / MARKER}: cannot be read, so nobody knows which files are yours; "
        f"move yours away, delete the folder {site} and build again"
    )


def test_a_pipe_in_the_place_of_the_marker_does_not_stop_the_build_for_ever(site: Path) -> None:
    (site / MARKER).unlink()
    os.mkfifo(site / MARKER)

    assert f"{site / MARKER}: cannot be read" in message_of(site)


def test_an_empty_name_of_an_unfinished_folder_makes_no_file_ours(site: Path) -> None:
    (site / MARKER).write_text('{"files": [], "unfinished": ""}', encoding="utf-8")

    assert "(gone, page)" in message_of(site)


def test_a_marker_lists_the_files_of_its_folder_with_their_digests(tmp_path: Path) -> None:
    publish(tmp_path / "site", version="1.2", b="1", a="2")

    assert json.loads((tmp_path / "site" / MARKER).read_text(encoding="utf-8")) == {
        "made_by": "amends",
        "version": "1.2",
        "files": {"a": sha256(b"2").hexdigest(), "b": sha256(b"1").hexdigest()},
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


# From where a build reads ----------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Place:
    """A project with pages, templates and content in folders of its own."""
    home = tmp_path / "project"
    for name in ("pages", "own", "sop"):
        (home / name).mkdir(parents=True)
    config = "docs_dir: pages\ntheme: {name: material, custom_dir: own}\nplugins: [amends]\n"
    (home / "mkdocs.yml").write_text(config, encoding="utf-8")
    return Place(home, home / "sop", home / "mkdocs.yml")


@pytest.mark.parametrize("name", ["pages", "own", "sop"])
def test_no_folder_from_which_a_build_reads_is_the_output_nor_holds_it(project: Place, name: str) -> None:
    source = project.home / name
    held, inside = f"this folder holds {source};", f"this folder lies in {source}, from which the build reads;"

    assert held in message_of(source, project.home, sources=folders_read(project))
    assert inside in message_of(source / "site", project.home, sources=folders_read(project))


def test_a_folder_that_holds_a_source_is_refused(tmp_path: Path, project: Place) -> None:
    sources = (tmp_path / "held" / "pages",)

    assert "this folder holds" in message_of(tmp_path / "held", project.home, sources=sources)


def test_a_content_folder_without_a_project_takes_its_own_output(tmp_path: Path) -> None:
    place = Place(tmp_path, tmp_path, None)

    refuse_foreign(tmp_path / "site", (tmp_path,), folders_read(place))


def test_a_base_around_the_project_takes_the_output_of_the_project(project: Place) -> None:
    assert project.home.parent not in folders_among(project, project.home.parent)


@pytest.mark.parametrize("name", ["", "en", "a/b"])
def test_no_single_files_are_put_into_a_handbook(site: Path, name: str) -> None:
    with pytest.raises(UsageError, match=f"this folder lies in the handbook {site}, which a build replaces"):
        refuse_for_single_files(site / name, ())


def test_no_single_files_are_put_among_those_that_a_build_reads(project: Place) -> None:
    with pytest.raises(UsageError, match=r"this folder lies in \S+sop, from which the build reads"):
        refuse_for_single_files(project.content / "print", folders_among(project))
    refuse_for_single_files(project.home / "print", folders_among(project))


# Mounts ----------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize("what", [["-t", "tmpfs", "tmpfs"], ["--bind", "."]])
def test_a_mount_point_is_refused_before_the_work(tmp_path: Path, what: list[str]) -> None:
    output = tmp_path / "my site"
    output.mkdir()
    if subprocess.run(["mount", *what, output], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        said = message_of(output)
    finally:
        subprocess.run(["umount", output], check=True)

    assert said == (
        f"{output}: this is a mount point and cannot be replaced as a whole; name a folder in it: {output}/site"
    )
