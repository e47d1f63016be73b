"""Findings -> JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from amends.finding import Finding


def as_data(finding: Finding) -> dict[str, object]:
    """One finding as plain data for programs."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.level,  # as other linters call it
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.location.file,
        "line": finding.location.line,
        "column": finding.location.column,
    }


def as_json(findings: Sequence[Finding]) -> str:
    """All findings as a list."""
    return json.dumps([as_data(finding) for finding in findings], ensure_ascii=False, indent=2)
