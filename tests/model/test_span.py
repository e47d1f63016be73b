"""Whether whoever keeps one time limit keeps another too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.model.duration import Duration
from amends.model.span import shortest_hours, verdict, verdict_of_lasting
from amends.model.units import OPEN, UNITS

DURATIONS = st.one_of(
    st.builds(Duration, st.integers(0, 500), st.sampled_from(UNITS)),
    st.builds(Duration, st.just(0), st.sampled_from(OPEN)),
)


@pytest.mark.parametrize(
    ("own", "legal", "expected"),
    [
        ("10 business days", "8 weeks", "keeps"),
        ("3 business days", "24 hours", "breaks"),
        ("3 business days", "1 business day", "breaks"),
        ("1 business day", "24 hours", "depends"),
        ("24 hours", "1 business day", "keeps"),
        ("4 working hours", "1 business day", "keeps"),
        ("9 working hours", "1 business day", "breaks"),
        ("1 business day", "4 working hours", "depends"),
        ("3 calendar days", "3 business days", "keeps"),
        ("10 business days", "14 calendar days", "depends"),
        ("10 business days", "15 calendar days", "depends"),
        ("15 business days", "15 calendar days", "breaks"),
        ("20 business days", "30 calendar days", "depends"),
        ("30 calendar days", "1 month", "depends"),
        ("28 calendar days", "1 month", "keeps"),
        ("8 weeks", "2 months", "keeps"),
        ("1 year", "12 months", "keeps"),
        ("13 months", "1 year", "breaks"),
        ("48 hours", "2 calendar days", "keeps"),
        ("2 calendar days", "48 hours", "depends"),
        ("at once", "at once", "keeps"),
        ("same day", "at once", "depends"),
        ("1 minute", "at once", "breaks"),
        ("same day", "24 hours", "keeps"),
        ("unlimited", "6 months", "breaks"),
        ("unlimited", "unlimited", "keeps"),
        ("10 years", "unlimited", "keeps"),
    ],
)
def test_one_limit_keeps_breaks_or_may_break_another(own: str, legal: str, expected: str) -> None:
    assert verdict(Duration.parse(own), Duration.parse(legal)) == expected


@pytest.mark.parametrize(
    ("own", "legal", "expected"),
    [
        ("6 months", "6 months", "breaks"),  # to 20 May, where the law ends on the 19th
        ("5 months", "6 months", "keeps"),
        ("180 calendar days", "6 months", "keeps"),
        ("181 calendar days", "6 months", "depends"),
        ("3 business days", "3 business days", "depends"),  # received on a Saturday, both end on Wednesday
        ("2 business days", "3 business days", "keeps"),
        ("7 calendar days", "1 week", "breaks"),
        ("6 calendar days", "1 week", "keeps"),
        ("24 hours", "1 calendar day", "depends"),
        ("same day", "1 calendar day", "keeps"),
        ("24 hours", "24 hours", "keeps"),
        ("unlimited", "6 months", "breaks"),
    ],
)
def test_a_law_that_counts_its_first_day_is_a_day_shorter(own: str, legal: str, expected: str) -> None:
    assert verdict(Duration.parse(own), Duration.parse(legal), first_day=True) == expected


@pytest.mark.parametrize(
    ("own", "legal", "expected"),
    [
        (
            "3 business days",
            "3 calendar days",
            "depends",
        ),  # to the end of work on the day on which the law ends at midnight
        ("4 business days", "3 calendar days", "keeps"),
        ("3 calendar days", "3 calendar days", "keeps"),
        ("3 business days", "3 business days", "keeps"),
        ("3 business days", "24 working hours", "keeps"),
        ("2 business days", "48 hours", "depends"),
        ("3 business days", "48 hours", "keeps"),
        ("31 calendar days", "1 month", "keeps"),
        ("30 calendar days", "1 month", "depends"),
        ("1 week", "unlimited", "breaks"),
    ],
)
def test_what_must_last_is_not_shorter(own: str, legal: str, expected: str) -> None:
    assert verdict_of_lasting(Duration.parse(own), Duration.parse(legal)) == expected


@given(DURATIONS)
def test_every_limit_keeps_itself(duration: Duration) -> None:
    assert verdict(duration, duration) == "keeps"


@given(DURATIONS, DURATIONS)
def test_no_two_limits_break_each_other(one: Duration, other: Duration) -> None:
    assert {verdict(one, other), verdict(other, one)} != {"breaks"}


@given(st.integers(0, 300), st.sampled_from(UNITS), DURATIONS)
def test_a_shorter_limit_never_does_worse(count: int, unit: object, legal: Duration) -> None:
    ranks = ["keeps", "depends", "breaks"]
    shorter, longer = (verdict(Duration(n, unit), legal) for n in (count, count + 1))  # type: ignore[arg-type]
    assert ranks.index(shorter) <= ranks.index(longer)


@pytest.mark.parametrize(
    ("limit", "hours"),
    [
        ("at once", 0),
        ("30 minutes", 0.5),
        ("4 working hours", 4),
        ("same day", 24),
        ("1 business day", 24),
        ("10 business days", 12 * 24),
        ("8 weeks", 56 * 24),
        ("unlimited", None),
    ],
)
def test_the_shortest_that_a_limit_can_take_is_known_in_hours(limit: str, hours: float | None) -> None:
    assert shortest_hours(Duration.parse(limit)) == hours
