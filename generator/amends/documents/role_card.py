"""One role as a card: my steps, my words, what I may decide, what never, whom to call. Derived, never written twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amends.documents.step_sheet import ScriptBox, StepSheet
from amends.edition.edition import Edition, Phrase
from amends.edition.inline import Run
from amends.model.people import Call
from amends.model.step import Step
from amends.model.text import Points


@dataclass(frozen=True)
class StepRow:
    """A step in which the role acts, with its time limit in one line."""

    id: str
    number: int | None
    code: str
    title: str
    limit: str | None


@dataclass(frozen=True)
class FilledRole:
    """A role filled per case that this role may be: its steps and duties."""

    id: str
    title: str
    steps: tuple[StepRow, ...]
    duties: tuple[Phrase, ...]


@dataclass(frozen=True)
class CallRow:
    """Whom to call, when, and how to reach them."""

    when: Phrase
    who: str
    how: str | None


@dataclass(frozen=True)
class RoleCard:
    """All that somebody in this role carries in a pocket."""

    id: str
    title: str
    department: str
    department_id: str | None
    colour: str
    summary: Phrase | None
    steps: tuple[StepRow, ...]
    filled: tuple[FilledRole, ...]
    duties: tuple[Phrase, ...]
    scripts: tuple[ScriptBox, ...]
    may: tuple[Phrase, ...]
    never: tuple[Phrase, ...]
    calls: tuple[CallRow, ...]


def card_roles(edition: Edition) -> list[str]:
    """The ids of the roles that get a card: persons inside the organisation."""
    return [role_id for role_id, role in edition.sop.roles.items() if role.kind == "person"]


def role_card(
    edition: Edition, role_id: str, sheets: Mapping[str, StepSheet], boxes: Mapping[str, ScriptBox]
) -> RoleCard:
    """The card of one role; `sheets` are those of all steps, `boxes` the words of all scripts."""
    sop = edition.sop
    role = sop.roles[role_id]
    department = sop.departments.get(role.department or "")
    return RoleCard(
        id=role_id,
        title=edition.plain(role.title),
        department=edition.plain(department.title) if department else "",
        department_id=role.department,
        colour=department.colour if department else "slate",
        summary=edition.phrase(role.summary) if role.summary else None,
        steps=_steps(edition, role_id, sheets),
        filled=tuple(_filled(edition, case_role, sheets) for case_role in filled_roles(edition, role_id)),
        duties=_points(edition, role.duties),
        scripts=tuple(boxes[script] for script in scripts_of_role(edition, role_id)),
        may=(*_authority(edition, role_id), *_points(edition, role.may)),
        never=_points(edition, role.never),
        calls=tuple(_call(edition, call) for call in role.calls.values()),
    )


def filled_roles(edition: Edition, role_id: str) -> list[str]:
    """The roles filled per case that this role may be."""
    return [case_role for case_role, role in edition.sop.roles.items() if role_id in role.filled_by]


def steps_of_role(edition: Edition, role_id: str) -> list[str]:
    """The steps that a role does, or in which it does at least one action or decision."""
    return [step_id for step_id, step in edition.sop.steps.items() if role_id in _doers(step)]


def scripts_of_role(edition: Edition, role_id: str) -> tuple[str, ...]:
    """The scripts that a role speaks, in the order of the steps: as itself, and as whatever it may be in a case.

    Who talks with the customer under the own role already carries those words; of a role filled per case
    such a card adds only what belongs to the talk. A pocket holds no more.
    """
    steps = edition.sop.steps.values()
    talks = any(step.conversation and step.responsible == role_id for step in steps)
    mine, mine_in_talk = {role_id}, {role_id, *filled_roles(edition, role_id)}
    spoken = [_spoken(step, mine if talks and not step.conversation else mine_in_talk) for step in steps]
    return tuple(dict.fromkeys(script for scripts in spoken for script in scripts))


def _doers(step: Step) -> set[str | None]:
    return {
        step.responsible,
        *(action.by for action in step.actions.values()),
        *(d.by for d in step.decisions.values()),
    }


def _spoken(step: Step, speakers: set[str]) -> list[str]:
    mine = [action.say for action in step.actions.values() if (action.by or step.responsible) in speakers]
    answers = [
        outcome.say
        for decision in step.decisions.values()
        if (decision.by or step.responsible) in speakers
        for outcome in decision.outcomes.values()
    ]
    whole = [step.scripts] if step.responsible in speakers else []
    return [script for scripts in (*mine, *answers, *whole) for script in scripts]


def _steps(edition: Edition, role_id: str, sheets: Mapping[str, StepSheet]) -> tuple[StepRow, ...]:
    return tuple(_step(edition, sheets[step_id]) for step_id in steps_of_role(edition, role_id))


def _step(edition: Edition, sheet: StepSheet) -> StepRow:
    limit = edition.words("chip-separator").join(f"{chip.label} {chip.value}".strip() for chip in sheet.limits)
    return StepRow(sheet.id, sheet.number, sheet.code, sheet.title.plain, limit or None)


def _filled(edition: Edition, case_role: str, sheets: Mapping[str, StepSheet]) -> FilledRole:
    title = edition.title(f"roles/{case_role}")
    return FilledRole(
        case_role,
        edition.words("as-role", role=title),
        _steps(edition, case_role, sheets),
        _points(edition, edition.sop.roles[case_role].duties),
    )


def _authority(edition: Edition, role_id: str) -> tuple[Phrase, ...]:
    """What the authority table lets this role give."""
    return tuple(
        Phrase((Run(_level(edition, level_id)),), edition.words.locale)
        for level_id, level in edition.sop.authority.items()
        if role_id in level.roles
    )


def _level(edition: Edition, level_id: str) -> str:
    level = edition.sop.authority[level_id]
    if level.limit is None:
        text = edition.words("authority.unlimited", level=level.code)
    else:
        text = edition.words("authority.up-to", level=level.code, limit=edition.money(level.limit))
    if severities := edition.severities(level.severities):
        text += edition.words("authority.severities", severities=severities)
    return text


def _call(edition: Edition, call: Call) -> CallRow:
    sop = edition.sop
    contact_id = call.contact or (sop.roles[call.role].contact if call.role else None)
    contact = sop.contacts.get(contact_id or "")
    who = contact.title if contact and not call.role else sop.roles[call.role].title if call.role else None
    ways = [contact.phone, contact.email] if contact else []
    how = edition.words("chip-separator").join(way for way in ways if way)
    return CallRow(edition.phrase(call.when), edition.plain(who) if who else "", how or None)


def _points(edition: Edition, points: Points) -> tuple[Phrase, ...]:
    return tuple(edition.phrase(point.text) for point in points.values())
