"""The units of time limits, and the measure of each: the one table by which limits are compared and counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Unit = Literal["second", "minute", "hour", "working hour", "business day", "calendar day", "week", "month", "year"]
Open = Literal["at once", "same day", "unlimited"]
UNITS = get_args(Unit)
OPEN = get_args(Open)

Measure = Literal["seconds", "working hours", "business days", "days", "months", "no end"]
"""Seconds count day and night, working hours only while people work. Business days, days and months end with a day."""

MEASURES: Mapping[Unit | Open, tuple[Measure, int]] = {
    "at once": ("seconds", 0),
    "second": ("seconds", 1),
    "minute": ("seconds", 60),
    "hour": ("seconds", 3_600),
    "working hour": ("working hours", 1),
    "business day": ("business days", 1),
    "same day": ("days", 0),
    "calendar day": ("days", 1),
    "week": ("days", 7),
    "month": ("months", 1),
    "year": ("months", 12),
    "unlimited": ("no end", 0),
}
"""For each unit: its measure, and how many of that measure it is."""
