"""A time limit of the SOP may be longer than a legal one, or is longer than a legal one that may not be binding.

Why: over weekends, public holidays or a short month your own limit may end later than the legal one. If the legal
limit is only guidance, or its figure is not verified, a longer limit is a warning. With a binding one it is an error
(K101).

Bad:
    steps:
      verify:
        limits:
          answer: {extend: {p2: 35 business days}}     # over public holidays, longer than 8 weeks

Good:
    steps:
      verify:
        limits:
          answer: {extend: {p2: 20 business days}}

Way out: Make the time limit that the message names shorter. If it comes from a base, write the patch that the message
shows into your own layer. If the law does not apply to you, name only the clocks that do: `use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.own_limit import is_certain, judged_issue, legal_time
from amends.check.rule import Issue, Rule, Subject
from amends.model.clock import Clock
from amends.model.clock_limits import Judged, comparisons


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit, or its extension, that may break a clock, or breaks one that K101 lets pass."""
    for clock_id, compared in comparisons(subject.sop).items():
        said = ((found, _said(found, compared.clock)) for found in compared.judged)
        limit = legal_time(clock_id, compared.clock)
        # A limit that several severities share stands in one place and is one issue.
        yield from dict.fromkeys(
            judged_issue(subject, clock_id, found, does.format(limit=limit)) for found, does in said if does
        )


def _said(found: Judged, clock: Clock) -> str:
    if found.verdict == "depends":
        longer = "longer" if clock.kind == "within" else "shorter"
        return f"may be {longer} than {{limit}}: it depends on weekends, holidays and the hour"
    if found.verdict == "keeps" or is_certain(clock):
        return ""
    return "breaks {limit}, " + ("a figure that is not verified" if clock.severity == "must" else "which is guidance")


RULE = Rule("K106", "limit-may-break-clock", "warning", __doc__, check)
