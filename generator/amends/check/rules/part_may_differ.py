"""The calendar names a country of which most parts have public holidays of their own, and no part.

Why: what is right for some parts, or for an organisation under the law of the whole country, may be wrong for the part
in which this one works: in the United States most states have days beside the federal ones.

Bad:
    calendar: {country: US, time_zone: America/Los_Angeles}

Good:
    calendar: {country: US, subdivision: CA, time_zone: America/Los_Angeles}

Way out: Name the part as `subdivision`, or leave it out if the organisation works by the calendar of the whole country.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.public_holidays import unnamed_part


def check(subject: Subject) -> Iterator[Issue]:
    """An issue where a calendar for the whole country is right for the smaller number of its parts."""
    found = unnamed_part(subject.sop.calendar)
    if found and found.is_wrong_mostly and not found.is_right_nowhere:
        yield Issue(
            ("calendar", "country"),
            f"{len(found.richer)} of {len(found.parts)} parts of `{found.country}` have public holidays of their own",
            f"if you work in one of them, name it as `subdivision`: {', '.join(found.richer)}",
        )


RULE = Rule("K111", "part-may-differ", "info", __doc__, check, needs_all=False, is_of_unfinished=True)
