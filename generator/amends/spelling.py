"""One language as its regions write it: `en-US` stands on `en`, and `zh-Hant` on `zh`.

What nobody has written for a region is taken from its language, in the spelling of the region. The data stand in
`templates/spelling/`, one file for each region that spells otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from amends.content.yaml_reader import read_yaml
from amends.finding import UsageError
from amends.shipped import shipped

# What is no prose keeps its letters: placeholders, code, slots, and where links lead.
_KEPT = r"\{\{[^{}]*\}\}|`[^`]*`|\[[a-z][a-z0-9-]*\](?!\()|\]\([^()\s]*\)"
_WORD = re.compile(r"[^\W\d_]+")
_CONVERTER = "opencc"


def parents(locale: str) -> Iterator[str]:
    """The locales on which one stands, the nearest first: `zh-Hant-HK` stands on `zh-Hant` and on `zh`."""
    while "-" in locale:
        locale = locale.rpartition("-")[0]
        yield locale


def respelled(string: str, locale: str) -> str:
    """A string of a parent as this locale spells it; raises UsageError if the package that converts it is missing."""
    return _speller(locale)(string)


@cache
def _speller(locale: str) -> Callable[[str], str]:
    folder = shipped("templates") / "spelling"
    for name in (locale, *parents(locale)):
        file = folder / f"{name}.yml"
        if file.is_file():
            return _made(read_yaml(file.read_bytes(), str(file)).data)
    return str


def _made(data: Any) -> Callable[[str], str]:
    """What changes a string: words are replaced whole, with their capitals; phrases wherever they stand."""
    words, phrases, signs = data.get("words", {}), data.get("phrases", {}), str.maketrans(data.get("signs", {}))
    convert, kept = _conversion(data.get("conversion")), re.compile(f"({_KEPT})")
    phrase = re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or "(?!)")

    def spelled(prose: str) -> str:
        prose = _WORD.sub(lambda it: _as_written(it[0], words.get(it[0].lower(), it[0])), prose) if words else prose
        return phrase.sub(lambda it: phrases[it[0]], convert(prose).translate(signs))

    # The parts at odd places are what is kept.
    return lambda string: "".join(part if at % 2 else spelled(part) for at, part in enumerate(kept.split(string)))


def _conversion(name: str | None) -> Callable[[str], str]:
    if name is None:
        return str
    if find_spec(_CONVERTER) is None:
        raise UsageError("the package that writes traditional Chinese is missing; install it with  pip install opencc")
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(name).convert
    return convert


def _as_written(word: str, instead: str) -> str:
    """The other word with the capitals of the one that stood there."""
    if word.isupper():
        return instead.upper()
    return instead[0].upper() + instead[1:] if word[0].isupper() else instead
