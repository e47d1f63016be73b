"""The ways on from a step, for the list on the page of the process."""

from __future__ import annotations

from itertools import chain

from amends.documents.step_sheet import OutcomeRow, StepSheet


def ways_on(sheet: StepSheet) -> list[list[OutcomeRow]]:
    """The answers that lead away from the step, of all its decisions; answers with the same way share a row."""
    found: dict[str, list[OutcomeRow]] = {}
    for row in chain.from_iterable(box.outcomes for box in sheet.decisions):
        if row.tone != "stay":
            found.setdefault(row.leads.plain, []).append(row)
    return list(found.values())
