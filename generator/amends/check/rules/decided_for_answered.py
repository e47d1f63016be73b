"""A time limit ends with `decided`, while a legal clock from the same event ends with `answered`.

Why: the law asks when the answer was sent, and a decision that lies in a drawer keeps no clock. If nothing in the SOP
names `answered`, `decided` is taken for it, so that no comparison with the law is lost; nobody knows whether the answer
really leaves the house with the decision. If a step sets `answered` and no limit ends with it, the clock is compared
with nothing.

Bad:
    clocks:
      reply:
        title: Reply
        jurisdiction: Anywhere
        applies: Everybody
        requires: The answer is sent.
        from: received
        by: answered
        within: 8 weeks
        severity: must
        source: {title: The law, section: "2"}
        as_of: 2026-01-01
        recheck_by: 2030-01-01
        verified: true

Good:
    steps:
      verify:
        limits:
          answer: {by: answered}
    clocks:
      final-response: {by: answered}

Way out: In the limit by which the customer has the answer write `by: answered`; or `sets: answered` in the step that
sends it, if that step has a `within` of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.answered import ANSWERED, DECIDED, names_answered
from amends.model.clock_limits import comparisons
from amends.model.time_limits import TimeLimit, limits_of_steps
from amends.model.walk import FieldPath


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each limit that stands for the answer, or would if nothing else named it."""
    is_named = names_answered(subject.sop)
    ruling = [limit for limit in limits_of_steps(subject.sop) if limit.by == DECIDED and limit.start]
    found: dict[FieldPath, Issue] = {}
    for clock_id, compared in comparisons(subject.sop).items():
        clock = compared.clock
        if clock.by != ANSWERED or (is_named and compared.rows):
            continue
        for limit in ruling:
            if limit.start == clock.start and limit.kind == clock.kind:
                found.setdefault(_path(limit), Issue(_path(limit), _said(clock_id, is_named=is_named), _HINT))
    yield from found.values()


_HINT = "write `by: answered` in the limit by which the answer has left the house, or `sets: answered` in that step"


def _said(clock_id: str, *, is_named: bool) -> str:
    if is_named:
        return f"`{clock_id}` ends with `answered`, and no limit does: this one ends with `decided`"
    return f"`decided` is taken for `answered`, with which `{clock_id}` ends, since nothing in the SOP names `answered`"


def _path(limit: TimeLimit) -> FieldPath:
    return (*limit.entry, "by" if limit.row else "sets")


RULE = Rule("K114", "decided-for-answered", "info", __doc__, check)
