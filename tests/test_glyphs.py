"""What is read from the fonts is what fontTools reads from them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from amends.glyphs import FONT_FILES, _ranges, font_for, has_glyph


@pytest.mark.parametrize("package", FONT_FILES)
def test_the_ranges_of_a_font_are_those_that_another_reader_finds(package: str) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    [file] = Path(str(resources.files(package))).rglob(FONT_FILES[package])

    covered = {code for first, last in _ranges(package) for code in range(first, last + 1)}

    with ttlib.TTFont(file, lazy=True) as font:
        assert covered == set(font.getBestCmap())
    assert len(covered) > 2000


@pytest.mark.parametrize(
    ("character", "is_there"),
    [("a", True), ("店", True), ("🎉", False), ("ع", False), ("\n", True), ("\u3000", True), ("\ue000", False)],
)
def test_a_character_has_a_sign_or_needs_none(character: str, *, is_there: bool) -> None:
    assert has_glyph(character) == is_there


def test_the_font_of_a_locale_is_that_of_its_language() -> None:
    assert (font_for("en"), font_for("zh-Hant")) == ("fontpkg_inter", "justmytype_intl_cjk")
