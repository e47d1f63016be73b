"""Step checklists: one sheet for each step, and a pack of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.documents.pause_points import pauses_at
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import ActionRow, DecisionBox, LimitRow, OutcomeRow, StepSheet
from amends.edition.edition import Edition, Named, Phrase
from amends.edition.inline import Run
from amends.model.duration import BySeverity
from amends.model.sop import Paper
from amends.printing.fingerprint import fingerprint
from amends.printing.kind import (
    Data,
    PrintedKind,
    PrintJob,
    Selector,
    Sheet,
    page_address,
)
from amends.printing.limit_cells import limit_cells, severity_names
from amends.printing.plain_data import donts_data, pause_data, runs_data, script_data

_STEP = Selector("step", "step", "steps", "Only the checklist of this step; repeatable.")


def _marks(sheets: Sheets) -> Fingerprints:
    """A mark for each step: from what its checklist prints, and from the ids of the boxes to which ticks belong."""
    return {f"steps/{step_id}": fingerprint(_shown(sheets, step_id)) for step_id in sheets.steps}


def _shown(sheets: Sheets, step_id: str) -> Data:
    step = sheets.steps[step_id]
    answers = [f"{box.id}/{answer.id}" for box in step.decisions for answer in box.outcomes]
    return {**_data(sheets.edition, step), "boxes": [*(action.id for action in step.actions), *answers]}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    singles = tuple(_single(sheets, key, marks) for key in sheets.steps)
    whole = tuple(job.sheets[0] for job in singles)
    title = sheets.edition.words("page.checklists")
    yield PrintJob(CHECKLISTS, "print/checklists.pdf", title, whole, put_together=singles)
    yield from singles


def _single(sheets: Sheets, key: str, marks: Fingerprints) -> PrintJob:
    step = sheets.steps[key]
    title, sheet = sheets.edition.words("page.checklist", title=step.title.plain), _sheet(sheets.edition, step, marks)
    return PrintJob(CHECKLISTS, f"print/checklists/{key}.pdf", title, (sheet,), (_STEP.option, key))


def _sheet(edition: Edition, step: StepSheet, marks: Fingerprints) -> Sheet:
    number = f"{edition.sop.document.number}-{step.code or step.id.upper()}"
    return Sheet(step, number, marks[f"steps/{step.id}"], page_address(edition, f"checklists/{step.id}"))


def _data(edition: Edition, step: StepSheet, paper: Paper = "a4") -> Data:  # noqa: ARG001 - a step is the same on any
    return {
        "id": step.id,
        "code": step.code or None,
        "number": step.number,
        "title": step.title.plain,
        "purpose": runs_data(step.purpose),
        "beside": runs_data(step.beside),
        "phase": step.phase.title.plain,
        "colour": step.colour,
        "role": edition.words("list-separator").join(doer.title.plain for doer in step.doers),
        "department": step.department,
        "accountable": step.accountable.title.plain,
        "severities": severity_names(edition),
        "limits": [*_own_limit(edition, step), *_more_limits(edition, step)],
        "pauses": [pause_data(pause) for pause in pauses_at(edition, step.id)],
        "records": [_record(edition, record) for record in step.records],
        "actions": [_action(action) for action in step.first_actions],
        "then": [_action(action) for action in step.then_actions],
        "say": [script_data(script) for script in step.scripts],
        "decisions": [_decision(edition, decision) for decision in step.decisions],
        "never": donts_data(step.avoid),
        "next": None if step.is_standing else runs_data(step.onward),
    }


def _own_limit(edition: Edition, step: StepSheet) -> Iterator[Data]:
    """The row of the step's own time limit, if it has one."""
    if within := edition.sop.steps[step.id].within:
        yield _limit_row(edition, edition.words("print.this_step"), within, step.limit_notes, is_due=True)


def _more_limits(edition: Edition, step: StepSheet) -> Iterator[Data]:
    limits = edition.sop.steps[step.id].limits
    for row in step.more_limits:
        notes = [row.start or "", row.when or "", *_kind(edition, row)]
        if row.extend:
            longest = edition.words("list-separator").join(f"{chip.label} {chip.value}".strip() for chip in row.extend)
            notes.append(edition.words("extend", longest=longest))
        yield _limit_row(edition, row.title.plain, limits[row.id].within, notes, is_due=row.kind == "within")


def _limit_row(edition: Edition, title: str, within: BySeverity, notes: Iterable[str], *, is_due: bool) -> Data:
    """One time limit as a row: the times of neighbouring severities that are the same share a cell.

    `is_due`: by a day and an hour that can be written down.
    """
    note = edition.words("clause-separator").join(note for note in notes if note)
    return {"title": title, "note": note or None, "cells": limit_cells(edition, within), "due": is_due}


def _record(edition: Edition, record: Named) -> Data:
    only = edition.scope(edition.sop.records[record.id].when)
    return {"code": record.code, "title": edition.words("chip-separator").join((record.title.plain, *only))}


def _kind(edition: Edition, limit: LimitRow) -> list[str]:
    return [] if limit.kind == "within" else [edition.words(f"limit-kind.{limit.kind}")]


def _action(action: ActionRow) -> Data:
    return {
        "text": runs_data(action.text),
        "hint": runs_data(action.hint),
        "by": action.by.title.plain if action.by else None,
        "when": action.when,
        "say": [it.code or it.title.plain for it in (*action.say, *action.letters)],
        "words": runs_data(action.words),
    }


def _decision(edition: Edition, decision: DecisionBox) -> Data:
    return {
        "question": runs_data(decision.question),
        "by": decision.by.title.plain if decision.by else None,
        "outcomes": [_outcome(edition, outcome) for outcome in decision.outcomes],
    }


def _outcome(edition: Edition, outcome: OutcomeRow) -> Data:
    return {
        "label": runs_data(outcome.label),
        "do": runs_data(_todo(edition, outcome)),
        "leads": None if outcome.tone == "stay" else outcome.leads.plain,
        "tone": outcome.tone,
    }


def _todo(edition: Edition, outcome: OutcomeRow) -> Phrase | None:
    """In which case it is an answer, what to do, who to hand over to and who to inform, in one line."""
    parts = list(outcome.do.runs) if outcome.do else []
    if outcome.when:
        parts = [Run(f"{outcome.when}{edition.words('colon') if parts else ''}"), *parts]
    for order in outcome.orders:
        parts.append(Run(f" {order}" if parts else order))
    return Phrase(tuple(parts), edition.locale) if parts else None


CHECKLISTS = PrintedKind("checklists", "checklist.typ", (_STEP,), _marks, _jobs, _data, is_fitted=True, has_frame=True)
