"""A short mark for the content of a sheet in one language: it changes if the sheet shows something else."""

from __future__ import annotations

import hashlib
import json
from typing import Any

DIGITS = 8
"""How many hexadecimal digits a mark has."""


def fingerprint(shown: Any) -> str:
    """The first 8 hex digits of SHA-256 over the content of a sheet, which is plain data or a dataclass.

    Document control, addresses and the day do not count: a new version with the same content keeps its mark.
    """
    canonical = json.dumps(shown, default=vars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]
