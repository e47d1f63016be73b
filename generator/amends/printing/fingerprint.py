"""A short mark that changes whenever what a sheet shows changes, in any locale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

DIGITS = 8


def fingerprint(shown: Sequence[Any]) -> str:
    """The first 8 hex digits of SHA-256 over what a sheet shows, one value per locale: plain data, or dataclasses.

    Neither document control nor addresses nor the day go in: a new version without a change of content keeps it.
    """
    canonical = json.dumps(shown, default=vars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]
