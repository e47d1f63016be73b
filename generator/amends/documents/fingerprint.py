"""A short mark that changes whenever what a sheet shows changes, in any locale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from amends.documents.process_map import process_map
from amends.documents.role_card import card_roles, role_card
from amends.documents.step_sheet import step_sheet
from amends.edition.edition import Edition

DIGITS = 8
PROCESS = "process"

Fingerprints = Mapping[str, str]
"""The mark of each sheet, by the full name of its entry: `steps/accept`, `roles/front-line`; and `process`."""


def fingerprints(editions: Sequence[Edition]) -> Fingerprints:
    """The marks of all sheets; `editions` are those of every locale of the SOP."""
    first = editions[0]
    marks = {f"steps/{key}": _mark([step_sheet(edition, key) for edition in editions]) for key in first.sop.steps}
    cards = {f"roles/{key}": _mark([role_card(edition, key) for edition in editions]) for key in card_roles(first)}
    return marks | cards | {PROCESS: _mark([process_map(edition) for edition in editions])}


def _mark(shown: Sequence[Any]) -> str:
    """The first 8 hex digits of SHA-256 over what is shown, one dataclass per locale.

    Neither document control nor addresses nor the day go in: a new version without a change of content keeps it.
    """
    canonical = json.dumps(shown, default=vars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]
