"""A time limit of the SOP is longer than a binding legal one between the same two events.

Why: staff who keep the SOP would break the law. amends compares limits that say between which events they run: the
`within` of a step with `from` and `sets`, and each row of `limits` with `from` and `by`. If several run between the
same events, the strictest one decides. The time of an extension counts, too. Days are whole days. This rule finds
only a limit that is longer in every case.

Bad:
    steps:
      verify:
        limits:
          answer: {within: 9 weeks}     # the clock of `received` and `decided` says 8 weeks

Good:
    steps:
      verify:
        limits:
          answer: {within: 6 weeks}

Way out: Make your own time limit shorter. If the law does not apply to you, name only the clocks that do:
`use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.clock_limits import compared

HINT = "shorten it; or name only the clocks that apply to you:  use_clocks: [PACK/CLOCK]"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit, or its extension, that always breaks a verified clock of severity `must`."""
    for clock_id, clock, found in compared(subject.sop):
        if found.verdict == "breaks" and clock.severity == "must" and clock.verified:
            what = f"the extension to {found.duration}" if found.is_extension else f"{found.duration}"
            message = f"{what} from {clock.start} to {clock.by} breaks the {clock.within} of `{clock_id}`"
            yield Issue(found.path, message, HINT)


RULE = Rule("K101", "limit-breaks-clock", "error", __doc__, check)
