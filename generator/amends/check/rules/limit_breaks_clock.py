"""A time limit of the SOP is longer than a binding legal one between the same two events.

Why: staff who keep the SOP would break the law. amends compares limits that say between which events they run: the
`within` of a step with `from` and `sets`, and each row of `limits` with `from` and `by`. If several run between the
same events, each is judged by itself: a stricter row may be meant for some complaints only, so it does not excuse the
other. A row that says for which complaints it is meant, as `when: {kind: payments}`, speaks for these alone, and
there the rows without `when` are silent. The time of an extension counts, too. Days are whole days. This rule
finds only a limit that is longer in every case.

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

Way out: Make the time limit that the message names shorter. If it comes from a base, write the patch that the message
shows into your own layer. If the law does not apply to you, name only the clocks that do: `use_clocks: [PACK/CLOCK]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.own_limit import is_certain, judged_issue, legal_time
from amends.check.rule import Issue, Rule, Subject
from amends.model.clock_limits import comparisons


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each own limit, or its extension, that cannot keep a verified `must`."""
    for clock_id, compared in comparisons(subject.sop).items():
        if is_certain(compared.clock):
            breaking = (found for found in compared.judged if found.verdict == "breaks")
            said = f"breaks {legal_time(clock_id, compared.clock)}"
            # A limit that several severities share stands in one place and is one issue.
            yield from dict.fromkeys(judged_issue(subject, clock_id, found, said) for found in breaking)


RULE = Rule("K101", "limit-breaks-clock", "error", __doc__, check)
