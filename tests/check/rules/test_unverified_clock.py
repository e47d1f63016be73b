from __future__ import annotations

from builders import FILES, Check

TABLES = FILES["tables"].replace("verified: true", "verified: false")


def test_a_clock_that_is_not_verified_is_found(check: Check) -> None:
    assert check("K104", tables=TABLES) == [
        (
            "tables.yml: verified: false",
            "clocks/final-response: this figure, 8 weeks, has not been read in the source itself",
        )
    ]


def test_a_clock_that_is_superseded_need_not_be_verified(check: Check) -> None:
    tables = TABLES.replace("verified: false\n", "verified: false\n    superseded_by: final-response\n")
    assert check("K104", tables=tables) == []
