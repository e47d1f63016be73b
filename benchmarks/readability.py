"""How easy the words of an SOP are to say: words in an English sentence, characters in a Chinese clause.

    python benchmarks/readability.py                         the shipped SOPs
    python benchmarks/readability.py sop/reference old/sop   these folders, such as one of an earlier revision
    python benchmarks/readability.py --longest               with the longest pieces, and where they stand

Spoken are the lines of scripts, and the words of actions and of kinds of behaviour; written are letters and the policy. The files are
read as plain data, so that any revision can be measured.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from readable import pieces_of, spoken_in  # noqa: E402 - what the tests measure, too

_LONGEST = "--longest"


def main() -> None:
    """Print a table for each folder, and the longest pieces if they are asked for."""
    folders = [Path(name) for name in sys.argv[1:] if name != _LONGEST] or [ROOT / "sop"]
    for folder in folders:
        found = list(spoken_in(folder))
        print(f"{folder}\n\n| what | locale | pieces | mean | 90 % within | longest |\n|---|---|---:|---:|---:|---:|")
        for kind in ("spoken", "written"):
            for locale in ("en", "zh"):
                pieces = [it for text in found if (text.kind, text.locale) == (kind, locale) for it in pieces_of(text)]
                if pieces:
                    print(f"| {kind} | {locale} | {_row(sorted(it.length for it in pieces))} |")
                for it in sorted(pieces, key=lambda piece: -piece.length)[:3] if _LONGEST in sys.argv else ():
                    print(f"    {it.length:3} {it.place}: {it.text}")
        print()


def _row(lengths: list[int]) -> str:
    mean = sum(lengths) / len(lengths)
    return f"{len(lengths)} | {mean:.1f} | {lengths[int(len(lengths) * 0.9)]} | {lengths[-1]}"


if __name__ == "__main__":
    main()
