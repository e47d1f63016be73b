"""The last review is said to have been on a day that has not come yet.

Why: the date stands on every printed sheet. Either it is mistyped, or the review has not taken place yet.

Bad:
    document:
      last_review: 2062-01-01

Good:
    document:
      last_review: 2026-01-01

Way out: Write the day on which the SOP was last reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue if the day of the last review is after today."""
    last_review = subject.sop.document.last_review
    if last_review > subject.today:
        yield Issue(
            ("document", "last_review"),
            f"the last review is dated {last_review}, but it is {subject.today}",
            "write the day on which the SOP was last reviewed",
        )


RULE = Rule("G902", "review-in-future", "warning", __doc__, check, needs_all=False)
