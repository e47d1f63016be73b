from __future__ import annotations

from datetime import date

import pytest

from builders import HEADER, Check

EVERY = "review_every: 1 year"


def test_a_review_that_was_due_yesterday_is_found(check: Check) -> None:
    assert check("G901", today=date(2027, 1, 2)) == [
        ("sop.yml: last_review: 2026-01-01", "the review was due on 2027-01-01; it is 2027-01-02")
    ]


def test_on_the_day_itself_there_is_still_time(check: Check) -> None:
    assert check("G901", today=date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("every", "due"),
    [("30 calendar days", date(2026, 1, 31)), ("2 weeks", date(2026, 1, 15)), ("1 month", date(2026, 2, 1))],
)
def test_every_interval_is_counted(check: Check, every: str, due: date) -> None:
    header = HEADER.replace(EVERY, f"review_every: {every}")
    assert check("G901", sop=header, today=due) == []
    assert len(check("G901", sop=header, today=date.fromordinal(due.toordinal() + 1))) == 1


def test_an_interval_beyond_the_last_day_of_all_is_never_over(check: Check) -> None:
    assert check("G901", sop=HEADER.replace(EVERY, "review_every: 99999 years"), today=date(9999, 12, 31)) == []
