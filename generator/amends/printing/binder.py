"""The binder: everything of a department or of a role in one PDF, with its sheets as they are printed alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from amends.documents.bound.binder_sheet import Binder, index_chapters, reading_chapters, severity_lines
from amends.documents.bound.blocks import Chapter, Prose, Section
from amends.documents.bound.blocks import Part as Passage
from amends.documents.call_lines import call_lines
from amends.documents.role_card import card_roles
from amends.documents.sheets import Fingerprints, Sheets
from amends.edition.edition import Edition
from amends.model.sop import Paper
from amends.printing.book_data import Places, chapters_data, section_data
from amends.printing.cards import CARDS, DEPARTMENT, ROLE
from amends.printing.checklists import CHECKLISTS
from amends.printing.fingerprint import fingerprint
from amends.printing.forms import FORMS
from amends.printing.kind import Data, PrintedKind, PrintJob, Sheet, page_address
from amends.printing.plain_data import call_data

_FOLDERS = {DEPARTMENT.option: "departments", ROLE.option: "roles"}


def _marks(sheets: Sheets) -> Fingerprints:  # noqa: ARG001 - the mark of a binder is that of what it prints
    return {}


def _jobs(sheets: Sheets, marks: Fingerprints) -> Iterator[PrintJob]:
    """One for each department, and for each role if it is asked for; for each role where there are no departments."""
    edition = sheets.edition
    people = card_roles(edition)
    members = {
        key: tuple(role for role in people if edition.sop.roles[role].department == key)
        for key in edition.sop.departments
    }
    departments = {key: roles for key, roles in members.items() if roles}
    for key, roles in departments.items():
        yield _job(sheets, marks, DEPARTMENT.option, key, roles)
    for role in people:
        yield _job(sheets, marks, ROLE.option, role, (role,), only_named=bool(departments))


def _job(  # noqa: PLR0913 - what tells one binder from another
    sheets: Sheets, marks: Fingerprints, option: str, key: str, roles: tuple[str, ...], *, only_named: bool = False
) -> PrintJob:
    edition, folder = sheets.edition, _FOLDERS[option]
    name = f"{folder}/{key}"
    binder = Binder(sheets, key, edition.title(name), roles)
    sheet = Sheet(binder, f"{edition.sop.document.number}-{key.upper()}", "", page_address(edition, name))
    return PrintJob(
        BINDER,
        f"print/binders/{name}.pdf",
        edition.words("page.binder", title=binder.title),
        (sheet,),
        (option, key),
        partial(_parts, binder, marks),
        only_named,
    )


def _parts(binder: Binder, marks: Fingerprints) -> tuple[PrintJob, ...]:
    """The sheets that are bound in, as their own kinds print them."""
    wanted = ((CARDS, ROLE.option, binder.roles), (CHECKLISTS, "step", binder.steps), (FORMS, "record", binder.records))
    return tuple(_bound_in(binder, marks, kind, {(option, key) for key in keys}) for kind, option, keys in wanted)


def _bound_in(binder: Binder, marks: Fingerprints, kind: PrintedKind, wanted: set[tuple[str, str]]) -> PrintJob:
    jobs = (job for job in kind.jobs(binder.sheets, marks) if job.asked_by in wanted)
    order = {job.asked_by: job.sheets[0] for job in jobs}
    return PrintJob(kind, f"print/{kind.name}.pdf", "", tuple(order.values()))


def _data(edition: Edition, binder: Binder, paper: Paper) -> Data:  # noqa: ARG001 - the same on any
    front, back = tuple(index_chapters(binder)), tuple(reading_chapters(binder))
    chapters = chapters_data((*front, *back), _places(binder))
    severities = Section(None, (), (Passage("", (Prose(severity_lines(edition)),)),))
    shown = {
        "title": binder.title,
        "calls": [call_data(call) for call in call_lines(edition, binder.calls)],
        "severities": section_data(severities)["parts"],
        "front": chapters[: len(front)],
        "back": chapters[len(front) :],
    }
    mark = fingerprint({**shown, "steps": binder.steps, "records": binder.records})
    return {**shown, "contents": _contents(binder, front, back), "fingerprint": mark}


def _places(binder: Binder) -> Places:
    return {
        **{f"steps/{step}": f"step-{step}" for step in binder.steps},
        **{f"records/{record}": f"first-{record}" for record in binder.records},
    }


def _contents(binder: Binder, front: tuple[Chapter, ...], back: tuple[Chapter, ...]) -> list[Data]:
    """The list of contents, in the order of the pages: groups with their entries."""
    edition, words = binder.edition, binder.edition.words
    sheets = [binder.sheets.steps[step] for step in binder.steps]
    steps = [_entry(f"step-{it.id}", it.title.plain, str(it.number or it.code), it.colour) for it in sheets]
    records = edition.sop.records
    forms = [_entry(f"first-{key}", edition.title(f"records/{key}"), records[key].code or "") for key in binder.records]
    groups = [
        *(_group(chapter, number) for number, chapter in enumerate(front)),
        {"title": words("page.cards"), "entries": [_entry("cards", words("page.cards"))]},
        {"title": words("page.checklists"), "entries": steps},
        *(_group(chapter, number) for number, chapter in enumerate(back, start=len(front))),
        {"title": words("book.forms"), "entries": forms},
    ]
    return [group for group in groups if group["entries"]]


def _group(chapter: Chapter, number: int) -> Data:
    entries = [
        _entry(f"section-{number}-{at}", section.title.plain if section.title else chapter.title, section.badge)
        for at, section in enumerate(chapter.sections)
    ]
    return {"title": chapter.title, "entries": entries}


def _entry(label: str, title: str, badge: str = "", colour: str = "slate") -> Data:
    return {"label": label, "title": title, "badge": badge, "colour": colour}


BINDER = PrintedKind(
    "binder",
    "binder.typ",
    (ROLE, DEPARTMENT),
    _marks,
    _jobs,
    _data,
    is_fitted=False,
    words=("print", "book"),
    made="named",
)
