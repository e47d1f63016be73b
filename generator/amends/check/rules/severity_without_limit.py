"""A time limit of the SOP serves a binding legal one, but not for every severity, kind and channel.

Why: for a severity without a limit nothing in the SOP makes anybody answer in time, so the law may be broken without
anybody noticing. The same is true of a kind or a channel that the `when` of every row leaves out, and where a row
holds only after an answer. A second row between the same events does not close the gap, unless the two divide the
severities between them, or the row that lacks one is the stricter: the other row may be meant for some complaints
only. A clock that is guidance or not verified gives no finding; the page of legal time limits shows the gap all the
same.

Bad:
    severities:
      p3: {short: P3, title: Small, triggers: {small: Everything that is small.}}
    steps:
      verify:
        limits:
          answer: {within: {p1: 2 business days, p2: 5 business days}}

Good:
    severities:
      p3: {short: P3, title: Small, triggers: {small: Everything that is small.}}
    steps:
      verify:
        limits:
          answer: {within: {p1: 2 business days, p2: 5 business days, p3: 6 weeks}}

Way out: Give each severity that the message names a time limit, and complaints that it names a row of their own. If the
law does not apply to you, name only the clocks that do: `use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.own_limit import gap_issue, is_certain
from amends.check.rule import Issue, Rule, Subject
from amends.model.clock_limits import comparisons


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit that serves a verified `must` and leaves severities out."""
    if subject.has_unknown_severities:
        return  # a limit with a mistyped severity has no gap there
    for clock_id, compared in comparisons(subject.sop).items():
        if is_certain(compared.clock):
            yield from (gap_issue(subject, clock_id, gap) for gap in compared.gaps)


RULE = Rule("K108", "severity-without-limit", "warning", __doc__, check)
