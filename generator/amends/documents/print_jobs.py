"""What is printed: every PDF of one locale with its path and its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from amends.documents.fingerprint import PROCESS, Fingerprints
from amends.documents.process_sheet import ProcessSheet, process_sheet
from amends.documents.role_card import RoleCard, card_roles, role_card
from amends.documents.step_sheet import StepSheet, step_sheet
from amends.edition.edition import Edition

Kind = Literal["checklists", "cards", "process"]
KINDS: tuple[Kind, ...] = ("checklists", "cards", "process")


@dataclass(frozen=True)
class Sheet:
    """A step, a card or the process with what document control adds; `address` is where its QR code leads, or none."""

    view: StepSheet | RoleCard | ProcessSheet
    document_number: str
    fingerprint: str
    address: str | None


@dataclass(frozen=True)
class PrintJob:
    """One PDF: `path` is its place below the site of its locale, `print/checklists/accept.pdf`."""

    path: str
    kind: Kind
    title: str
    sheets: tuple[Sheet, ...]


def print_jobs(edition: Edition, marks: Fingerprints) -> Iterator[PrintJob]:
    """Every PDF of one edition: one per step and role, one per department, one of all; and the process as a picture."""
    yield from _checklists(edition, marks)
    yield from _cards(edition, marks)
    yield from _process(edition, marks)


def _checklists(edition: Edition, marks: Fingerprints) -> Iterator[PrintJob]:
    sheets = {key: _checklist(edition, marks, key) for key in edition.sop.steps}
    yield PrintJob("print/checklists.pdf", "checklists", edition.words("page.checklists"), tuple(sheets.values()))
    for key, sheet in sheets.items():
        title = edition.words("page.checklist", title=edition.title(f"steps/{key}"))
        yield PrintJob(f"print/checklists/{key}.pdf", "checklists", title, (sheet,))


def _cards(edition: Edition, marks: Fingerprints) -> Iterator[PrintJob]:
    sheets = {key: _card(edition, marks, key) for key in card_roles(edition)}
    if sheets:
        yield PrintJob("print/cards.pdf", "cards", edition.words("page.cards"), tuple(sheets.values()))
    for key, sheet in sheets.items():
        title = edition.words("page.card", title=edition.title(f"roles/{key}"))
        yield PrintJob(f"print/cards/{key}.pdf", "cards", title, (sheet,))
    for key in edition.sop.departments:
        members = tuple(sheet for role, sheet in sheets.items() if edition.sop.roles[role].department == key)
        if members:
            title = edition.words("page.card", title=edition.title(f"departments/{key}"))
            yield PrintJob(f"print/departments/{key}.pdf", "cards", title, members)


def _process(edition: Edition, marks: Fingerprints) -> Iterator[PrintJob]:
    for direction in ("landscape", "portrait"):
        view = process_sheet(edition, direction)
        number = f"{edition.sop.document.number}-{PROCESS.upper()}"
        sheet = Sheet(view, number, marks[PROCESS], _address(edition, "process"))
        yield PrintJob(f"print/process-{direction}.pdf", "process", edition.words("page.process"), (sheet,))


def _checklist(edition: Edition, marks: Fingerprints, step_id: str) -> Sheet:
    view = step_sheet(edition, step_id)
    number = f"{edition.sop.document.number}-{view.code or step_id.upper()}"
    return Sheet(view, number, marks[f"steps/{step_id}"], _address(edition, f"checklists/{step_id}"))


def _card(edition: Edition, marks: Fingerprints, role_id: str) -> Sheet:
    number = f"{edition.sop.document.number}-{edition.sop.roles[role_id].code or role_id.upper()}"
    return Sheet(role_card(edition, role_id), number, marks[f"roles/{role_id}"], _address(edition, f"roles/{role_id}"))


def _address(edition: Edition, page: str) -> str | None:
    """The page on the published site; none where the site's address is not known."""
    site = edition.sop.organisation.site_url
    return f"{site.rstrip('/')}/{edition.locale}/{page}.html" if site else None
