"""Sheets as the plain data that the print templates read; its shape stands at the head of each template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from amends.documents.print_jobs import Kind, PrintJob, Sheet
from amends.documents.process_sheet import ProcessSheet
from amends.documents.role_card import CallRow, FilledRole, RoleCard, StepRow
from amends.documents.step_sheet import DecisionBox, LimitRow, OutcomeRow, ScriptBox, StepSheet
from amends.edition.edition import Chip, Edition, Phrase
from amends.edition.inline import Run
from amends.render.process_pages import process_data
from amends.render.qr import qr_svg

Data = dict[str, Any]
Shape = Callable[[Edition, Any], Data]


def sheets_data(edition: Edition, job: PrintJob, paper: str = "a4") -> Data:
    """The fixed words, the document control, and the sheets or cards of one job."""
    shapes: dict[Kind, Shape] = {"checklists": _checklist, "cards": _card, "process": partial(_process, paper=paper)}
    name, shape = "cards" if job.kind == "cards" else "sheets", shapes[job.kind]
    return {
        "words": edition.words.group("print"),
        "control": _control(edition),
        name: [{**shape(edition, sheet.view), **_identity(sheet)} for sheet in job.sheets],
    }


def _control(edition: Edition) -> Data:
    document = edition.sop.document
    return {
        "organisation": edition.plain(edition.sop.organisation.name),
        "title": edition.plain(edition.sop.title),
        "number": document.number,
        "version": document.version,
        "effective": edition.date(document.effective),
        "owner": edition.title(f"roles/{document.owner}"),
        "next_review": edition.date(document.next_review),
    }


def _identity(sheet: Sheet) -> Data:
    return {
        "document_number": sheet.document_number,
        "fingerprint": sheet.fingerprint,
        "address": sheet.address,
        "qr": qr_svg(sheet.address) if sheet.address else None,
    }


def _process(edition: Edition, view: Any, *, paper: str) -> Data:
    sheet: ProcessSheet = view
    return process_data(edition, sheet, paper)


def _checklist(edition: Edition, view: Any) -> Data:
    sheet: StepSheet = view
    return {
        "id": sheet.id,
        "code": sheet.code or None,
        "number": sheet.number,
        "title": sheet.title.plain,
        "purpose": _runs(sheet.purpose),
        "phase": sheet.phase,
        "colour": sheet.colour,
        "role": sheet.responsible,
        "department": sheet.department,
        "accountable": sheet.accountable,
        "limits": _chips(sheet.limits),
        "more_limits": [_limit(edition, limit) for limit in sheet.more_limits],
        "records": [{"code": record.code, "title": record.title} for record in sheet.records],
        "actions": [
            {
                "text": _runs(action.text),
                "hint": _runs(action.hint),
                "by": action.by,
                "when": action.when,
                "say": _codes(edition, action.say),
                "words": _runs(action.words),
            }
            for action in sheet.actions
        ],
        "say": [_script(script) for script in sheet.scripts],
        "decisions": [_decision(edition, decision) for decision in sheet.decisions],
        "never": [_runs(phrase) for _, phrase in sheet.avoid],
    }


def _limit(edition: Edition, limit: LimitRow) -> Data:
    notes = [limit.start or "", *_kind(edition, limit)]
    if limit.extend:
        longest = edition.words("list-separator").join(f"{chip.label} {chip.value}".strip() for chip in limit.extend)
        notes.append(edition.words("extend", longest=longest))
    note = edition.words("clause-separator").join(note for note in notes if note)
    return {"title": limit.title.plain, "values": _chips(limit.values), "note": note or None}


def _kind(edition: Edition, limit: LimitRow) -> list[str]:
    return [] if limit.kind == "within" else [edition.words(f"limit-kind.{limit.kind}")]


def _decision(edition: Edition, decision: DecisionBox) -> Data:
    return {
        "question": _runs(decision.question),
        "by": decision.by,
        "outcomes": [_outcome(edition, outcome) for outcome in decision.outcomes],
    }


def _outcome(edition: Edition, outcome: OutcomeRow) -> Data:
    return {
        "label": _runs(outcome.label),
        "do": _runs(_todo(edition, outcome)),
        "leads": None if outcome.tone == "stay" else outcome.leads.plain,
        "tone": outcome.tone,
    }


def _todo(edition: Edition, outcome: OutcomeRow) -> Phrase | None:
    """What to do, whom to hand over to and whom to tell, in one line."""
    parts = list(outcome.do.runs) if outcome.do else []
    for order in outcome.orders:
        parts.append(Run(f" {order}" if parts else order))
    return Phrase(tuple(parts), edition.locale) if parts else None


def _card(_edition: Edition, view: Any) -> Data:
    card: RoleCard = view
    return {
        "id": card.id,
        "title": card.title,
        "department": card.department,
        "colour": card.colour,
        "summary": _runs(card.summary),
        "steps": _steps(card.steps),
        "filled": [_filled(filled) for filled in card.filled],
        "duties": _all_runs(card.duties),
        "say": [_script(script) for script in card.scripts],
        "may": _all_runs(card.may),
        "never": _all_runs(card.never),
        "calls": [_call(call) for call in card.calls],
    }


def _filled(filled: FilledRole) -> Data:
    return {"title": filled.title, "steps": _steps(filled.steps), "duties": _all_runs(filled.duties)}


def _call(call: CallRow) -> Data:
    return {"when": _runs(call.when), "who": call.who, "how": call.how}


def _steps(steps: Iterable[StepRow]) -> list[Data]:
    return [{"number": step.number, "code": step.code, "title": step.title, "limit": step.limit} for step in steps]


def _script(script: ScriptBox) -> Data:
    lines = [_runs(line) for _, line in script.lines]
    return {"code": script.code, "title": script.title, "ordered": script.is_ordered, "lines": lines}


def _codes(edition: Edition, scripts: Iterable[str]) -> list[str]:
    return [edition.sop.scripts[script].code or edition.title(f"scripts/{script}") for script in scripts]


def _chips(chips: Iterable[Chip]) -> list[Data]:
    return [{"label": chip.label, "value": chip.value} for chip in chips]


def _all_runs(phrases: Iterable[Phrase]) -> list[list[Data] | None]:
    return [_runs(phrase) for phrase in phrases]


def _runs(phrase: Phrase | None) -> list[Data] | None:
    """Runs for Typst; links inside the handbook mean nothing on paper."""
    if phrase is None:
        return None
    return [{"text": run.text, "style": run.style, "link": run.link} for run in phrase.runs]
