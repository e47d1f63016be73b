r"""A text has a character for which the fonts of the printed sheets have no sign, such as an emoji.

Why: a sheet would show an empty box, so no sheet with it is printed. The fonts are Inter and, where it is installed,
Noto Sans SC: Latin, Greek, Cyrillic and Chinese letters. Fonts of your computer do not count: another one has others.

Bad:
    steps:
      accept:
        purpose: "Nobody is sent away \U0001F389"

Good:
    steps:
      accept:
        purpose: "Nobody is sent away!"

Way out: Write it otherwise. For Chinese characters, install the font:  pip install justmytype-intl-cjk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.glyphs import CHINESE_PACKAGE, font_for, has_glyph, pip_name


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each text and label with such characters; none if the font of one of the locales is missing."""
    if any(font_for(locale) is None for locale in subject.sop.locales):
        return
    shown = frozenset(subject.sop.locales)
    signs = [re.compile(re.escape(it)) for it in subject.texts.characters() if not has_glyph(it)]

    def missing_in(string: str, locale: str) -> list[str]:
        return _missing(string) if locale in shown else []

    texts = subject.texts.strings_where(missing_in, *signs) if signs else ()
    labels = ((path, missing) for path, label in subject.labels if (missing := _missing(label)))
    for path, missing in (*texts, *labels):
        named = ", ".join(f"“{it}” (U+{ord(it):04X})" for it in missing[:10])
        yield Issue(path, f"the fonts of the printed sheets have no sign for {named}", _way_out(missing))


def _missing(string: str) -> list[str]:
    return [] if string.isascii() else [it for it in dict.fromkeys(string) if not has_glyph(it)]


def _way_out(missing: list[str]) -> str:
    """Another font helps only with Chinese characters."""
    is_chinese = any(unicodedata.name(it, "").startswith("CJK") for it in missing)
    install = f"; for Chinese characters:  pip install {pip_name(CHINESE_PACKAGE)}" if is_chinese else ""
    return f"write it otherwise{install}"


RULE = Rule("X805", "missing-glyph", "error", __doc__, check, needs_all=False)
