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
from amends.model.step import Limit

_FAMILIES = {
    "at once": ("clock", 0),
    "second": ("clock", 1),
    "minute": ("clock", 60),
    "hour": ("clock", 3_600),
    "calendar day": ("clock", 86_400),
    "week": ("clock", 604_800),
    "month": ("calendar", 1),
    "year": ("calendar", 12),
}
"""The units that can be counted in each other; any other unit is a family of its own."""


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each extension that gives no more time."""
    for step_id, step in subject.sop.steps.items():
        for limit_id, limit in step.limits.items():
            path = ("steps", step_id, "limits", limit_id, "extend")
            for severity, normal, extended in _pairs(limit):
                if _is_not_longer(extended, normal):
                    yield Issue(
                        path if severity == BySeverity.EVERY else (*path, severity),
                        f"`{limit_id}` is extended from {normal} to {extended}, which is not longer",
                        "write the whole time from the same start, not what is added",
                    )


def _pairs(limit: Limit) -> Iterator[tuple[str, Duration, Duration]]:
    """Each extension, for one severity or for all, with each limit that it extends."""
    for severity, extended in limit.extend.durations() if limit.extend else ():
        if severity == BySeverity.EVERY:
            yield from ((severity, normal, extended) for _, normal in limit.within.durations())
        elif (normal := limit.within.for_severity(severity)) is not None:
            yield severity, normal, extended


def _is_not_longer(extended: Duration, normal: Duration) -> bool:
    if "unlimited" in (extended.unit, normal.unit):
        return normal.unit == "unlimited"
    family, factor = _FAMILIES.get(extended.unit, (extended.unit, 1))
    normal_family, normal_factor = _FAMILIES.get(normal.unit, (normal.unit, 1))
    return family == normal_family and extended.count * factor <= normal.count * normal_factor


RULE = Rule("T401", "extension-too-short", "error", __doc__, check, needs_all=False)
