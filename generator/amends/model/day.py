"""A day as an author writes it: `2026-11-01`."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from amends.model.problem import problem, shown


def day_of(value: object) -> date:
    """The day that an author wrote; raises PydanticCustomError if it is none."""
    try:
        if isinstance(value, date):
            return value
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        raise problem(f"there is no day {value}", "look at a calendar: the month or the day is too high") from None
    raise problem(f"{shown(value)} is not a date", "write year-month-day: 2026-11-01")


Date = Annotated[date, BeforeValidator(day_of)]
