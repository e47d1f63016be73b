"""The corner shop with limits that hang together, a calendar and a clock, for tests of its deadlines."""

from __future__ import annotations

from pathlib import Path

from amends.content.place import Place, find_place
from amends.model.sop import Sop
from amends.read import usable_sop
from builders import FILES, HEADER, STEPS, TODAY

CALENDAR = """\
calendar: {country: GB, subdivision: ENG, time_zone: Europe/London}
"""


def shop(folder: Path, steps: str = STEPS, header: str = HEADER + CALENDAR) -> Place:
    """The SOP on disk."""
    for name, text in (FILES | {"steps": steps, "sop": header}).items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return find_place(str(folder))


def sop_of(folder: Path, steps: str = STEPS, header: str = HEADER + CALENDAR) -> Sop:
    """What amends reads of it."""
    return usable_sop(shop(folder, steps, header), TODAY)[0]
