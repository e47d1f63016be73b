"""Where the steps of plain data lead, for the steps that a layer removes; the model's own flow is `model/flow.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from amends.content.order import Order

ALONGSIDE = "alongside"
"""The field of a step that names another one, beside which it runs."""


class PlainFlow:
    """The steps of the case in their order, and where each leads."""

    def __init__(self, steps: Mapping[str, Any]) -> None:
        self.steps = {key: step for key, step in steps.items() if not is_standing(step)}
        self.following = dict(pairwise(self.steps))

    def ordinary(self, step_id: str) -> str | None:
        """Where a case goes after the step without any answer: its `next`, or the step below; None if nowhere."""
        written = self.written(step_id)
        return written if written is not None or not self.runs_out(step_id) else self.following.get(step_id)

    def written(self, step_id: str) -> str | None:
        """The `next` of the step itself."""
        written = self.steps[step_id].get("next")
        return written if isinstance(written, str) else None

    def runs_out(self, step_id: str) -> bool:
        """Whether the end of the step leads to the step below: it has no `next`, and no question always leads away."""
        decisions = _blocks(self.steps[step_id].get("decisions"))
        closed = any(
            answers and all("next" in answer or answer.get("stay") in ("true", True) for answer in answers)
            for answers in (list(_blocks(decision.get("outcomes"))) for decision in decisions)
        )
        return self.written(step_id) is None and not closed

    def onward(self, step_id: str) -> list[str]:
        """Every place to which a case may go on from the step: the ordinary one alone, if there is one."""
        if (ordinary := self.ordinary(step_id)) is not None:
            return [ordinary]
        answers = (
            answer
            for decision in _blocks(self.steps[step_id].get("decisions"))
            for answer in _blocks(decision.get("outcomes"))
        )
        targets = (answer.get("next") for answer in answers)
        return list(dict.fromkeys(target for target in targets if isinstance(target, str) and target != step_id))


def _blocks(value: object) -> Iterator[Mapping[str, Any]]:
    return (part for part in value.values() if isinstance(part, dict)) if isinstance(value, dict) else iter(())


def is_standing(step: object) -> bool:
    """Whether a step is outside the case, or not written as a step at all."""
    return not isinstance(step, dict) or step.get("standing") in ("true", True)


def in_order_side_by_side(steps: Mapping[str, Any]) -> Iterable[str]:
    """The steps in the same order, but for those that run alongside another one: they stand directly behind it."""
    order = Order(steps)
    for key in list(order):
        first = steps[key].get(ALONGSIDE) if isinstance(steps[key], dict) else None
        if isinstance(first, str) and first in order and first != key:
            order.move(key, first, behind=True)
    return order
