from __future__ import annotations

from datetime import date

from builders import HEADER, Check


def test_a_review_that_lies_ahead_is_found(check: Check) -> None:
    assert check("G902", sop=HEADER.replace("last_review: 2026", "last_review: 2062")) == [
        ("sop.yml: last_review: 2062-01-01", "the last review is dated 2062-01-01, but it is 2026-06-01")
    ]


def test_a_review_today_is_fine(check: Check) -> None:
    assert check("G902", today=date(2026, 1, 1)) == []
    assert len(check("G902", today=date(2025, 12, 31))) == 1
