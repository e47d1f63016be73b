"""Every printed kind. A new kind needs a module, a template and a line here."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.sheets import Fingerprints, Sheets
from amends.printing.binder import BINDER
from amends.printing.bound_handbook import HANDBOOK
from amends.printing.cards import CARDS
from amends.printing.checklists import CHECKLISTS
from amends.printing.forms import FORMS
from amends.printing.kind import PrintedKind, PrintJob
from amends.printing.leaflet import LEAFLET
from amends.printing.letters import LETTERS
from amends.printing.pocket import POCKET
from amends.printing.posters import POSTERS
from amends.printing.process import PROCESS

KINDS: tuple[PrintedKind, ...] = (
    CHECKLISTS,
    CARDS,
    POCKET,
    FORMS,
    PROCESS,
    POSTERS,
    LETTERS,
    LEAFLET,
    HANDBOOK,
    BINDER,
)


def fingerprints(sheets: Sheets) -> Fingerprints:
    """The marks of all printed sheets of one edition."""
    return {name: mark for kind in KINDS for name, mark in kind.marks(sheets).items()}


def print_jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    """Every PDF of one edition."""
    return (job for kind in KINDS for job in kind.jobs(sheets, marks))
