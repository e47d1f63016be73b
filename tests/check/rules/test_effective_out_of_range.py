from __future__ import annotations

import pytest

from builders import HEADER, Check


@pytest.mark.parametrize(
    ("day", "is_found"), [("1970-12-31", True), ("1971-01-01", False), ("2105-12-31", False), ("2106-01-01", True)]
)
def test_a_day_that_no_file_can_carry_is_found(check: Check, day: str, *, is_found: bool) -> None:
    header = HEADER.replace("effective: 2026-01-01", f"effective: {day}")
    assert header != HEADER

    message = f"no file can carry the date {day}; it must lie between 1971 and 2105"
    assert check("G904", sop=header) == [(f"sop.yml: effective: {day}", message)] * is_found
