"""Role cards: one for each role that is a person, packs for a department and for a person, and a pack of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from amends.documents.call_lines import call_lines
from amends.documents.point_rows import PointRow
from amends.documents.role_card import FilledRole, RoleCard, card_roles, person_card
from amends.documents.sheets import Fingerprints, Sheets
from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition, Phrase
from amends.model.people import Holder
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


_NOTHING: Final[Mapping[str, tuple[Phrase, ...]]] = MappingProxyType({})


def _marks(sheets: Sheets) -> Fingerprints:
    cards = {f"roles/{role_id}": sheets.cards[role_id] for role_id in card_roles(sheets.edition)}
    people = {f"holders/{card.id}": card for card in _person_cards(sheets)}
    return {name: fingerprint(_data(sheets.edition, card)) for name, card in {**cards, **people}.items()}


def _person_cards(sheets: Sheets) -> Iterator[RoleCard]:
    """A card for each person with several roles that have one."""
    edition = sheets.edition
    for key, holder in edition.sop.holders.items():
        hats = _hats(sheets, holder)
        if len(hats) > 1:
            yield person_card(edition, key, [sheets.cards[role] for role in hats], sheets.scripts)


def _hats(sheets: Sheets, holder: Holder) -> list[str]:
    with_card = card_roles(sheets.edition)
    return [role for role in holder.roles if role in with_card]


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    edition, words = sheets.edition, sheets.edition.words
    singles = {key: _single(sheets, key, marks) for key in card_roles(edition)}
    printed = {key: job.sheets[0] for key, job in singles.items()}
    if printed:
        yield _pack("print/cards.pdf", words("page.cards"), singles.values())
    people = {card.id: _person_sheet(edition, card, marks) for card in _person_cards(sheets)}
    for key, holder in edition.sop.holders.items():
        hats = _hats(sheets, holder)
        if hats:
            title, card = words("page.card", title=holder.name), people.get(key) or printed[hats[0]]
            yield PrintJob(CARDS, f"print/people/{key}.pdf", title, (card,), (_PERSON.option, key))
    for department in (*edition.sop.departments, None):
        members = {role: job for role, job in singles.items() if edition.sop.roles[role].department == department}
        yield from members.values()
        if members and department:
            # A department with one card has the PDF of that card, with its title, so that it is made once.
            [role, *more] = members
            titled = edition.title(f"departments/{department}") if more else sheets.cards[role].title
            title, path = words("page.card", title=titled), f"print/departments/{department}.pdf"
            yield _pack(path, title, members.values(), (DEPARTMENT.option, department))


def _single(sheets: Sheets, role: str, marks: Fingerprints) -> PrintJob:
    card = sheets.cards[role]
    title, sheet = sheets.edition.words("page.card", title=card.title), _sheet(sheets.edition, card, marks)
    return PrintJob(CARDS, f"print/cards/{role}.pdf", title, (sheet,), (ROLE.option, role))


def _pack(path: str, title: str, singles: Collection[PrintJob], asked_by: tuple[str, str] | None = None) -> PrintJob:
    parts = tuple(singles)
    whole = tuple(job.sheets[0] for job in parts)
    return PrintJob(CARDS, path, title, whole, asked_by, put_together=parts if len(parts) > 1 else ())


def _sheet(edition: Edition, card: RoleCard, marks: Fingerprints) -> Sheet:
    name = f"roles/{card.id}"
    number = f"{edition.sop.document.number}-{edition.sop.roles[card.id].code or card.id.upper()}"
    return Sheet(card, number, marks[name], page_address(edition, name))


def _person_sheet(edition: Edition, card: RoleCard, marks: Fingerprints) -> Sheet:
    number = f"{edition.sop.document.number}-{card.id.upper()}"
    first = edition.sop.holders[card.id].roles[0]
    return Sheet(card, number, marks[f"holders/{card.id}"], page_address(edition, f"roles/{first}"))


def _data(edition: Edition, card: RoleCard, paper: Paper = "a4") -> Data:  # noqa: ARG001 - what a card says is the same
    return {
        "id": card.id,
        "title": card.title,
        "holders": edition.words("list-separator").join(card.holders),
        "department": card.department.title.plain if card.department else "",
        "colour": card.colour,
        "summary": runs_data(card.summary),
        "steps": _steps(edition, card.steps, card.helps),
        "filled": [_filled(edition, filled) for filled in card.filled],
        "duties": _points(card.duties),
        "say": [script_data(script) for script in card.scripts],
        "limits": all_runs_data(card.authority),
        "may": [*all_runs_data(card.powers), *_points(card.may)],
        "never": donts_data(card.never),
        "calls": [call_data(call) for call in call_lines(edition, card.calls)],
        "pauses": [pause_data(pause) for pause in card.pauses],
        "before": [],
        "after": _answers_for(edition, card),
    }


def _filled(edition: Edition, filled: FilledRole) -> Data:
    return {"title": filled.title, "steps": _steps(edition, filled.steps), "duties": _points(filled.duties)}


def _steps(
    edition: Edition, steps: Iterable[StepSheet], helps: Mapping[str, tuple[Phrase, ...]] = _NOTHING
) -> list[Data]:
    return [
        {
            "number": step.number,
            "code": step.code,
            "title": step.title.plain,
            "limit": _limit(edition, step),
            "does": all_runs_data(helps.get(step.id, ())),
        }
        for step in steps
    ]


def _answers_for(edition: Edition, card: RoleCard) -> list[Data]:
    """The steps of others for which the role answers, as one list of titles."""
    titles = [edition.titled(f"steps/{step.id}") for step in card.answers_for]
    points = all_runs_data(titles)
    return [{"title": edition.words("print.answers_for"), "points": points, "forbidden": False}] if points else []


def _limit(edition: Edition, step: StepSheet) -> str | None:
    """The time limit in one line, with the event from which it counts; a card has no room for “from the step”."""
    values = [f"{chip.label} {chip.value}".strip() for chip in step.limits]
    notes = step.limit_notes if edition.sop.steps[step.id].start else filter(None, (step.limit_when,))
    return edition.words("chip-separator").join((*values, *notes)) or None


def _points(rows: Iterable[PointRow]) -> list[list[Data] | None]:
    return all_runs_data(row.text for row in rows)


CARDS = PrintedKind(
    "cards",
    "cards.typ",
    (ROLE, DEPARTMENT, _PERSON),
    _marks,
    _jobs,
    _data,
    is_fitted=True,
    has_frame=True,
    shape="faces",
)
