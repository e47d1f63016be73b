from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from amends.colours import colour_variables, colours
from amends.model.brand import BrandColours
from amends.shipped import shipped
from amends.site.assets import STYLE_SHEET, STYLES, make_assets_lean

FOLDER = "assets/amends"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Hotel\nplugins: []\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins._current_plugin = "amends"  # set by MkDocs while a plugin's hook runs
    return config


def lean(config: MkDocsConfig, files: dict[str, str]) -> dict[str, str]:
    """The names and contents of what the browser may ask for, of these files and all parts of the style sheet."""
    parts = {f"{FOLDER}/handbook/{name}.css": f".{name} {{}}\n" for name in STYLES}
    content = {**parts, **files}
    found = Files([File.generated(config, uri, content=text) for uri, text in content.items()])
    make_assets_lean(found, config)
    return {file.src_uri: file.content_string for file in found}


def test_the_parts_are_joined_in_their_order_behind_the_colours(config: MkDocsConfig) -> None:
    sheet = "\n".join([colour_variables(), *(f".{name} {{}}\n" for name in STYLES)])

    assert lean(config, {}) == {STYLE_SHEET: sheet}
    assert (STYLES[0], STYLES[-1]) == ("tokens", "print")


def test_every_part_of_the_style_sheet_is_loaded() -> None:
    folder = shipped("templates") / "theme" / FOLDER / "handbook"

    assert sorted(STYLES) == sorted(file.stem for file in folder.glob("*.css"))


def test_a_style_sheet_of_ones_own_takes_the_place_of_the_whole(config: MkDocsConfig) -> None:
    assert lean(config, {STYLE_SHEET: "a {}"}) == {STYLE_SHEET: "a {}"}


def test_our_scripts_come_without_comments_and_those_of_others_as_they_are(config: MkDocsConfig) -> None:
    script = "// why\nlet a = 1;\n"

    files = lean(config, {f"{FOLDER}/a.js": script, "own.js": script, f"{FOLDER}/cases.css": "/* why */"})

    assert files[f"{FOLDER}/a.js"] == "let a=1;"
    assert (files["own.js"], files[f"{FOLDER}/cases.css"]) == (script, "/* why */")


def test_the_organisations_colours_take_the_place_of_ours(config: MkDocsConfig) -> None:
    brand = BrandColours(primary="#7a1f5c", accent=None)
    parts = [File.generated(config, f"{FOLDER}/handbook/{name}.css", content="") for name in STYLES]
    files = Files(parts)

    make_assets_lean(files, config, brand)
    sheet = files.src_uris[STYLE_SHEET].content_string

    assert "--am-primary: #7a1f5c;" in sheet
    assert "--am-link: #7a1f5c;" in sheet
    assert colours()["site"]["primary"]["dark"] not in colour_variables(brand).splitlines()[1].partition("--am-teal")[0]
    assert "--am-teal: " + colours()["named"]["teal"]["light"] in sheet
