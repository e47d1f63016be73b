"""Findings -> SARIF 2.1.0, the form in which GitHub's code scanning and many editors read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from amends.codes.code import Code
from amends.finding import Finding, Level, Location

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "ROOT"


def as_sarif(
    findings: Sequence[Finding],
    prints: Sequence[str],
    codes: Sequence[Code],
    path_of: Callable[[str], str],
    version: str,
) -> str:
    """One run of amends. `prints` has a fingerprint for each finding, `codes` every code that a finding may have.

    Paths are seen from the root of the repository. Columns count Unicode characters, as ours do.
    """
    used = [code for code in codes if code.code in {finding.code for finding in findings}]
    index = {code.code: number for number, code in enumerate(used)}
    driver = {"name": "amends", "semanticVersion": version, "rules": [_rule(code) for code in used]}
    results = [
        _result(finding, print_, index[finding.code], path_of) for finding, print_ in zip(findings, prints, strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    told = code.explanation
    text = f"{told.why}\n\nBad:\n{told.bad}\nGood:\n{told.good}\nWay out: {told.way_out}"
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": told.what},
        "fullDescription": {"text": told.why},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[code.level]},
    }


def _result(finding: Finding, print_: str, rule: int, path_of: Callable[[str], str]) -> dict[str, Any]:
    said = f"{finding.message}; way out: {finding.hint}" if finding.hint else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.level],
        "message": {"text": said},
        "locations": [{"physicalLocation": _place(finding.location, path_of)}],
        "partialFingerprints": {"amends/v1": print_},
    }


def _place(at: Location, path_of: Callable[[str], str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path_of(at.file))}
    if at.line:
        place["region"] = {"startLine": at.line, "startColumn": max(at.column, 1)}
    return place


def _artifact(path: str) -> dict[str, str]:
    from urllib.parse import quote

    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}
