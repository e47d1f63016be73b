"""The forms in which a command can tell findings, by the names that a user writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Literal

from amends.codes.code import Code
from amends.finding import Finding
from amends.reporting.data import as_json
from amends.reporting.fingerprints import fingerprints
from amends.reporting.github import as_annotations
from amends.reporting.gitlab import as_code_quality
from amends.reporting.junit import as_junit
from amends.reporting.paths import seen_from
from amends.reporting.sarif import as_sarif
from amends.reporting.text import ENGLISH, MOST_IN_A_FILE, LineOf, as_text
from amends.reporting.words import Words

Format = Literal["text", "json", "github", "sarif", "gitlab", "junit"]
FORMATS: tuple[Format, ...] = ("text", "json", "github", "sarif", "gitlab", "junit")
_SAY_NOTHING: tuple[Format, ...] = ("text", "github")
"""Without findings these are empty; the others are files, which always hold something."""


@dataclass(frozen=True)
class Circumstances:
    """What the forms need beside the findings."""

    line_of: LineOf
    root: Path
    """The repository, from which paths are seen."""
    codes: Sequence[Code]
    version: str
    fails: Callable[[Finding], bool]
    """Whether a finding makes the command fail."""
    said: Callable[[Finding], Finding] = lambda finding: finding
    """The finding in the language of the reader."""
    words: Words = ENGLISH


def report(findings: Sequence[Finding], form: Format, about: Circumstances) -> str:
    """All findings in one form; empty if there is nothing to say."""
    if not findings and form in _SAY_NOTHING:
        return ""
    path_of = cache(partial(seen_from, about.root))
    told = [about.said(finding) for finding in findings]
    match form:
        case "text":
            text = as_text(told, about.line_of, MOST_IN_A_FILE, about.words)
        case "json":
            text = as_json(told)
        case "github":
            text = as_annotations(told, path_of)
        case "junit":
            text = as_junit(told, about.fails, path_of)
        case "gitlab":
            text = as_code_quality(told, fingerprints(findings, about.line_of, path_of), path_of)
        case "sarif":
            prints = fingerprints(findings, about.line_of, path_of)  # the same in every language
            text = as_sarif(told, prints, about.codes, path_of, about.version)
    return text
