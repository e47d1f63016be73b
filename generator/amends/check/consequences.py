"""Findings that only follow from another one: they go, so that an author is told each cause once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from amends.codes.layers import NOTHING_TO_REMOVE, OTHER_LOCALES_KEPT
from amends.codes.model import MISSING_FIELD, WRONG_VALUE
from amends.codes.yaml_file import NOTHING_WRITTEN, TEXT_CUT_BY_COMMENT
from amends.finding import Finding

_OF_A_CUT = (NOTHING_TO_REMOVE.code, MISSING_FIELD.code, WRONG_VALUE.code)
_LANGUAGE = "L7"

Line = tuple[str, int]
"""A file and the number of a line in it."""


def without_consequences(findings: Iterable[Finding], of_locales: Collection[Line]) -> list[Finding]:
    """The findings without those that another one explains.

    `of_locales` are the lines that say which languages a handbook has; if they are wrong, nothing can be said of
    translations. Where a `#` has cut off a value, the value is missing only because of that.
    """
    told = list(findings)
    if any(it.is_error and _line(it) in of_locales for it in told):
        causes = {it.message for it in told if it.is_error and _line(it) in of_locales}
        told = [it for it in told if _line(it) in of_locales or not (_speaks_of_languages(it) or it.message in causes)]
    cuts = {_line(it) for it in told if it.code == TEXT_CUT_BY_COMMENT.code}
    hidden = {_line(it) for it in told if it.is_error and it.code in _OF_A_CUT and _line(it) in cuts}
    kept = (it for it in told if not (it.code in (*_OF_A_CUT, NOTHING_WRITTEN.code) and _line(it) in hidden))
    is_cause = {id(it) for it in told if it.code == TEXT_CUT_BY_COMMENT.code and _line(it) in hidden}
    return [replace(it, level="error") if id(it) in is_cause else it for it in kept]


def _line(finding: Finding) -> Line:
    return finding.location.file, finding.location.line


def _speaks_of_languages(finding: Finding) -> bool:
    return finding.code.startswith(_LANGUAGE) or finding.code == OTHER_LOCALES_KEPT.code
