from __future__ import annotations

from datetime import date

from builders import FILES, Check


def test_a_clock_that_should_have_been_looked_up_yesterday_is_found(check: Check) -> None:
    assert check("K102", today=date(2030, 1, 2)) == [
        (
            "tables.yml: recheck_by: 2030-01-01",
            "clocks/final-response: the source was to be read again by 2030-01-01; it is 2030-01-02",
        )
    ]


def test_on_the_day_itself_there_is_still_time(check: Check) -> None:
    assert check("K102", today=date(2030, 1, 1)) == []


def test_a_clock_that_is_superseded_need_not_be_looked_up(check: Check) -> None:
    tables = FILES["tables"].replace("    verified: true\n", "    verified: true\n    superseded_by: final-response\n")
    assert check("K102", today=date(2031, 1, 1), tables=tables) == []
