from collections.abc import Iterator
from importlib import resources
from importlib.machinery import ModuleSpec
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from amends.finding import UsageError
from amends.glyphs import CHINESE_PACKAGE, LATIN_PACKAGE
from amends.printing import fonts


@pytest.fixture
def without_chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation of `amends` without its extra `zh`."""

    def found(name: str) -> ModuleSpec | None:
        return None if name == CHINESE_PACKAGE else find_spec(name)

    monkeypatch.setattr(fonts, "find_spec", found)
    fonts.fonts.cache_clear()
    yield
    fonts.fonts.cache_clear()


def test_the_fonts_of_both_languages_are_installed() -> None:
    fonts.require_fonts(["en", "zh", "zh-Hans"])


@pytest.mark.usefixtures("without_chinese")
def test_a_missing_font_is_told_with_the_command_that_installs_it() -> None:
    fonts.require_fonts(["en"])

    for locale in ("zh", "zh-Hant"):
        with pytest.raises(UsageError) as caught:
            fonts.require_fonts(["en", locale])
        assert str(caught.value) == (
            "the font package for print is missing: justmytype_intl_cjk; install it with  pip install justmytype-intl-cjk"
        )


@pytest.mark.usefixtures("without_chinese")
def test_a_language_that_only_begins_like_chinese_needs_no_chinese_font() -> None:
    fonts.require_fonts(["zha"])


def test_every_font_comes_from_a_font_package_and_none_from_this_machine() -> None:
    packages = {Path(str(resources.files(name))) for name in (LATIN_PACKAGE, CHINESE_PACKAGE)}

    found = fonts.fonts().fonts()
    assert {font.family for font in found} == {"Inter", "Noto Sans JP", "Noto Sans KR", "Noto Sans SC", "Noto Sans TC"}
    assert {
        package for font in found for package in packages if Path(str(font.path)).is_relative_to(package)
    } == packages
    assert all(any(Path(str(font.path)).is_relative_to(package) for package in packages) for font in found)


def test_the_versions_of_the_fonts_are_known_and_change_with_what_is_installed(request: pytest.FixtureRequest) -> None:
    both = fonts.font_versions()

    assert both == f"fontpkg_inter {version('fontpkg-inter')}, justmytype_intl_cjk {version('justmytype-intl-cjk')}"
    request.getfixturevalue("without_chinese")
    assert fonts.font_versions() == f"fontpkg_inter {version('fontpkg-inter')}"


def test_fonts_are_looked_for_once() -> None:
    assert fonts.fonts() is fonts.fonts()
