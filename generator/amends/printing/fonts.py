"""The fonts of the printed sheets: from installed Python packages, never from the operating system."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.util import find_spec

import typst

from amends.finding import UsageError
from amends.glyphs import CHINESE_PACKAGE, EXTRAS, LATIN_PACKAGE, pip_name
from amends.spelling import parents

_FAMILIES = {LATIN_PACKAGE: "Inter", CHINESE_PACKAGE: "Noto Sans SC"}


_OF_A_SCRIPT = {"zh-Hant": "Noto Sans TC"}
"""Families of a package that go before its usual one: the same characters are drawn otherwise."""


def require_fonts(locales: Iterable[str]) -> None:
    """Raise UsageError with the command that helps, if the font for a locale is not installed."""
    extras = _extras(locales)
    for package in sorted({LATIN_PACKAGE} | {EXTRAS[extra] for extra in extras}):
        if find_spec(package) is None:
            raise UsageError(
                f"the font package for print is missing: {package}; install it with  pip install {pip_name(package)}"
            )


def package_for(locales: Iterable[str]) -> str:
    """What pip must install for these locales: `amends`, or `amends[zh]`."""
    extras = ",".join(_extras(locales))
    return f"amends[{extras}]" if extras else "amends"


def _extras(locales: Iterable[str]) -> list[str]:
    return sorted({locale.split("-")[0] for locale in locales} & EXTRAS.keys())


def font_families(locale: str) -> list[str]:
    """The installed font families; the one for Latin letters is the first, and that of the locale's script the next."""
    own = [family for script, family in _OF_A_SCRIPT.items() if script in (locale, *parents(locale))]
    latin, *others = [_FAMILIES[package] for package in _installed()]
    return [latin, *(own if others else []), *others]


def font_versions() -> str:
    """The installed font packages with their versions; a PDF depends on them."""
    return ", ".join(f"{package} {version(package)}" for package in _installed())


@cache
def fonts() -> typst.Fonts:
    """The fonts that are installed as packages. Loading them takes longer than a page, so they are loaded once."""
    folders = [str(resources.files(package)) for package in _installed()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _installed() -> list[str]:
    return [package for package in _FAMILIES if find_spec(package)]
