"""What came of all variants: one record for programs, and some lines for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from amends.reporting.data import as_data
from amends.variants.job import Result


def report_of(results: Sequence[Result], removed: Sequence[str]) -> str:
    """All results as JSON; `removed` are variants that were built and are listed no more."""
    counts = Counter(result.state for result in results)
    record = {
        "variants": [_as_json(result) for result in results],
        "built": counts["built"],
        "unchanged": counts["unchanged"],
        "failed": counts["failed"],
        "removed": list(removed),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def counts_of(results: Sequence[Result]) -> dict[str, int]:
    """How many variants there were, and how many of them were built, unchanged and failed."""
    counts = Counter(result.state for result in results)
    return {"all": len(results), **{state: counts[state] for state in ("built", "unchanged", "failed")}}


def _as_json(result: Result) -> dict[str, Any]:
    return {**asdict(result), "findings": [as_data(finding) for finding in result.findings]}
