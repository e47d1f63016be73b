import json
from pathlib import Path
from typing import Any

import typst

import amends.drawing.glyph_widths
from amends.printing.fonts import fonts
from golden_files import Golden

CHARACTERS = [
    *map(chr, range(0x20, 0x7F)),
    *map(chr, range(0xA1, 0x180)),
    *map(chr, range(0x391, 0x3CA)),
    *map(chr, range(0x400, 0x460)),
    *"–—‘’“”„•…€™→←↑↓≤≥×−\u00a0\u202f",
]
# A hundred of each letter, in a size that is used on paper: the font has other widths for headlines.
SOURCE = """
#let characters = json("characters.json")
#set text(font: "Inter", size: 10pt, kerning: false, ligatures: false, fallback: false)
#let widths(weight) = characters.map(one => measure(text(weight: weight, box(one * 100))).width / 1pt)
#context [#metadata((regular: widths(400), strong: widths(600))) <widths>]
"""


def measured() -> dict[str, dict[str, int]]:
    files = {"main.typ": SOURCE.encode(), "characters.json": json.dumps(CHARACTERS).encode()}
    query: Any = typst.query  # the stubs do not know that virtual files can be queried
    found = json.loads(query(files, "<widths>", field="value", one=True, font_paths=fonts()))
    return {
        weight: {one: round(width) for one, width in zip(CHARACTERS, widths, strict=True) if width > 0}
        for weight, widths in found.items()
    }


def test_the_widths_are_those_of_the_font_that_is_printed(golden: Golden) -> None:
    tables = measured()

    assert tables["regular"]["i"] < tables["strong"]["i"] < tables["strong"]["W"]
    golden.check(Path(amends.drawing.glyph_widths.__file__), as_module(tables))


def as_module(tables: dict[str, dict[str, int]]) -> str:
    lines = [
        '"""How wide each letter of Inter is, in thousandths of its size; written by tests/drawing/test_glyph_widths.py."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Literal",
        "",
        'Weight = Literal["regular", "strong"]',
        "",
        "# fmt: off",
        "WIDTHS: dict[Weight, dict[str, int]] = {",
    ]
    for weight, widths in tables.items():
        lines.append(f'    "{weight}": {{')
        entries = [f"{quoted(one)}: {width}," for one, width in widths.items()]
        lines.extend("        " + " ".join(entries[at : at + 10]) for at in range(0, len(entries), 10))
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def quoted(one: str) -> str:
    """A letter as the formatter would write it."""
    return "'\"'" if one == '"' else json.dumps(one, ensure_ascii=not one.isprintable())
