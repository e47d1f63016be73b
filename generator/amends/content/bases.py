"""The shipped SOPs over which a project may stand, by their names: the reference, the lean one, and the industries."""

from __future__ import annotations

from pathlib import Path

from amends.shipped import shipped

REFERENCE = "reference"
LEAN = "lean"


def bases() -> list[str]:
    """The names of all shipped SOPs; those that extend no other come first."""
    return [REFERENCE, LEAN, *industries()]


def industries() -> list[str]:
    """The names of the industries that are shipped. Each extends the reference, or an industry that does."""
    return sorted(file.parent.name for file in (shipped("sop") / "industries").glob("*/sop.yml"))


def base_folder(name: str) -> Path | None:
    """The folder of the shipped SOP of this name; None if there is none."""
    if name not in bases():
        return None
    return shipped("sop") / (name if name in (REFERENCE, LEAN) else f"industries/{name}")
