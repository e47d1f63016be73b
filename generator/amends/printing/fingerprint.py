"""A short mark for the content of a sheet: it changes if the sheet shows something else in any locale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

DIGITS = 8
"""How many hexadecimal digits a mark has."""


def fingerprint(shown: Sequence[Any]) -> str:
    """The first 8 hex digits of SHA-256 over the content of a sheet: one value per locale, plain data or dataclasses.

    Document control, addresses and the day do not count: a new version with the same content keeps its mark.
    """
    canonical = json.dumps(shown, default=vars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]
