"""A time limit is extended to a time that is not longer.

Why: `extend` is the whole time from the same start, not the time that is added. `within: 5 business days` with
`extend: 3 business days` would shorten the limit. Times of different kinds, such as working hours and calendar days,
are not compared.

Bad:
    steps:
      verify:
        limits:
          answer: {title: Answer, within: 5 business days, extend: 3 business days}

Good:
    steps:
      verify:
        limits:
          answer: {title: Answer, within: 5 business days, extend: 8 business days}

Way out: Write in `extend` the whole time from the same start, not the time that is added.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.duration import BySeverity, Duration
from amends.model.span import SECONDS_OF_A_DAY
from amends.model.time_limits import TimeLimit, limits_of_steps
from amends.model.units import Measure


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each extension that gives no more time."""
    for limit in limits_of_steps(subject.sop):
        path = (*limit.entry, "extend")
        for severity, normal, extended in _pairs(limit):
            if _is_not_longer(extended, normal):
                yield Issue(
                    path if severity == BySeverity.EVERY else (*path, severity),
                    f"`{limit.row}` is extended from {normal} to {extended}, which is not longer",
                    "write the whole time from the same start, not what is added",
                )


def _pairs(limit: TimeLimit) -> Iterator[tuple[str, Duration, Duration]]:
    """For each extension and each limit that it extends: the severity (or all), the limit, the extended time."""
    for severity, extended in limit.extend.durations() if limit.extend else ():
        if severity == BySeverity.EVERY:
            yield from ((severity, normal, extended) for _, normal in limit.within.durations())
        elif (normal := limit.within.for_severity(severity)) is not None:
            yield severity, normal, extended


def _is_not_longer(extended: Duration, normal: Duration) -> bool:
    if "unlimited" in (extended.unit, normal.unit):
        return normal.unit == "unlimited"
    if extended.unit != normal.unit and "same day" in (extended.unit, normal.unit):
        return False  # `same day` is as long as the rest of that day
    (measure, time), (normal_measure, normal_time) = _measured(extended), _measured(normal)
    return measure == normal_measure and time <= normal_time


def _measured(duration: Duration) -> tuple[Measure, int]:
    """The measure of a duration and its number; days are given in seconds."""
    days = duration.counted_in("days")
    return duration.measured if days is None else ("seconds", days * SECONDS_OF_A_DAY)


RULE = Rule("T401", "extension-too-short", "error", __doc__, check, needs_all=False)
