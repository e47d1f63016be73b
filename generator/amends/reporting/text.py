"""Findings -> text for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from amends.finding import Finding
from amends.reporting.words import Words, filled
from amends.text_width import columns

LineOf = Callable[[str, int], str]
"""Gives the author's line of a file by its number."""

MOST_IN_A_FILE = 50
ENGLISH = Words()
_WIDTH = 110


def as_text(findings: Sequence[Finding], line_of: LineOf, most: int | None = None, words: Words = ENGLISH) -> str:
    """All findings, each with the author's line; of one file at most so many, and the number of the others."""
    parts: list[str] = []
    for file, group in groupby(findings, key=lambda finding: finding.location.file):
        in_file = list(group)
        shown = in_file if most is None else _worst(in_file, most)
        parts += [_as_text(finding, line_of, words) for finding in shown]
        if left := len(in_file) - len(shown):
            parts.append(f"{printable(file)}: {filled(words.more, left)}\n")
    return "\n".join(parts)


def printable(text: str) -> str:
    """The text without characters that control the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _worst(findings: Sequence[Finding], most: int) -> list[Finding]:
    """At most so many findings in their order; errors are left out last."""
    if len(findings) <= most:
        return list(findings)
    ranked = sorted(range(len(findings)), key=lambda index: (not findings[index].is_error, index))
    return [findings[index] for index in sorted(ranked[:most])]


def _as_text(finding: Finding, line_of: LineOf, words: Words) -> str:
    lines = [
        f"{printable(str(finding.location))}: {words.level(finding.level)} {finding.code} {finding.name}",
        f"  {printable(finding.message)}",
        *_excerpt(finding, line_of),
    ]
    if finding.hint:
        lines.append(f"  {words.way_out}{printable(finding.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding, line_of: LineOf) -> list[str]:
    """The author's line, with a caret under the place; nothing if the finding concerns a whole file."""
    at = finding.location
    line = line_of(at.file, at.line) if at.line else ""
    before = max(0, at.column - 1)
    start = max(0, min(before - _WIDTH // 2, len(line) - _WIDTH))
    shown = printable(line[start : start + _WIDTH])  # not the whole line: it may hold all the findings of a file
    if not shown.strip():
        return []
    caret = columns(shown[: before - start])
    return [f"  {at.line:>5} | {shown}", f"        | {' ' * caret}^"]
