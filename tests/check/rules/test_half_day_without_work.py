"""Half days on which nobody works. 25 December 2026, a Friday, is a bank holiday of England (gov.uk/bank-holidays)."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import FILES, HEADER, Check, corner_shop


def _header(half_days: str, more: str = "") -> str:
    place = "country: GB, subdivision: ENG, time_zone: Europe/London"
    return f"{HEADER}calendar: {{{place}, half_days: {{{half_days}}}{more}}}\n"


def test_a_half_day_on_a_public_holiday_is_told_at_its_place(tmp_path: Path) -> None:
    files = FILES | {"sop": _header('2026-12-25: "13:00"')}
    [found] = corner_shop(tmp_path, files).reading().findings
    assert (found.code, found.level) == ("K120", "warning")
    assert found.message == "the half day 2026-12-25 is no working day, so it changes nothing"
    assert found.hint == "add it to `open`, or delete the half day"
    line = files["sop"].splitlines()[-1]
    assert (found.location.line, found.location.column) == (files["sop"].count("\n"), line.index("2026-12-25") + 1)


@pytest.mark.parametrize("day", ["sat", "2026-12-26", "2026-12-28"])
def test_so_is_one_at_the_weekend_of_the_country_and_one_on_a_substitute_day(check: Check, day: str) -> None:
    assert len(check("K120", sop=_header(f'{day}: "13:00"'))) == 1


@pytest.mark.parametrize(
    ("half_days", "more"),
    [
        ('2026-12-24: "13:00", fri: "16:00"', ""),
        ('2026-12-25: "13:00"', ", open: [2026-12-25]"),
        ('2026-12-25: "13:00"', ", holidays: open"),
        ('sat: "13:00"', ", working_days: [mon, sat]"),
    ],
)
def test_a_half_day_on_a_working_day_is_fine(check: Check, half_days: str, more: str) -> None:
    assert check("K120", sop=_header(half_days, more)) == []


def test_an_unknown_country_is_found_once(check: Check) -> None:
    header = _header('2026-12-25: "13:00"').replace("country: GB, subdivision: ENG", "country: UK")
    assert check("K120", sop=header) == []
    assert len(check("K107", sop=header)) == 1
