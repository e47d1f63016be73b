"""Where a script belongs: under which step it stands, and which forbidden words it replaces."""

from __future__ import annotations

from amends.edition.edition import Edition
from amends.model.words import Wording


def scripts_by_step(edition: Edition) -> dict[str | None, list[str]]:
    """Each script under the first step that uses it. Scripts that no step uses are at the end, under None."""
    steps = edition.sop.steps
    found: dict[str | None, list[str]] = {step: [] for step in (*steps, None)}
    for script in edition.sop.scripts:
        users = edition.used_by.get(f"scripts/{script}", ())
        found[next((step for step in steps if f"steps/{step}" in users), None)].append(script)
    return {step: scripts for step, scripts in found.items() if scripts}


def replaced_wording(edition: Edition, script_id: str) -> list[str]:
    """The forbidden wording that this script replaces."""
    return [key for key, wording in edition.sop.wording.items() if script_id in wording.instead]


def sources_of_wording(edition: Edition) -> dict[str, list[str]]:
    """The sources of each forbidden wording, each once: first those of its phrases, then those of the whole."""
    return {key: _sources(wording) for key, wording in edition.sop.wording.items()}


def _sources(wording: Wording) -> list[str]:
    of_phrases = (source for point in wording.never.values() for source in point.sources)
    return list(dict.fromkeys((*of_phrases, *wording.sources)))
