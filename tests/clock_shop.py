"""The corner shop with limits that hang together, a calendar and a clock, for tests of its deadlines."""

from __future__ import annotations

from pathlib import Path

from amends.content.place import Place
from amends.model.sop import Sop
from builders import FILES, HEADER, STEPS, corner_shop

CALENDAR = """\
calendar: {country: GB, subdivision: ENG, time_zone: Europe/London}
"""


def shop(folder: Path, steps: str = STEPS, header: str = HEADER + CALENDAR) -> Place:
    """The SOP on disk."""
    return corner_shop(folder, FILES | {"steps": steps, "sop": header}).place


def sop_of(folder: Path, steps: str = STEPS, header: str = HEADER + CALENDAR) -> Sop:
    """What amends reads of it."""
    return corner_shop(folder, FILES | {"steps": steps, "sop": header}).sop()
