"""Which characters the fonts of the printed sheets can show, read from the installed font packages themselves.

Why not fontTools: it makes a Python dict of thirty thousand names, a second for every `amends check`. Only the table of
ranges is needed here (OpenType, `cmap`, format 12), and the fonts of both packages have it; a test compares the two.
"""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from pathlib import Path

LATIN_PACKAGE = "fontpkg_inter"
CHINESE_PACKAGE = "justmytype_intl_cjk"
FONT_FILES = {LATIN_PACKAGE: "Inter[[]*.ttf", CHINESE_PACKAGE: "NotoSansSC*.ttf"}
EXTRAS = {"zh": CHINESE_PACKAGE}
"""The font package for each language that the Latin font cannot print; the extra of the same name installs it."""

PRINTED_AS = {
    **dict.fromkeys("☑✔✅\uf0fc", "✓"),
    **dict.fromkeys("☒✘✖✕❌❎\uf0fb", "✗"),
    **dict.fromkeys("☐❏❑❒\uf0a8", "□"),
    **dict.fromkeys("➔➜➝➞➡➙⟶\uf0e0", "→"),
    **dict.fromkeys("➢➤►\uf0d8", "▶"),
    **dict.fromkeys("\uf0b7\uf06c", "•"),
    **dict.fromkeys("\uf0a7\uf06e", "▪"),
    **dict.fromkeys("❗❕", "!"),
    **dict.fromkeys("❓❔", "?"),
    "⭐": "★",
}
"""Signs that authors often write and the fonts lack, each with the one that is printed. U+F0xx are of Word's lists."""

_FORMAT = 12
_NEVER_DRAWN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(map(chr, range(0xFE00, 0xFE10)))


def pip_name(package: str) -> str:
    """The name under which pip knows a font package."""
    return package.replace("_", "-")


def font_for(locale: str) -> str | None:
    """The font package that prints a locale; None if it is not installed."""
    package = EXTRAS.get(locale.partition("-")[0], LATIN_PACKAGE)
    return package if find_spec(package) else None


@cache
def has_glyph(character: str) -> bool:
    """Whether a character can be printed: an installed font has its sign or one for it, or it needs none (a blank)."""
    character = PRINTED_AS.get(character, character)
    if unicodedata.category(character)[0] in "ZC" or character in _NEVER_DRAWN:
        return unicodedata.category(character) not in ("Co", "Cn")
    return any(_is_in(character, _ranges(package)) for package in FONT_FILES if find_spec(package))


def _is_in(character: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    code = ord(character)
    index = bisect_right(ranges, (code, 0x110000)) - 1
    return index >= 0 and code <= ranges[index][1]


@cache
def _ranges(package: str) -> tuple[tuple[int, int], ...]:
    """The first and the last character of each range that a font covers, in order."""
    [file] = Path(str(resources.files(package))).rglob(FONT_FILES[package])
    with file.open("rb") as font, mmap(font.fileno(), 0, access=ACCESS_READ) as data:
        return tuple(_read_ranges(data, _table(data)))


def _table(data: mmap) -> int:
    """Where the table of characters in format 12 begins."""
    (tables,) = struct.unpack_from(">H", data, 4)
    names = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(tables))
    cmap = next(offset for name, _, offset, _ in names if name == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    starts = (cmap + struct.unpack_from(">HHL", data, cmap + 4 + 8 * index)[2] for index in range(count))
    return next(int(start) for start in starts if struct.unpack_from(">H", data, start)[0] == _FORMAT)


def _read_ranges(data: mmap, table: int) -> Iterator[tuple[int, int]]:
    (groups,) = struct.unpack_from(">L", data, table + 12)
    for index in range(groups):
        first, last, _ = struct.unpack_from(">LLL", data, table + 16 + 12 * index)
        yield first, last
