"""Name, logo and colours come from sop.yml: what mkdocs.yml says of them is refused, or told as not shown."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.site.own_look import refuse_another_look
from amends.site.settings import read_settings
from hotel import Hotel
from pictures import SVG

GOOD = "site_name: Handbook\ntheme:\n  name: material\nplugins: []\n"


def look(folder: Path, config: str, more: str = "") -> None:
    """Read the hotel with these settings, as the plugin does."""
    hotel = Hotel(folder / "sop").replace("  site_url: https://hotel.example/complaints/\n", more)
    (folder / "sop" / "logo.svg").write_bytes(SVG)
    (folder / "docs").mkdir()
    file = folder / "mkdocs.yml"
    file.write_text(config, encoding="utf-8")
    refuse_another_look(read_settings(file, {}), hotel.sop(), replace(hotel.place, config=file))


@pytest.mark.parametrize(
    ("palette", "said"),
    [
        ("{primary: indigo}", "delete `primary`, and write there  organisation: {colours: {primary:"),
        ("[{scheme: default, accent: red}]", "delete `accent`, and write there  organisation: {colours: {accent:"),
    ],
)
def test_colours_of_the_theme_are_refused(tmp_path: Path, palette: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        look(tmp_path, GOOD.replace("  name: material\n", f"  name: material\n  palette: {palette}\n"))

    assert f"{tmp_path}/mkdocs.yml:2: `theme.palette`: colours come from sop.yml" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("palette", "said"),
    [
        ("blue", "“blue” is no palette; write  palette: {scheme: slate}  or leave it out for both modes"),
        ("[slate]", "“slate” is no palette"),
        ("{schema: slate}", "there is no `schema`; the nearest is `scheme`"),
        ("{scheme: slat}", "there is no scheme “slat”; the nearest is `slate`"),
        ("[{scheme: default}, {scheme: dark}]", "there is no scheme “dark”; "),
        ("{scheme: true}", "there is no scheme “True”; "),
    ],
)
def test_a_palette_that_the_theme_would_pass_over_is_refused(tmp_path: Path, palette: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        look(tmp_path, GOOD.replace("  name: material\n", f"  name: material\n  palette: {palette}\n"))

    assert f"{tmp_path}/mkdocs.yml:2: `theme.palette`: {said}" in str(caught.value)


def test_a_style_sheet_of_the_project_may_have_a_scheme_of_its_own(tmp_path: Path) -> None:
    palette = "  name: material\n  palette: {scheme: harbour}\n"

    look(tmp_path, f"{GOOD}extra_css: [own.css]\n".replace("  name: material\n", palette))


def test_a_second_logo_is_refused_and_an_only_one_is_not(tmp_path: Path) -> None:
    config = GOOD.replace("  name: material\n", "  name: material\n  logo: own.png\n")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    look(tmp_path / "one", config)
    with pytest.raises(UsageError, match=r"mkdocs.yml:2: `theme.logo`: sop.yml names a logo, too"):
        look(tmp_path / "two", config, "  logo: logo.svg\n")


@pytest.mark.parametrize(("name", "warnings"), [("Handbook", 0), ("Grand Hotel", 0), ("大酒店", 0), ("Ritz", 1)])
def test_a_name_that_no_page_shows_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, warnings: int
) -> None:
    with caplog.at_level(logging.WARNING, "mkdocs"):
        look(tmp_path, GOOD.replace("Handbook", name))

    assert [f"{tmp_path}/mkdocs.yml:1: `site_name` is not shown" in it for it in caplog.messages] == [True] * warnings


def test_palettes_that_only_switch_between_light_and_dark_are_left(tmp_path: Path) -> None:
    look(
        tmp_path, GOOD.replace("  name: material\n", "  name: material\n  palette: {scheme: slate, primary: custom}\n")
    )
