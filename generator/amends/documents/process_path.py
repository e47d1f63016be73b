"""The process as one path from step to step, for the wall: who, how long, and which answer leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amends.documents.pause_points import PauseSheet, pauses_at
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
from amends.model.flow import END, case_steps


@dataclass(frozen=True)
class WayOut:
    """The answers that lead from a step to the step `number`, or end the case in the state `end`."""

    answers: tuple[str, ...]
    number: int | None
    end: str | None


@dataclass(frozen=True)
class PathStep:
    """A step of the path; `ways` are those that do not lead to the next step."""

    sheet: StepSheet
    ways: tuple[WayOut, ...]
    pauses: tuple[PauseSheet, ...]


def process_path(edition: Edition, sheets: Mapping[str, StepSheet]) -> tuple[PathStep, ...]:
    """The steps of a case in their order; `sheets` are by step."""
    return tuple(
        PathStep(sheets[step], tuple(_ways(edition, step)), pauses_at(edition, step))
        for step in case_steps(edition.sop)
    )


def _ways(edition: Edition, step_id: str) -> Iterator[WayOut]:
    answers: dict[str, list[str]] = {}
    for decision in edition.sop.steps[step_id].decisions.values():
        for outcome in decision.outcomes.values():
            if (target := outcome.way_from(step_id)) is not None:
                answers.setdefault(target, []).append(edition.plain(outcome.label))
    following = edition.numbers[step_id] + 1
    for target, labels in answers.items():
        if target.startswith(END):
            state = edition.sop.end_states[target.removeprefix(END)]
            yield WayOut(tuple(labels), None, edition.plain(state.title))
        elif edition.numbers.get(target) != following:
            yield WayOut(tuple(labels), edition.numbers.get(target), None)
