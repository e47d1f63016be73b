"""Who is responsible, accountable, consulted and informed (RACI) in each step, before it becomes a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition, Phrase
from amends.model.step import Step

Letter = Literal["R", "A", "C", "I"]
LETTERS: tuple[Letter, ...] = ("R", "A", "C", "I")


@dataclass(frozen=True)
class Part:
    """One action or decision of a step that is done by another role: its full name, and its text."""

    name: str
    text: Phrase


@dataclass(frozen=True)
class Cell:
    """The part of one role in one step: none, one or several letters, in the order of `LETTERS`.

    `parts` are the single actions and decisions that the role does; none if it does the step as a whole.
    `filled` are the letters that it has besides in a case in which it takes the part of a role that is filled per case.
    """

    role: str
    letters: tuple[Letter, ...]
    parts: tuple[Part, ...] = ()
    filled: tuple[Letter, ...] = ()


@dataclass(frozen=True)
class Row:
    """One step with a cell for every column."""

    step: str
    title: str
    colour: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """One role that has a part in any step, perhaps only in cases in which it fills another role."""

    role: str
    title: str
    colour: str


@dataclass(frozen=True)
class Group:
    """Neighbouring columns under one heading: the roles of a department, those of a case, those outside."""

    title: str
    colour: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Raci:
    """The matrix; the cells of every row are in the order of the columns."""

    groups: tuple[Group, ...]
    rows: tuple[Row, ...]


def raci(edition: Edition, sheets: Mapping[str, StepSheet]) -> Raci:
    """The matrix of all steps, also those outside the case, and of all roles that have a letter anywhere."""
    steps = edition.sop.steps
    named = {role for step in steps.values() for role in _letters(step)}
    groups = tuple(_groups(edition, named.union(*(edition.sop.roles[role].filled_by for role in named))))
    roles = [column.role for group in groups for column in group.columns]
    return Raci(groups, tuple(_row(edition, sheets[key], step, roles) for key, step in steps.items()))


def _row(edition: Edition, sheet: StepSheet, step: Step, roles: list[str]) -> Row:
    letters = _letters(step)
    cells = (
        Cell(
            role,
            letters.get(role, ()),
            tuple(_parts(edition, sheet.id, step, role)),
            tuple(letter for letter in LETTERS if letter in _filled(edition, letters, role)),
        )
        for role in roles
    )
    return Row(sheet.id, sheet.title.plain, sheet.colour, tuple(cells))


def _filled(edition: Edition, letters: Mapping[str, tuple[Letter, ...]], role: str) -> set[Letter]:
    """The letters of the roles that this role may fill, without its own."""
    roles = edition.sop.roles
    found = {letter for other, theirs in letters.items() if role in roles[other].filled_by for letter in theirs}
    return found - {*letters.get(role, ())}


def _letters(step: Step) -> dict[str, tuple[Letter, ...]]:
    """The letters of each role. A role that does a single action or decision has an R too."""
    by = [*(action.by for action in step.actions.values()), *(decision.by for decision in step.decisions.values())]
    who: dict[Letter, set[str]] = {
        "R": {role for role in (step.responsible, *by) if role},
        "A": {step.accountable},
        "C": set(step.consulted),
        "I": set(step.informed),
    }
    roles = set[str]().union(*who.values())
    return {role: tuple(letter for letter in LETTERS if role in who[letter]) for role in roles}


def _parts(edition: Edition, step_id: str, step: Step, role: str) -> Iterator[Part]:
    if role == step.responsible:
        return
    for key, action in step.actions.items():
        if action.by == role:
            yield Part(f"steps/{step_id}/actions/{key}", edition.phrase(action.do))
    for key, decision in step.decisions.items():
        if decision.by == role:
            yield Part(f"steps/{step_id}/decisions/{key}", edition.phrase(decision.question))


def _groups(edition: Edition, in_use: set[str]) -> Iterator[Group]:
    """First the roles that are filled per case, since they do most; then the departments; last the external roles."""
    sop, words = edition.sop, edition.words
    roles = {role_id: role for role_id, role in sop.roles.items() if role_id in in_use}
    yield from _group(edition, words("roles.kind.case"), [key for key, role in roles.items() if role.kind == "case"])
    persons = {key: role for key, role in roles.items() if role.kind == "person"}
    for department_id, department in sop.departments.items():
        members = [key for key, role in persons.items() if role.department == department_id]
        yield from _group(edition, edition.plain(department.title), members)
    free = [key for key, role in persons.items() if role.department is None]
    yield from _group(edition, words("roles.kind.person"), free)
    outside = [key for key, role in roles.items() if role.kind == "external"]
    yield from _group(edition, words("roles.kind.external"), outside)


def _group(edition: Edition, title: str, roles: list[str]) -> Iterator[Group]:
    if roles:
        columns = tuple(Column(role, edition.title(f"roles/{role}"), edition.sop.colour_of(role)) for role in roles)
        yield Group(title, columns[0].colour, columns)
