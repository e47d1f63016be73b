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

Way out: Make your own time limit shorter. If the law does not apply to you, name only the clocks that do:
`use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.check.rules.limit_breaks_clock import HINT
from amends.model.clock import Clock
from amends.model.clock_limits import Judged, compared


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit, or its extension, that may break a clock, or breaks a clock that K101 leaves out."""
    for clock_id, clock, found in compared(subject.sop):
        if said := _said(found, clock):
            what = f"the extension to {found.duration}" if found.is_extension else f"{found.duration}"
            limit = f"the {clock.within} of `{clock_id}`"
            yield Issue(found.path, f"{what} from {clock.start} to {clock.by} {said.format(limit=limit)}", HINT)


def _said(found: Judged, clock: Clock) -> str:
    if found.verdict == "depends":
        return "may be longer than {limit}: it depends on weekends, holidays and the hour"
    if found.verdict == "keeps" or (clock.severity == "must" and clock.verified):
        return ""
    return "breaks {limit}, " + ("a figure that is not verified" if clock.severity == "must" else "which is guidance")


RULE = Rule("K106", "limit-may-break-clock", "warning", __doc__, check)
