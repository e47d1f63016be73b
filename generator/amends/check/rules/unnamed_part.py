"""The calendar names a country of which each part has public holidays of its own, and no part.

Why: the holidays of the whole country are then all the holidays of none of its parts. Easter Monday is a working day in
`GB`, and in England it is not. It is a warning and no error: with a holiday too few a date comes too early, never too
late, and an organisation may well work in all parts.

Bad:
    calendar: {country: GB, time_zone: Europe/London}

Good:
    calendar: {country: GB, subdivision: ENG, time_zone: Europe/London}

Way out: Name the part in which the organisation works as `subdivision`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.public_holidays import unnamed_part


def check(subject: Subject) -> Iterator[Issue]:
    """An issue where a calendar for the whole country is right for no part of it."""
    found = unnamed_part(subject.sop.calendar)
    if found and found.is_right_nowhere:
        yield Issue(
            ("calendar", "country"),
            f"each part of `{found.country}` has public holidays of its own, and this calendar has none of them",
            f"add `subdivision`, one of: {', '.join(found.parts)}",
        )


RULE = Rule("K110", "unnamed-part", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
