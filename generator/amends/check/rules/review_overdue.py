"""The SOP should have been reviewed by now.

Why: an SOP that nobody reviews becomes wrong without anybody noticing. ISO 9001 (7.5) asks for review and approval.
`check --today DATE` judges as of another day.

Bad:
    document:
      last_review: 2020-01-01
      review_every: 1 year

Good:
    document:
      last_review: 2026-01-01
      review_every: 1 year

Way out: Review the SOP, then write the day of the review in `last_review`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject


def check(subject: Subject) -> Iterator[Issue]:
    """An issue if the day of the next review has passed."""
    document = subject.sop.document
    if document.next_review < subject.today:
        yield Issue(
            ("document", "last_review"),
            f"the review was due on {document.next_review}; it is {subject.today}",
            "review the SOP, then write the day of the review here",
        )


RULE = Rule("G901", "review-overdue", "warning", __doc__, check, needs_all=False, is_of_unfinished=True)
