"""The calendar names a country, or a part of one, whose public holidays are not known.

Why: `amends deadlines` counts business days. Without the public holidays it would count them as business days, too.

Bad:
    calendar: {country: XX, time_zone: Europe/London}

Good:
    calendar: {country: GB, subdivision: ENG, time_zone: Europe/London}

Way out: Write a country, or a part of it, that the message names.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.public_holidays import unknown_place


def check(subject: Subject) -> Iterator[Issue]:
    """An issue if the library of public holidays does not know the calendar's country or subdivision."""
    calendar = subject.sop.calendar
    problem = unknown_place(calendar) if calendar else None
    if problem:
        field, message, hint = problem
        yield Issue(("calendar", field), message, hint)


RULE = Rule("K107", "unknown-holidays", "error", __doc__, check, needs_all=False)
