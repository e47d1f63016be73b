"""One role as a card: its steps, its scripts, what it may and must never do, and who to call. All derived."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from amends.documents.pause_points import PauseSheet, pause_sheets
from amends.documents.point_rows import DontRow, PointRow, dont_rows, point_rows
from amends.documents.step_sheet import ScriptBox, StepSheet
from amends.edition.edition import Edition, Named, Phrase
from amends.edition.inline import Run
from amends.model.base import Citable
from amends.model.people import Call
from amends.model.step import Step
from amends.model.tables import Authority


@dataclass(frozen=True)
class FilledRole:
    """A role filled per case that this role may take: its steps and duties; `title` is “as” with its name."""

    role: Named
    title: str
    steps: tuple[StepSheet, ...]
    duties: tuple[PointRow, ...]


@dataclass(frozen=True)
class CallRow:
    """Who to call, when, and how to reach them."""

    id: str
    when: Phrase
    who: Named | None
    how: str | None
    cited: Citable


@dataclass(frozen=True)
class RoleCard:
    """Everything on the pocket card of a role.

    `holders` are the names of the people who fill the role. `authority` is what it may give by the authority table,
    `powers` what it may do by that table, `may` what else it may do. `helps` are its own actions in the steps that
    another role does, by the ids of these steps. `answers_for` are steps of others for which it answers.
    """

    id: str
    title: str
    holders: tuple[str, ...]
    department: Named | None
    colour: str
    summary: Phrase | None
    steps: tuple[StepSheet, ...]
    helps: dict[str, tuple[Phrase, ...]]
    answers_for: tuple[StepSheet, ...]
    filled: tuple[FilledRole, ...]
    duties: tuple[PointRow, ...]
    scripts: tuple[ScriptBox, ...]
    authority: tuple[Phrase, ...]
    powers: tuple[Phrase, ...]
    may: tuple[PointRow, ...]
    never: tuple[DontRow, ...]
    calls: tuple[CallRow, ...]
    pauses: tuple[PauseSheet, ...]


_Row = TypeVar("_Row", bound=PointRow)


def card_roles(edition: Edition) -> list[str]:
    """The ids of the roles that get a card: persons inside the organisation."""
    return [role_id for role_id, role in edition.sop.roles.items() if role.kind == "person"]


def role_card(
    edition: Edition, role_id: str, sheets: Mapping[str, StepSheet], boxes: Mapping[str, ScriptBox]
) -> RoleCard:
    """The card of one role; `sheets` are those of all steps and `boxes` are all scripts, both by id."""
    sop = edition.sop
    role = sop.roles[role_id]
    return RoleCard(
        id=role_id,
        title=edition.plain(role.title),
        holders=tuple(holder.name for holder in sop.holders_of(role_id)),
        department=edition.named(f"departments/{role.department}") if role.department else None,
        colour=sop.colour_of(role_id),
        summary=edition.phrase(role.summary) if role.summary else None,
        steps=tuple(sheets[step_id] for step_id in steps_of_role(edition, role_id)),
        helps=_helps(edition, (role_id,)),
        answers_for=tuple(sheets[step_id] for step_id in _answered_for(edition, role_id)),
        filled=tuple(_filled(edition, role_id, case_role, sheets) for case_role in filled_roles(edition, role_id)),
        duties=point_rows(edition, role.duties),
        scripts=tuple(boxes[script] for script in scripts_of_role(edition, role_id)),
        authority=_authority(edition, role_id, of_sums=True),
        powers=_authority(edition, role_id, of_sums=False),
        may=point_rows(edition, role.may),
        never=dont_rows(edition, role.never),
        calls=tuple(_call(edition, key, call) for key, call in role.calls.items()),
        pauses=_pauses(edition, role_id),
    )


def person_card(
    edition: Edition, holder_id: str, cards: Sequence[RoleCard], boxes: Mapping[str, ScriptBox]
) -> RoleCard:
    """One card of all roles that a person fills; nothing stands on it twice, and nobody is told to call themselves."""
    holder = edition.sop.holders[holder_id]
    first, *_ = cards
    mine = {f"roles/{role}" for role in holder.roles}
    steps = {step.id: step for card in cards for step in card.steps}
    led = {step_id for step_id in steps if edition.sop.steps[step_id].responsible in holder.roles}
    answered = {step.id: step for card in cards for step in card.answers_for if step.id not in led}
    filled = {part.role.entry: part for card in cards for part in card.filled if part.role.entry not in mine}
    calls = {(call.when.plain, call.who): call for card in cards for call in card.calls if not _is_one_of(call, mine)}
    departments = {card.department for card in cards}
    return RoleCard(
        id=holder_id,
        title=holder.name,
        holders=tuple(card.title for card in cards),
        department=first.department if len(departments) == 1 else None,
        colour=first.colour,
        summary=None,
        steps=tuple(steps[step_id] for step_id in edition.sop.steps if step_id in steps),
        helps=_helps(edition, holder.roles),
        answers_for=tuple(answered.values()),
        filled=tuple(filled.values()),
        duties=_once(row for card in cards for row in card.duties),
        scripts=tuple(boxes[script] for script in _scripts_of(edition, [card.id for card in cards])),
        authority=tuple(dict.fromkeys(level for card in cards for level in card.authority)),
        powers=tuple(dict.fromkeys(power for card in cards for power in card.powers)),
        may=_once(row for card in cards for row in card.may),
        never=_once(row for card in cards for row in card.never),
        calls=tuple(calls.values()),
        pauses=tuple({pause.title.plain: pause for card in cards for pause in card.pauses}.values()),
    )


def _is_one_of(call: CallRow, roles: Collection[str]) -> bool:
    return call.who is not None and call.who.entry in roles


def _once(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """The rows without those that say what another one has said."""
    return tuple({row.text.plain: row for row in rows}.values())


def _pauses(edition: Edition, role_id: str) -> tuple[PauseSheet, ...]:
    """The pause points of the steps that the role does itself."""
    mine = {step_id for step_id, step in edition.sop.steps.items() if step.responsible == role_id}
    return tuple(
        pause for key, pause in pause_sheets(edition).items() if mine & set(edition.sop.pause_points[key].steps)
    )


def _helps(edition: Edition, roles: Collection[str]) -> dict[str, tuple[Phrase, ...]]:
    """What somebody in these roles does in the steps of others, in the words of their own actions."""
    others = {key: step for key, step in edition.sop.steps.items() if step.responsible not in roles}
    found = {key: [it.do for it in step.actions.values() if it.by in roles] for key, step in others.items()}
    return {key: tuple(map(edition.phrase, texts)) for key, texts in found.items() if texts}


def _answered_for(edition: Edition, role_id: str) -> list[str]:
    steps = edition.sop.steps.items()
    return [key for key, step in steps if step.accountable == role_id != step.responsible]


def filled_roles(edition: Edition, role_id: str) -> list[str]:
    """The roles filled per case that this role may take."""
    return [case_role for case_role, role in edition.sop.roles.items() if role_id in role.filled_by]


def steps_of_role(edition: Edition, role_id: str) -> list[str]:
    """The steps for which a role is responsible, or in which it does at least one action or decision."""
    return [step_id for step_id, step in edition.sop.steps.items() if role_id in _doers(step)]


def scripts_of_role(edition: Edition, role_id: str) -> tuple[str, ...]:
    """The scripts that a role speaks, in the order of the steps: its own, and those of roles that it may take."""
    return _scripts_of(edition, (role_id,))


def _scripts_of(edition: Edition, roles: Collection[str]) -> tuple[str, ...]:
    """The scripts that somebody in these roles speaks.

    If one of them leads a conversation itself, the card has only those scripts of roles filled per case that belong to
    conversations, since a pocket card has no room for more.
    """
    steps = edition.sop.steps.values()
    talks = any(step.conversation and step.responsible in roles for step in steps)
    mine_in_talk = {*roles, *(taken for role in roles for taken in filled_roles(edition, role))}
    spoken = [_spoken(step, roles if talks and not step.conversation else mine_in_talk) for step in steps]
    return tuple(dict.fromkeys(script for scripts in spoken for script in scripts))


def _doers(step: Step) -> set[str | None]:
    return {
        step.responsible,
        *(action.by for action in step.actions.values()),
        *(d.by for d in step.decisions.values()),
    }


def _spoken(step: Step, speakers: Collection[str]) -> list[str]:
    mine = [action.say for action in step.actions.values() if (action.by or step.responsible) in speakers]
    answers = [
        outcome.say
        for decision in step.decisions.values()
        if (decision.by or step.responsible) in speakers
        for outcome in decision.outcomes.values()
    ]
    whole = [step.scripts] if step.responsible in speakers else []
    return [script for scripts in (*mine, *answers, *whole) for script in scripts]


def _for_its_severities(edition: Edition, role_id: str, sheet: StepSheet) -> StepSheet:
    """The step with only those limits that the role meets when it takes a part in a case."""
    within, severities = edition.sop.steps[sheet.id].within, edition.sop.roles[role_id].severities
    return replace(sheet, limits=edition.chips(within, severities)) if severities else sheet


def _filled(edition: Edition, role_id: str, case_role: str, sheets: Mapping[str, StepSheet]) -> FilledRole:
    role = edition.named(f"roles/{case_role}")
    return FilledRole(
        role,
        edition.words("as-role", role=role.title.plain),
        tuple(_for_its_severities(edition, role_id, sheets[step_id]) for step_id in steps_of_role(edition, case_role)),
        point_rows(edition, edition.sop.roles[case_role].duties),
    )


def _authority(edition: Edition, role_id: str, *, of_sums: bool) -> tuple[Phrase, ...]:
    """What this role may give, or else do, by the authority table."""
    levels = [level for level in edition.sop.authority.values() if role_id in level.roles]
    return tuple(_level(edition, level) for level in levels if (level.may is None) == of_sums)


def _level(edition: Edition, level: Authority) -> Phrase:
    severities = edition.severities(level.severities)
    only = edition.words("authority.severities", severities=severities) if severities else ""
    if level.may is not None:
        may = edition.phrase(level.may)
        return Phrase((Run(f"{level.code}{edition.words('colon')}"), *may.runs, Run(only)), may.locale)
    kind = "unlimited" if level.limit is None else "up-to"
    limit = {} if level.limit is None else {"limit": edition.money(level.limit)}
    return Phrase((Run(edition.words(f"authority.{kind}", level=level.code, **limit) + only),), edition.words.locale)


def _call(edition: Edition, key: str, call: Call) -> CallRow:
    sop = edition.sop
    contact_id = call.contact or (sop.roles[call.role].contact if call.role else None)
    contact = sop.contacts.get(contact_id or "")
    ways = [contact.phone, contact.email] if contact else []
    if contact is None and call.role:
        ways = [holder.phone for holder in sop.holders_of(call.role)]
    how = edition.words("chip-separator").join(way for way in ways if way)
    return CallRow(key, edition.phrase(call.when), _called(edition, call), how or None, call)


def _called(edition: Edition, call: Call) -> Named | None:
    if call.role:
        return edition.named(f"roles/{call.role}")
    return edition.named(f"contacts/{call.contact}") if call.contact else None
