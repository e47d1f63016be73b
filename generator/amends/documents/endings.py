"""The questions by which a case ends: those that sort it out at the beginning, and those that close it."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.pause_points import PauseSheet, pauses_at
from amends.documents.sheets import Sheets
from amends.documents.step_sheet import DecisionBox
from amends.model.base import EVENTS
from amends.model.flow import case_steps
from amends.model.sop import Sop

Asked = tuple[str, DecisionBox]
"""A step by its id, and one of its questions."""

_SETTLED = EVENTS[EVENTS.index("found") :]
"""From the first of these events on, nobody asks any more whether the matter is one for us."""
_CLOSED = "closed"


def sorting_questions(sheets: Sheets) -> tuple[Asked, ...]:
    """The questions of the first steps with an answer that ends the case there: not ours, not a complaint at all."""
    return tuple(_ending(sheets, _first_steps(sheets.edition.sop)))


def closing_questions(sheets: Sheets) -> tuple[Asked, ...]:
    """The questions of all later steps with an answer that ends the case."""
    first = _first_steps(sheets.edition.sop)
    return tuple(_ending(sheets, [step for step in case_steps(sheets.edition.sop) if step not in first]))


def closing_pauses(sheets: Sheets) -> tuple[PauseSheet, ...]:
    """The pause points of the steps in which a case is closed or ends, each once."""
    steps = sheets.edition.sop.steps
    ending = {step for step, _ in closing_questions(sheets)}
    closing = [step for step in case_steps(sheets.edition.sop) if step in ending or steps[step].sets == _CLOSED]
    found = {pause.id: pause for step in closing for pause in pauses_at(sheets.edition, step)}
    return tuple(found.values())


def _first_steps(sop: Sop) -> list[str]:
    """The steps before anything about the matter is settled; all but the last one, if no step settles anything."""
    order = case_steps(sop)
    settling = (at for at, step in enumerate(order) if sop.steps[step].sets in _SETTLED)
    return order[: next(settling, len(order) - 1)]


def _ending(sheets: Sheets, steps: list[str]) -> Iterator[Asked]:
    for step in steps:
        for box in sheets.steps[step].decisions:
            if any(answer.tone == "end" for answer in box.outcomes):
                yield step, box
