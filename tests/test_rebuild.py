"""A build begins only if something has changed; whatever may have changed, it begins."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import amends.build
import amends.stamp
from amends.cache import VARIABLE
from amends.content.place import Place, find_place
from amends.finding import UsageError
from amends.output.folder import replaced_folder
from amends.rebuild import rebuild
from amends.said import Said, said

TODAY = date(2026, 6, 1)
CONFIG = """\
site_name: Desk
theme: {name: material, custom_dir: .overrides}
plugins: [amends]
"""


@dataclass
class Desk:
    """A project whose build writes two files, and counts."""

    home: Path
    built: int = 0
    meanwhile: Callable[[], object] = lambda: None
    said: list[Said] = field(default_factory=list)

    @property
    def site(self) -> Path:
        return self.home / "site"

    def write(self, name: str, text: str) -> None:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def rebuild(self, *, output: Path | None = None, strict: bool = False, content: str = "") -> bool:
        """Whether the build began."""
        before, place = self.built, find_place(str(self.home / content))
        rebuild(place, output or self.site, TODAY, strict=strict, say=self.said.append)
        return self.built > before

    def build_site(self, place: Place, output: Path, today: date, **_more: Any) -> None:  # noqa: ARG002
        """In the place of the real one."""
        self.built += 1
        with replaced_folder(output) as new:
            new.write("index.html", f"build {self.built}".encode())
            new.write("en/steps/accept.html", b"accept")
            self.meanwhile()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path / "desk")
    made.write("mkdocs.yml", CONFIG)
    made.write("sop/sop.yml", "id: desk\nextends: ../../group\n")
    made.write("../group/sop.yml", "id: group\n")
    made.write("docs/more.md", "more")
    made.write(".overrides/main.html", "main")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(amends.build, "build_site", made.build_site)
    return made


def times_of(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_where_nothing_has_changed_nothing_is_written(desk: Desk) -> None:
    assert desk.rebuild()
    before = times_of(desk.home)

    assert not desk.rebuild()

    assert times_of(desk.home) == before
    assert desk.said[-1] == said("unchanged", folder=desk.site)


def changed(name: str) -> Callable[[Desk], object]:
    return lambda desk: desk.write(name, f"{(desk.home / name).read_text(encoding='utf-8')} # changed\n")


def added(name: str) -> Callable[[Desk], object]:
    return lambda desk: desk.write(name, "added")


def removed(name: str) -> Callable[[Desk], object]:
    return lambda desk: (desk.home / name).unlink()


CHANGES = {
    "an option": changed("mkdocs.yml"),
    "the SOP": changed("sop/sop.yml"),
    "a new file of the SOP": added("sop/steps.yml"),
    "a layer below": changed("../group/sop.yml"),
    "a new file of a layer below": added("../group/steps.yml"),
    "a page": changed("docs/more.md"),
    "a new page": added("docs/new.md"),
    "a page less": removed("docs/more.md"),
    "a template": changed(".overrides/main.html"),
    "a template less": removed(".overrides/main.html"),
    "a file of the handbook": changed("site/index.html"),
    "a file of the handbook less": removed("site/en/steps/accept.html"),
    "no handbook": lambda desk: shutil.rmtree(desk.site),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_has_changed_there_is_something_to_do_once(desk: Desk, change: Callable[[Desk], object]) -> None:
    desk.rebuild()

    change(desk)

    assert desk.rebuild()
    assert not desk.rebuild()


@pytest.mark.parametrize(
    "change",
    [added("site/own.html"), removed("site/.amends.json"), added("site/.amends.json")],
    ids=["a page of their own", "no record", "a record of their own"],
)
def test_a_handbook_with_files_of_somebody_else_is_not_taken_for_finished(
    desk: Desk, change: Callable[[Desk], object]
) -> None:
    desk.rebuild()

    change(desk)

    with pytest.raises(UsageError):  # the build refuses to touch it
        desk.rebuild()
    assert desk.built == 2


def test_another_installation_has_something_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.rebuild()

    monkeypatch.setattr(amends.stamp, "installation", lambda: "a newer one")

    assert desk.rebuild()
    assert not desk.rebuild()


def test_another_output_and_another_option_have_something_to_do(desk: Desk, tmp_path: Path) -> None:
    desk.rebuild()

    assert desk.rebuild(output=tmp_path / "other")
    assert desk.rebuild(strict=True)
    assert desk.rebuild(content="sop", output=tmp_path / "third")
    assert not desk.rebuild(strict=True)


def test_an_edit_that_is_taken_back_has_something_to_do_since_the_handbook_is_another(desk: Desk) -> None:
    desk.rebuild()
    desk.write("docs/more.md", "other")
    desk.rebuild()

    desk.write("docs/more.md", "more")

    assert desk.rebuild()


def test_a_file_that_is_saved_during_a_build_has_something_to_do(desk: Desk) -> None:
    desk.meanwhile = lambda: desk.write("docs/more.md", "saved")

    assert desk.rebuild()
    assert desk.rebuild()
    assert not desk.rebuild()


@pytest.mark.parametrize("setting", ["hooks: [hook.py]", "copyright: !ENV YEAR", "plugins: [amends, tags]"])
def test_where_more_than_files_goes_in_there_is_always_something_to_do(desk: Desk, setting: str) -> None:
    lines = [line for line in CONFIG.splitlines() if line.partition(":")[0] != setting.partition(":")[0]]
    desk.write("mkdocs.yml", "\n".join([*lines, setting]))

    assert desk.rebuild()
    assert desk.rebuild()


def test_without_a_cache_there_is_always_something_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")

    assert desk.rebuild()
    assert desk.rebuild()


def test_a_file_that_nobody_can_read_stops_no_build_that_does_not_need_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("secret.key", "secret")
    path_open = Path.open
    monkeypatch.setattr(
        Path,
        "open",
        lambda path, *how, **more: refuse(path) if path.name == "secret.key" else path_open(path, *how, **more),
    )

    assert desk.rebuild()
    assert not desk.rebuild()


def refuse(path: Path) -> bytes:
    raise PermissionError(13, "Permission denied", str(path))
