"""The house is as `docs/architecture.md` draws it: every module has its place, and imports go one way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from commands import ROOT

PACKAGE = ROOT / "generator" / "amends"
MODULES = {
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): file
    for file in sorted(PACKAGE.rglob("*.py"))
}


def rooms() -> list[str]:
    """The folders and modules at the top of the package, in the order of the map."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    [drawn] = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[:1]
    return [line.split()[0].removesuffix("/").removesuffix(".py") for line in drawn.splitlines()]


def imported(module: str) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("amends"):
            package = (node.module or "").removeprefix("amends").removeprefix(".")
            for alias in node.names:
                inner = f"{package}.{alias.name}".removeprefix(".")
                yield inner if inner in MODULES else package
        elif isinstance(node, ast.Import):
            yield from (name.name.removeprefix("amends.") for name in node.names if name.name.startswith("amends."))


def room_of(module: str) -> str:
    return module.partition(".")[0]


def test_every_module_and_folder_stands_on_the_map_once() -> None:
    in_the_package = {room_of(module) for module in MODULES} - {"__init__"}
    assert sorted(rooms()) == sorted(in_the_package)


def test_every_module_and_template_that_the_page_names_exists() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.(?:py|md\.j2|typ))`", text)
    assert len(named) > 40
    assert [path for path in named if not any((folder / path).is_file() for folder in (PACKAGE, ROOT))] == []


def test_every_import_points_up_the_map() -> None:
    place = {room: rank for rank, room in enumerate(rooms())}
    arrows = [(module, used) for module in MODULES for used in imported(module) if used in MODULES]
    assert len(arrows) > 500
    turned_round = [
        f"{module} imports {used}" for module, used in arrows if place[room_of(used)] > place[room_of(module)]
    ]
    assert turned_round == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    waiting = {module: {used for used in imported(module) if used in MODULES} - {module} for module in MODULES}
    while free := [module for module, used in waiting.items() if not used & waiting.keys()]:
        for module in free:
            del waiting[module]
    assert sorted(waiting) == []
