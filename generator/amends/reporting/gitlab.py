"""Findings -> the report of code quality that GitLab shows in a merge request."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from amends.finding import Finding, Level

_LEVELS: dict[Level, str] = {"error": "major", "warning": "minor", "info": "info"}


def as_code_quality(findings: Sequence[Finding], prints: Sequence[str], path_of: Callable[[str], str]) -> str:
    """A list of what was found; `prints` has a fingerprint for each finding. GitLab wants a line for each."""
    return json.dumps(
        [
            {
                "description": "; ".join(filter(None, (finding.message, finding.hint))),
                "check_name": f"{finding.code} {finding.name}",
                "fingerprint": print_,
                "severity": _LEVELS[finding.level],
                "location": {"path": path_of(finding.location.file), "lines": {"begin": finding.location.line or 1}},
            }
            for finding, print_ in zip(findings, prints, strict=True)
        ],
        ensure_ascii=False,
        indent=2,
    )
