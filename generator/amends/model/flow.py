"""The process as a graph: which step leads where, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from amends.model.sop import Sop
from amends.model.step import Step

END = "end/"
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Way:
    """One way on from a step.

    `decision` and `outcome` name the answer that leads this way; both are None for the ordinary way on.
    `target` is a step's id or `end/STATE`; `path` is where the way is written, or the step itself where order decides.
    """

    step: str
    target: str
    decision: str | None
    outcome: str | None
    path: FieldPath
    bounded: bool


def case_steps(sop: Sop) -> list[str]:
    """The ids of the steps of the case, in order; a step's number is its rank here."""
    return [step_id for step_id, step in sop.steps.items() if not step.standing]


def numbers(sop: Sop) -> dict[str, int]:
    """The printed number of each step of the case, from 1."""
    return {step_id: rank for rank, step_id in enumerate(case_steps(sop), start=1)}


def ways(sop: Sop) -> list[Way]:
    """Every way on between the steps of the case, in reading order."""
    order = case_steps(sop)
    following = dict(pairwise(order))
    return [way for step_id in order for way in _ways(step_id, sop.steps[step_id], following.get(step_id))]


def _ways(step_id: str, step: Step, following: str | None) -> Iterator[Way]:
    for decision_id, decision in step.decisions.items():
        for outcome_id, outcome in decision.outcomes.items():
            path = ("steps", step_id, "decisions", decision_id, "outcomes", outcome_id)
            bounded = outcome.at_most is not None
            if outcome.next is not None:
                yield Way(step_id, outcome.next, decision_id, outcome_id, (*path, "next"), bounded)
            if outcome.at_most is not None:
                then = (*path, "at_most", "then")
                yield Way(step_id, outcome.at_most.then, decision_id, outcome_id, then, bounded=True)
    if step.next is not None:
        yield Way(step_id, step.next, None, None, ("steps", step_id, "next"), bounded=False)
    elif following is not None and runs_out(step):
        yield Way(step_id, following, None, None, ("steps", step_id), bounded=False)


def runs_out(step: Step) -> bool:
    """Whether a case can leave this step by its end, onto the step below it or, after the last one, out of the flow.

    An outcome without `next` stays in the step, and the step then goes on as usual: only decisions
    whose outcomes all lead somewhere close the ordinary way.
    """
    always_decided = any(
        decision.outcomes and all(outcome.next is not None for outcome in decision.outcomes.values())
        for decision in step.decisions.values()
    )
    return step.next is None and not always_decided


def reachable(ways_of_flow: list[Way], start: str) -> frozenset[str]:
    """The steps and end states that a case which begins at `start` can come to."""
    ways: dict[str, list[str]] = {}
    for way in ways_of_flow:
        ways.setdefault(way.step, []).append(way.target)
    seen, waiting = {start}, [start]
    while waiting:
        for target in ways.get(waiting.pop(), []):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
