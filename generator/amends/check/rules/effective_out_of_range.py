"""The SOP takes effect before 1971 or after 2105.

Why: every file that is made carries this day, so that the same content gives the same bytes, and the formats of these
files know no other days. Such a day is mistyped in any case.

Bad:
    document:
      effective: 1926-01-01

Good:
    document:
      effective: 2026-01-01

Way out: Write the day from which the SOP is in force.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

# Seconds since 1970 in 32 bits, as gzip has them, end in February 2106. A year less at both ends suits every time zone.
_FIRST, _LAST = 1971, 2105


def check(subject: Subject) -> Iterator[Issue]:
    """An issue if no file could carry the day."""
    effective = subject.sop.document.effective
    if not _FIRST <= effective.year <= _LAST:
        yield Issue(
            ("document", "effective"),
            f"no file can carry the date {effective}; it must lie between {_FIRST} and {_LAST}",
            "write the day from which the SOP is in force",
        )


RULE = Rule("G904", "effective-out-of-range", "error", __doc__, check, needs_all=False)
