"""The process as a graph: the ways from step to step."""

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
    `target` is a step's id or `end/STATE`. `path` is where the way is written; if the way only follows from the order
    of the steps, it is the path of the step. `bounded` says that a limit, `at_most`, is set. A way that `splits` does
    not leave the step: the target begins together with it.
    """

    step: str
    target: str
    decision: str | None
    outcome: str | None
    path: FieldPath
    bounded: bool
    splits: bool = False


def case_steps(sop: Sop) -> list[str]:
    """The ids of the steps of the case, in order. A step's number is its place in this list."""
    return [step_id for step_id, step in sop.steps.items() if not step.standing]


def numbers(sop: Sop) -> dict[str, int]:
    """The printed number of each step of the case, from 1."""
    return {step_id: rank for rank, step_id in enumerate(case_steps(sop), start=1)}


def side_by_side(sop: Sop) -> dict[str, tuple[str, ...]]:
    """The steps that run at the same time, for each of them: all in order, the one that the others name first.

    They stand directly below one another; `alongside` anywhere else is a mistake and joins nothing.
    """
    found: dict[str, tuple[str, ...]] = {}
    first = ""
    for step_id in case_steps(sop):
        if first and sop.steps[step_id].alongside == first:
            together = (*found.get(first, (first,)), step_id)
            found.update(dict.fromkeys(together, together))
        else:
            first = step_id
    return found


def after(sop: Sop) -> dict[str, str]:
    """The step or end to which the order of the steps leads from each; steps side by side all lead to the same one."""
    found = dict(pairwise(case_steps(sop)))
    for first, *others in dict.fromkeys(side_by_side(sop).values()):
        onward = sop.steps[first].next or found.get(others[-1])
        for step_id in (first, *others):
            found.pop(step_id, None)
            if onward is not None:
                found[step_id] = onward
    return found


def ways(sop: Sop) -> list[Way]:
    """Every way on between the steps of the case, in reading order."""
    return list(_all_ways(sop))


def _all_ways(sop: Sop) -> Iterator[Way]:
    following, together = after(sop), side_by_side(sop)
    for step_id in case_steps(sop):
        yield from _ways(step_id, sop.steps[step_id], following.get(step_id))
        first, *others = together.get(step_id, (step_id,))
        for other in others if step_id == first else ():
            yield Way(first, other, None, None, ("steps", other, "alongside"), bounded=False, splits=True)


def _ways(step_id: str, step: Step, following: str | None) -> Iterator[Way]:
    for decision_id, decision in step.decisions.items():
        for outcome_id, outcome in decision.outcomes.items():
            path = ("steps", step_id, "decisions", decision_id, "outcomes", outcome_id)
            bounded = outcome.at_most is not None
            if (target := outcome.way_from(step_id)) is not None:
                field = "next" if outcome.next is not None else "stay"
                yield Way(step_id, target, decision_id, outcome_id, (*path, field), bounded)
            if outcome.at_most is not None:
                then = (*path, "at_most", "then")
                yield Way(step_id, outcome.at_most.then, decision_id, outcome_id, then, bounded=True)
    if step.next is not None:
        yield Way(step_id, step.next, None, None, ("steps", step_id, "next"), bounded=False)
    elif following is not None and runs_out(step):
        yield Way(step_id, following, None, None, ("steps", step_id), bounded=False)


def runs_out(step: Step) -> bool:
    """Whether a case can go on from the end of this step to the step below it, or end there after the last step.

    After an outcome without `next` and without `stay` the case goes on with the step, and then to the step below. So
    the ordinary way is closed only if the step has a `next`, or a decision whose outcomes all have one of the two.
    """
    always_decided = any(
        decision.outcomes and all(outcome.next is not None or outcome.stay for outcome in decision.outcomes.values())
        for decision in step.decisions.values()
    )
    return step.next is None and not always_decided


def reachable(ways_of_flow: list[Way], *starts: str) -> frozenset[str]:
    """The steps and end states that a case can reach from any of the `starts`, which count too."""
    following = _following(ways_of_flow)
    seen, waiting = set(starts), list(starts)
    while waiting:
        for target in following.get(waiting.pop(), []):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def rounds(ways_of_flow: list[Way]) -> dict[str, str]:
    """The round to which each step and end state belongs, by the name of one of its members.

    From each member of a round a case can reach each other one; most steps are a round of their own. These are the
    strongly connected components of Tarjan's algorithm (1972), found in one pass and without recursion.
    """
    following = _following(ways_of_flow)
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    found: dict[str, str] = {}
    open_steps: list[str] = []
    for start in following:
        trail = [] if start in number else [(start, iter(following[start]))]
        while trail:
            step, targets = trail[-1]
            if step not in number:
                number[step] = lowest[step] = len(number)
                open_steps.append(step)
            target = next((it for it in targets if it not in number), None)
            if target is not None:
                trail.append((target, iter(following.get(target, []))))
                continue
            trail.pop()
            known = (it for it in following.get(step, []) if it not in found)
            lowest[step] = min([lowest[step], *(lowest[it] for it in known)])
            if lowest[step] == number[step]:
                while step not in found:
                    found[open_steps.pop()] = step
    return found


def _following(ways_of_flow: list[Way]) -> dict[str, list[str]]:
    following: dict[str, list[str]] = {}
    for way in ways_of_flow:
        following.setdefault(way.step, []).append(way.target)
    return following
