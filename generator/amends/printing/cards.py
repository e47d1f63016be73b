"""Role cards: one for each role that is a person, packs for a department and for a person, and a pack of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amends.documents.call_lines import call_lines
from amends.documents.point_rows import PointRow
from amends.documents.role_card import FilledRole, RoleCard, card_roles
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
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
from amends.printing.plain_data import all_runs_data, call_data, donts_data, pause_data, runs_data, script_data

ROLE = Selector(
    "role", "role with a card", "roles with a card", "Only what is of this role: its card, its binder; repeatable."
)
DEPARTMENT = Selector(
    "department",
    "department with cards",
    "departments with cards",
    "Only what is of this department: its cards, its binder; repeatable.",
)
_PERSON = Selector("person", "person with cards", "persons with cards", "Only the cards of this person; repeatable.")


def _marks(sheets: Sheets) -> Fingerprints:
    return {
        f"roles/{role_id}": fingerprint(_data(sheets.edition, sheets.cards[role_id]))
        for role_id in card_roles(sheets.edition)
    }


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition, words = sheets.edition, sheets.edition.words
    printed = {key: _sheet(edition, sheets.cards[key], marks) for key in card_roles(edition)}
    if printed:
        yield PrintJob(CARDS, "print/cards.pdf", words("page.cards"), tuple(printed.values()))
    for key, holder in edition.sop.holders.items():
        hats = tuple(printed[role] for role in holder.roles if role in printed)
        if hats:
            title = words("page.card", title=holder.name)
            yield PrintJob(CARDS, f"print/people/{key}.pdf", title, hats, (_PERSON.option, key))
    # A department often has one card only, which Typst remembers from the PDF before.
    for department in (*edition.sop.departments, None):
        members = {role: sheet for role, sheet in printed.items() if edition.sop.roles[role].department == department}
        for role, sheet in members.items():
            title = words("page.card", title=sheets.cards[role].title)
            yield PrintJob(CARDS, f"print/cards/{role}.pdf", title, (sheet,), (ROLE.option, role))
        if members and department:
            title = words("page.card", title=edition.title(f"departments/{department}"))
            pack = tuple(members.values())
            yield PrintJob(CARDS, f"print/departments/{department}.pdf", title, pack, (DEPARTMENT.option, department))


def _sheet(edition: Edition, card: RoleCard, marks: Fingerprints) -> Sheet:
    name = f"roles/{card.id}"
    number = f"{edition.sop.document.number}-{edition.sop.roles[card.id].code or card.id.upper()}"
    return Sheet(card, number, marks[name], page_address(edition, name))


def _data(edition: Edition, card: RoleCard, paper: Paper = "a4") -> Data:  # noqa: ARG001 - what a card says is the same
    return {
        "id": card.id,
        "title": card.title,
        "holders": edition.words("list-separator").join(card.holders),
        "department": card.department.title.plain if card.department else "",
        "colour": card.colour,
        "summary": runs_data(card.summary),
        "steps": _steps(edition, card.steps),
        "filled": [_filled(edition, filled) for filled in card.filled],
        "duties": _points(card.duties),
        "say": [script_data(script) for script in card.scripts],
        "limits": all_runs_data(card.authority),
        "may": _points(card.may),
        "never": donts_data(card.never),
        "calls": [call_data(call) for call in call_lines(edition, card.calls)],
        "pauses": [pause_data(pause) for pause in card.pauses],
        "before": [],
        "after": [],
    }


def _filled(edition: Edition, filled: FilledRole) -> Data:
    return {"title": filled.title, "steps": _steps(edition, filled.steps), "duties": _points(filled.duties)}


def _steps(edition: Edition, steps: Iterable[StepSheet]) -> list[Data]:
    return [
        {"number": step.number, "code": step.code, "title": step.title.plain, "limit": _limit(edition, step)}
        for step in steps
    ]


def _limit(edition: Edition, step: StepSheet) -> str | None:
    """The time limit in one line, with the event from which it counts; a card has no room for “from the step”."""
    values = [f"{chip.label} {chip.value}".strip() for chip in step.limits]
    notes = step.limit_notes if edition.sop.steps[step.id].start else filter(None, (step.limit_when,))
    return edition.words("chip-separator").join((*values, *notes)) or None


def _points(rows: Iterable[PointRow]) -> list[list[Data] | None]:
    return all_runs_data(row.text for row in rows)


CARDS = PrintedKind(
    "cards", "cards.typ", (ROLE, DEPARTMENT, _PERSON), _marks, _jobs, _data, is_fitted=True, shape="faces"
)
