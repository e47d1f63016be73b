"""Time limits of different units compared: one is never longer than the other, always longer, or it depends."""

from __future__ import annotations

from math import ceil
from typing import Literal, NamedTuple

from amends.model.duration import Duration

Verdict = Literal["keeps", "depends", "breaks"]
"""`depends`: weekends, public holidays, the length of a month or the hour of the complaint decide."""

HOURS_OF_A_WORKING_DAY = 8
BUSINESS_DAYS_OF_A_WEEK = 5
HOURS_OF_A_DAY = 24
SECONDS_OF_AN_HOUR = 3_600
SECONDS_OF_A_DAY = HOURS_OF_A_DAY * SECONDS_OF_AN_HOUR

_LEAST_DAYS = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_MOST_DAYS = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
"""The fewest and the most days that 0, 1, 2 ... 11 months in a row can have."""


class Span(NamedTuple):
    """The shortest and the longest time that a duration can take."""

    least: float
    most: float


def verdict(own: Duration, legal: Duration, *, first_day: bool = False) -> Verdict:
    """Whether an organisation that keeps `own` also keeps `legal`; `first_day`: the law counts its first day, too.

    Days are whole days: `2 business days` and `2 calendar days` both end with the day. A business day has eight
    working hours. N business days take at least as many calendar days, with the weekends that they cannot avoid. At
    most, each week of business days has a weekend, and every four weeks have a week of public holidays.
    """
    if own.unit == "at once" or legal.unit == "unlimited":
        return "keeps"
    if own.unit == "unlimited":
        return "breaks"
    is_a_day_less = _is_a_day_less(legal, first_day=first_day)
    if own.unit == legal.unit and not is_a_day_less:
        return "keeps" if own.count <= legal.count else "breaks"
    for measured, least, most in ((_months, _DAY_OF_A_MONTH, _DAY_OF_A_MONTH), (_business_days, 1, 0), (_days, 1, 1)):
        mine, law = measured(own), measured(legal)
        if mine and law:
            # A first day on which nobody works is no business day, so that nothing is lost.
            return _compared(mine, Span(law.least - least, law.most - most) if is_a_day_less else law)
    law = _hours(legal)
    return _compared(_hours(own), Span(law.least - 24, law.most - 24) if is_a_day_less else law)


def longest_within(legal: Duration, *, first_day: bool) -> Duration:
    """The longest time of one's own that surely keeps `legal`: a day less, if the law counts its first day, too."""
    days = _days(legal)
    if days is None or not _is_a_day_less(legal, first_day=first_day):
        return legal
    measure, count = legal.measured
    is_work = measure == "business days"
    less = Duration(count - 1, "business day") if is_work else Duration(int(days.least) - 1, "calendar day")
    return less if less.count > 0 else Duration(0, "same day")


def _is_a_day_less(legal: Duration, *, first_day: bool) -> bool:
    measure, count = legal.measured
    return first_day and count > 0 and measure in _ENDING_WITH_A_DAY


_ENDING_WITH_A_DAY = ("business days", "days", "months")
_DAY_OF_A_MONTH = 1 / 31


def verdict_of_lasting(own: Duration, legal: Duration) -> Verdict:
    """Whether what lasts `own` also lasts `legal`: it must not be the shorter.

    A business day ends with its work: some hours before a calendar day does; and if it begins in the evening, it is
    much shorter than 24 hours.
    """
    found = verdict(legal, own)
    if found != "keeps" or not own.counted_in("business days"):
        return found
    if legal.counted_in("seconds"):
        surely = _hours(own).least - HOURS_OF_A_DAY + _SHORTEST_WORK
        return "keeps" if _hours(legal).most <= surely else "depends"
    days = _days(legal) if legal.measured[0] in ("days", "months") else None
    return "depends" if days and days.most >= (_days(own) or days).least else "keeps"


_SHORTEST_WORK = 1
"""Hours: no work ends sooner after midnight."""


def shortest_hours(duration: Duration) -> float | None:
    """How many hours a duration takes at least: 10 business days take 12 calendar days. None if it has no end.

    `same day` counts as a whole day.
    """
    if duration.unit == "unlimited":
        return None
    return HOURS_OF_A_DAY if duration.unit == "same day" else _hours(duration).least


def _compared(own: Span, legal: Span) -> Verdict:
    if own.most <= legal.least:
        return "keeps"
    return "breaks" if own.least > legal.most else "depends"


def _months(duration: Duration) -> Span | None:
    months = duration.counted_in("months")
    return None if months is None else Span(months, months)


def _business_days(duration: Duration) -> Span | None:
    if (hours := duration.counted_in("working hours")) is not None:
        return Span(hours / HOURS_OF_A_WORKING_DAY, ceil(hours / HOURS_OF_A_WORKING_DAY))
    days = duration.counted_in("business days")
    return None if days is None else Span(days, days)


def _days(duration: Duration) -> Span | None:
    """The duration in calendar days; None if it does not end with a day."""
    measure, count = duration.measured
    if measure == "months":
        years, rest = divmod(count, 12)
        return Span(365 * years + _LEAST_DAYS[rest], 366 * years + _MOST_DAYS[rest])
    if measure == "business days":
        weeks = BUSINESS_DAYS_OF_A_WEEK
        holidays = 7 * ceil(count / (4 * weeks))
        return Span(count + 2 * (max(count - 1, 0) // weeks), count + 2 * ceil(count / weeks) + holidays)
    return Span(count, count) if measure == "days" else None


def _hours(duration: Duration) -> Span:
    if days := _days(duration):
        return Span(24 * days.least, 24 * (days.most + 1))
    if (working := duration.counted_in("working hours")) is not None:
        whole_days = Duration(ceil(working / HOURS_OF_A_WORKING_DAY), "business day")
        return Span(working, _hours(whole_days).most)
    hours = (duration.counted_in("seconds") or 0) / SECONDS_OF_AN_HOUR
    return Span(hours, hours)
