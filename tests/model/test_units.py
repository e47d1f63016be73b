"""One table says of each unit of time what it is counted in."""

from __future__ import annotations

import pytest
from dateutil.relativedelta import relativedelta

from amends.model.duration import Duration
from amends.model.units import MEASURES, OPEN, UNITS


def test_every_unit_and_every_open_form_is_in_the_table() -> None:
    assert sorted(MEASURES) == sorted([*UNITS, *OPEN])


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("at once", ("seconds", 0)),
        ("2 hours", ("seconds", 7_200)),
        ("4 working hours", ("working hours", 4)),
        ("3 business days", ("business days", 3)),
        ("same day", ("days", 0)),
        ("2 weeks", ("days", 14)),
        ("2 years", ("months", 24)),
        ("unlimited", ("no end", 0)),
    ],
)
def test_a_duration_knows_what_it_is_counted_in(text: str, measured: tuple[str, int]) -> None:
    assert Duration.parse(text).measured == measured


def test_nothing_is_counted_in_a_measure_that_is_not_its_own() -> None:
    assert Duration(1, "business day").counted_in("business days") == 1
    assert Duration(1, "business day").counted_in("days") is None
    assert Duration(24, "hour").counted_in("days") is None


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("same day", relativedelta()),
        ("2 weeks", relativedelta(days=14)),
        ("18 months", relativedelta(years=1, months=6)),
        ("1 business day", None),
        ("24 hours", None),
        ("unlimited", None),
    ],
)
def test_only_whole_days_and_months_are_found_on_the_calendar(text: str, added: relativedelta | None) -> None:
    assert Duration.parse(text).on_calendar == added
