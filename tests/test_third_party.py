"""What we ship of others' work is named, with its licence, and goes into the package with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import material
import pytest

from commands import ROOT

INVENTORY = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"^\| `(.+?)` \| .+ \| \[.+\]\((.+)\) \|$", INVENTORY, re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
KINDS = {".css", ".html", ".j2", ".js", ".json", ".py", ".svg", ".typ", ".typed", ".yml"}
"""Texts that people write. A new kind of file may come from others: see that it is named, then add it here."""
CREDIT = re.compile(
    r"(\bcopyright \(c\)|©|SPDX-License|licen[cs]ed under|\((?:MIT|BSD|ISC|OFL|Apache)[^)]*\))", re.IGNORECASE
)
LINE_OF_A_HUMAN = 2_000
"""Characters. Longer lines are made by programs: a minified library, or a picture as text."""


def shipped() -> Iterator[Path]:
    for folder in SHIPPED:
        yield from (
            file for file in sorted((ROOT / folder).rglob("*")) if file.is_file() and "__pycache__" not in file.parts
        )


def test_every_kind_of_file_is_known() -> None:
    assert len(list(shipped())) > 400
    unknown = {file for file in shipped() if file.suffix not in KINDS and file.name != ".gitignore.j2"}
    assert unknown == set()


def test_nothing_minified_or_binary_is_shipped() -> None:
    generated = {"sop/schema/layer.schema.json", "sop/schema/sop.schema.json"}
    for file in shipped():
        if file.relative_to(ROOT).as_posix() not in generated:
            assert max(map(len, file.read_text(encoding="utf-8").splitlines()), default=0) < LINE_OF_A_HUMAN, file


def test_whoever_is_credited_in_a_file_is_named_in_the_inventory() -> None:
    credited = {
        file.relative_to(ROOT).as_posix()
        for file in shipped()
        if file.suffix not in {".yml", ".json"} and CREDIT.search(file.read_text(encoding="utf-8"))
    }
    assert credited
    assert credited - {file for file, _ in NAMED} == set()


OUR_OWN = {"templates/theme/404.html"}
"""What takes the place of a template of the theme and has no line of it."""


def test_every_template_that_takes_the_place_of_one_of_the_theme_is_named() -> None:
    [theirs] = material.__path__
    ours = ROOT / "templates" / "theme"
    replaced = {
        file.relative_to(ROOT).as_posix()
        for file in ours.rglob("*.html")
        if (Path(theirs) / "templates" / file.relative_to(ours)).is_file()
    }
    assert len(replaced) > 4
    assert replaced - {file for file, _ in NAMED} == OUR_OWN


def test_the_inventory_names_files_that_exist_and_licences_that_go_into_the_package() -> None:
    in_the_package = {
        file.relative_to(ROOT).as_posix()
        for pattern in PROJECT["project"]["license-files"]
        for file in ROOT.glob(pattern)
    }

    assert {"LICENSE", "THIRD-PARTY.md"} < in_the_package
    assert NAMED
    for file, licence in NAMED:
        assert (ROOT / file).is_file(), file
        assert licence in in_the_package


@pytest.mark.parametrize("name", ["requirements.txt", ".ci/release-tools.txt"])
def test_what_is_installed_for_a_release_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text)
    pinned = [part for part in requirements if not part.startswith("#")]

    assert len(pinned) > 30
    assert [part for part in pinned if not re.match(r"[\w.-]+==\S+ .*\\\n +--hash=sha256:[0-9a-f]{64}", part)] == []
    assert re.findall(r"https?://|file:|--index-url|--find-links", text) == []


def test_the_hashed_requirements_are_the_versions_that_were_tried() -> None:
    def versions(name: str) -> dict[str, str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        found = re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
        return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in found}

    tried, hashed = versions("constraints.txt"), versions("requirements.txt")
    assert hashed.items() <= tried.items()
    direct = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["zh"]]
    assert {re.match(r"[\w-]+", line)[0].lower() for line in direct} <= hashed.keys()  # type: ignore[index]
