"""An outcome or a step leads back to its own or an earlier step, and no `at_most` says how often.

Why: a case could go back again and again, and the customer would wait without end. `at_most` says how often it may
go back, and what happens then. A case may stay in its own step as often as it likes if a limit of that step says how
often something is done meanwhile (`kind: every`) or how long to wait (`kind: wait`): “Has the part come? Not yet.”

Bad:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}
              refuses: {label: "No", next: verify}

Good:
    steps:
      settle:
        decisions:
          agreed:
            question: Does the customer agree?
            outcomes:
              agrees: {label: "Yes"}
              refuses: {label: "No", next: verify, at_most: {times: 1, then: end/refused}}

Way out: Say how often, and what happens then: `at_most: {times: 1, then: STEP}`. A step that always leads back needs a
decision, one of whose outcomes leads on.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model import flow

_STAYS = "say what happens meanwhile, in a limit with  kind: every  or  kind: wait"


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each outcome that leads to its own or an earlier step without a limit, and for each such step."""
    numbers = flow.numbers(subject.sop)
    ways = flow.ways(subject.sop)
    round_of = flow.rounds([way for way in ways if not way.bounded])
    whole = flow.rounds(ways)
    left = {whole[way.step] for way in ways if whole[way.target] != whole[way.step]}
    for way in ways:
        is_back = numbers.get(way.target, len(numbers) + 1) <= numbers[way.step]
        if way.outcome is not None and is_back and not way.bounded and not _waits(subject, way):
            where = "its own step" if way.target == way.step else f"the earlier step `{way.target}`"
            yield Issue(
                way.path,
                f"`{way.outcome}` leads back to {where}, as often as it likes",
                _STAYS if way.path[-1] == "stay" else "say how often, and what then:  at_most: {times: 1, then: STEP}",
            )
        elif (
            is_back
            and way.outcome is None
            and round_of[way.step] == round_of[way.target]
            and whole[way.step] in left  # else the case can never end, and P203 says so
        ):
            yield Issue(
                way.path,
                f"`{way.step}` leads back to `{way.target}` each time, and from there a case comes here again",
                "add a decision with an outcome that leads on, and  at_most: {times: 1, then: STEP}  at the way back",
            )


def _waits(subject: Subject, way: flow.Way) -> bool:
    """Whether a way stays in its step while the case waits, and a limit of the step says what happens meanwhile."""
    limits = subject.sop.steps[way.step].limits.values()
    return way.target == way.step and any(limit.kind in ("every", "wait") for limit in limits)


RULE = Rule("P204", "unbounded-way-back", "warning", __doc__, check)
