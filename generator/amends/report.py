"""Findings -> text for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Literal

from amends.finding import Finding, Level
from amends.text_width import columns

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")
LineOf = Callable[[str, int], str]

_WIDTH = 110
_GITHUB_LEVEL: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def report(findings: Sequence[Finding], form: Format, line_of: LineOf) -> str:
    """All findings in one format. `line_of(file, number)` gives the author's line, which the text quotes."""
    if form == "json":
        return json.dumps([as_json(finding) for finding in findings], ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_as_annotation(finding) for finding in findings)
    return "\n".join(_as_text(finding, line_of) for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    """The number of findings of each level: “2 errors, 1 warning”; empty if there are none."""
    kinds: tuple[tuple[Level, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "remark"))
    counts = [(sum(finding.level == kind for finding in findings), word) for kind, word in kinds]
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)


def as_json(finding: Finding) -> dict[str, object]:
    """One finding as plain data for programs."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.level,  # as other linters call it
        "message": finding.message,
        "hint": finding.hint,
        **asdict(finding.location),
    }


def _as_annotation(finding: Finding) -> str:
    at = finding.location
    places = {"file": at.file, "line": at.line or 1, "col": at.column or 1, "title": f"{finding.code} {finding.name}"}
    said = "; ".join(filter(None, (finding.message, finding.hint)))
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items())
    return f"::{_GITHUB_LEVEL[finding.level]} {listed}::{_escaped(said, '')}"


def _escaped(text: str, more: str) -> str:
    """The text, percent-encoded as GitHub's workflow commands need it. So no author's text can become a command."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_text(finding: Finding, line_of: LineOf) -> str:
    lines = [
        f"{_printable(str(finding.location))}: {finding.level} {finding.code} {finding.name}",
        f"  {_printable(finding.message)}",
        *_excerpt(finding, line_of),
    ]
    if finding.hint:
        lines.append(f"  way out: {_printable(finding.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding, line_of: LineOf) -> list[str]:
    """The author's line, with a caret under the place; nothing if the finding concerns a whole file."""
    at = finding.location
    line = line_of(at.file, at.line) if at.line else ""
    before = max(0, at.column - 1)
    start = max(0, min(before - _WIDTH // 2, len(line) - _WIDTH))
    shown = _printable(line[start : start + _WIDTH])  # not the whole line: it may hold all the findings of a file
    if not shown.strip():
        return []
    caret = columns(shown[: before - start])
    return [f"  {at.line:>5} | {shown}", f"        | {' ' * caret}^"]


def _printable(text: str) -> str:
    """The text without characters that control the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)
