"""`amends.baseline.json`: the findings that a project had when it began to check, and that are not told again.

An error is never among them. A finding is known again by its fingerprint, after lines have moved.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.faults import usage_error
from amends.file_bytes import file_bytes
from amends.finding import Finding, UsageError

BASELINE_FILE = "amends.baseline.json"
_MOST_BYTES = 50_000_000


@dataclass(frozen=True)
class Baseline:
    """The fingerprints of known findings."""

    known: frozenset[str] = frozenset()


def read_baseline(path: Path) -> Baseline | None:
    """The baseline of a project, None if it has none; raises UsageError if it cannot be read."""
    try:
        data = json.loads(file_bytes(path, _MOST_BYTES))
        return Baseline(frozenset(str(found["fingerprint"]) for found in data["findings"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise usage_error(error, path, "cannot be read") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        way_out = "write it anew with  amends check --write-baseline"
        raise UsageError(f"{path}: this is no baseline of amends; {way_out}") from None


def baseline_text(findings: Sequence[Finding], prints: Sequence[str], files: Sequence[str]) -> str:
    """The text of a baseline with these findings; the same findings give the same bytes.

    What it says beside the fingerprint is for people who review it.
    """
    rows = [
        {"code": finding.code, "file": file, "message": finding.message, "fingerprint": print_}
        for finding, print_, file in zip(findings, prints, files, strict=True)
        if not finding.is_error
    ]
    rows.sort(key=lambda row: (row["file"], row["code"], row["message"], row["fingerprint"]))
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=1) + "\n"
