"""Findings -> annotations of GitHub, and the summary of a job."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby

from amends.finding import Finding, Level
from amends.reporting.text import ENGLISH, printable
from amends.reporting.words import Words, filled

MOST_OF_A_KIND = 10
"""GitHub shows so many annotations of one level for each step, and drops the others without a word."""
_MOST_ROWS = 500
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_OLD_COMMAND = re.compile(r"##(?=\[)")

PathOf = Callable[[str], str]


def as_annotations(findings: Sequence[Finding], path_of: PathOf) -> str:
    """An annotation for each finding, errors first, ten of a kind; then a plain line for each of the others."""
    ranked = sorted(findings, key=lambda finding: list(_LEVELS).index(finding.level))
    shown: list[str] = []
    others: list[str] = []
    for _, group in groupby(ranked, key=lambda finding: finding.level):
        for number, finding in enumerate(group):
            shown.append(_annotation(finding, path_of)) if number < MOST_OF_A_KIND else others.append(
                _plain(finding, path_of)
            )
    if others:
        told = f"- {ENGLISH.summary(findings)}; GitHub shows {MOST_OF_A_KIND} of a kind, so these follow as text:"
        others.insert(0, told)
    return "\n".join((*shown, *others))


def job_summary(findings: Sequence[Finding], files: int, path_of: PathOf, words: Words = ENGLISH) -> str:
    """Markdown for the summary of a job: the total, and every finding in a table, in the language of `words`."""
    total = filled(words.files, words.summary(findings) or words.none, files)
    title = f"## amends check\n\n{total[:1].upper()}{total[1:]}\n"
    if not findings:
        return title
    rows = [_row(finding, path_of, words) for finding in findings[:_MOST_ROWS]]
    left = len(findings) - len(rows)
    more = f"\n{filled(words.more_rows, left)}\n" if left else ""
    head = f"{words.columns}\n| --- | --- | --- | --- | --- |\n"
    return f"{title}\n{head}{''.join(rows)}{more}"


def _annotation(finding: Finding, path_of: PathOf) -> str:
    at = finding.location
    places = {
        "file": path_of(at.file),
        "line": at.line or 1,
        "col": at.column or 1,
        "title": f"{finding.code} {finding.name}",
    }
    said = "; ".join(filter(None, (finding.message, finding.hint)))
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items())
    return f"::{_LEVELS[finding.level]} {listed}::{_escaped(said, '')}"


def _escaped(text: str, more: str) -> str:
    """The text, percent-encoded as GitHub's workflow commands need it. So no author's text can become a command."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _plain(finding: Finding, path_of: PathOf) -> str:
    """One line of text, which GitHub takes for no command: `::` counts at the beginning only, `##[` anywhere."""
    at = finding.location
    place = f"{path_of(at.file)}:{at.line}:{at.column}" if at.line else path_of(at.file)
    line = f"- {place}: {finding.level} {finding.code} {finding.name}: {finding.message}"
    return _OLD_COMMAND.sub("# #", printable(line))


def _row(finding: Finding, path_of: PathOf, words: Words) -> str:
    at = finding.location
    place = f"{path_of(at.file)}:{at.line}" if at.line else path_of(at.file)
    cells = (words.level(finding.level), f"{finding.code} {finding.name}", place, finding.message, finding.hint)
    return "| " + " | ".join(_in_markdown(cell) for cell in cells) + " |\n"


def _in_markdown(text: str) -> str:
    """The text as a cell of a table, in which nothing is markup."""
    return _SIGNS.sub(r"\\\1", html.escape(printable(text), quote=False))
