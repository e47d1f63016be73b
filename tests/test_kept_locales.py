"""An edit in one language leaves the sites of the others as they are; whatever else changes, they are built again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amends import build
from amends.content.place import Place
from amends.output.inventory import Inventory, inventory_of
from amends.site import build as site_build
from hotel import TODAY, Hotel

CONFIG = "site_name: Handbook\ntheme: {name: material}\nplugins: [search, amends]\n"


class Desk:
    """A project whose sites are only a page each, so that a test can see which of them were built."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = folder / "project"
        self.hotel = Hotel(self.home / "sop")
        self.write("mkdocs.yml", CONFIG)
        self.write("docs/own.md", "# Own\n")
        self.site = self.home / "site"
        self.built: list[str] = []
        self.number = 0
        monkeypatch.setattr(site_build, "build_locale", self.build_locale)

    def write(self, name: str, text: str) -> None:
        (self.home / name).parent.mkdir(parents=True, exist_ok=True)
        (self.home / name).write_text(text, encoding="utf-8")

    def build_locale(self, _place: Place, _manuscript: Any, site: Path, locale: str, **_: bool) -> Inventory:
        self.built.append(locale)
        self.number += 1
        (site / locale).mkdir()
        (site / locale / "index.html").write_text(f"{locale} {self.number}", encoding="utf-8")
        return inventory_of(site, locale)

    def build(self, *, strict: bool = False) -> list[str]:
        """Build; gives the locales that were built."""
        self.built.clear()
        place = Place(self.home, self.home / "sop", self.home / "mkdocs.yml")
        build.build_site(place, self.site, TODAY, strict=strict, say=lambda _: None)
        return list(self.built)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    assert desk.build() == ["en", "zh"]
    return desk


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ('{en: "Accept the complaint"', '{en: "Listen"', ["en"]),
        ('zh: "受理投诉"', 'zh: "倾听客人"', ["zh"]),
        ('purpose: {en: "Hear what nobody told us.", zh: "听见没有说出口的话。"}', 'purpose: {en: "Hear what nobody told us."}', ["zh"]),
        ("within: 1 week", "within: 2 weeks", ["en", "zh"]),
        ('version: "2.1"', 'version: "2.2"', ["en", "zh"]),
    ],
    ids=["English", "Chinese", "a text that falls back", "a time limit", "the version"],
)  # fmt: skip
def test_only_the_languages_in_which_something_has_changed_are_built_again(
    desk: Desk, old: str, new: str, again: list[str]
) -> None:
    before = (desk.site / "zh" / "index.html").read_bytes()

    desk.hotel.replace(old, new)

    assert desk.build() == again
    assert ((desk.site / "zh" / "index.html").read_bytes() == before) == ("zh" not in again)


def add_page(desk: Desk) -> None:
    desk.write("docs/more.md", "# More\n")


def change_settings(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIG.replace("Handbook", "Book"))


def change_output(desk: Desk) -> None:
    (desk.site / "zh" / "index.html").write_text("changed", encoding="utf-8")


def remove_output(desk: Desk) -> None:
    (desk.site / "zh" / "index.html").unlink()


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (add_page, ["en", "zh"]),
        (change_settings, ["en", "zh"]),
        (change_output, ["en", "zh"]),
        (remove_output, ["en", "zh"]),
    ],
)
def test_pages_settings_and_the_files_themselves_count(
    desk: Desk, change: Callable[[Desk], None], again: list[str]
) -> None:
    desk.hotel.replace('{en: "Accept the complaint"', '{en: "Listen"')

    change(desk)

    assert desk.build() == again


def test_another_option_builds_everything_again(desk: Desk) -> None:
    assert desk.build(strict=True) == ["en", "zh"]


def test_where_pages_lead_to_lines_of_yaml_every_edit_concerns_all_languages(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIG + "repo_url: https://git.example/handbook\n")
    assert desk.build() == ["en", "zh"]

    desk.hotel.replace('{en: "Accept the complaint"', '{en: "Listen"')

    assert desk.build() == ["en", "zh"]
