"""One step as the person who does it needs it: the same on its page, its checklist and, in part, on role cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from amends.edition.edition import Chip, Edition, Phrase
from amends.edition.inline import Run
from amends.model.base import Way
from amends.model.flow import END
from amends.model.step import Action, Decision, Limit, Outcome, Step
from amends.model.text import Points
from amends.model.words import Script

Tone = Literal["on", "stay", "back", "end"]


@dataclass(frozen=True)
class ActionRow:
    """One tick box."""

    id: str
    text: Phrase
    hint: Phrase | None
    by: str | None
    when: str | None
    say: tuple[str, ...]
    words: Phrase | None
    records: tuple[str, ...]


@dataclass(frozen=True)
class OutcomeRow:
    """One answer, with what to do and where it leads; `orders` says in words whom to hand over to and whom to tell."""

    id: str
    label: Phrase
    do: Phrase | None
    hand_to: str | None
    inform: tuple[str, ...]
    orders: tuple[str, ...]
    say: tuple[str, ...]
    leads: Phrase
    tone: Tone


@dataclass(frozen=True)
class DecisionBox:
    """A question with its answers."""

    id: str
    question: Phrase
    by: str | None
    outcomes: tuple[OutcomeRow, ...]


@dataclass(frozen=True)
class LimitRow:
    """A further time limit: what must have happened, how long it may take, how it may be extended."""

    id: str
    title: Phrase
    values: tuple[Chip, ...]
    kind: str
    start: str | None
    extend: tuple[Chip, ...]


@dataclass(frozen=True)
class ScriptBox:
    """Words to say."""

    id: str
    code: str
    title: str
    use: Phrase | None
    is_ordered: bool
    mode: str
    lines: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True)
class RecordRow:
    """A form to fill in."""

    id: str
    code: str
    title: str


@dataclass(frozen=True)
class StepSheet:
    """A step, ready to be set: every text in the reader's language, every reference by its name."""

    id: str
    code: str
    number: int | None
    title: Phrase
    purpose: Phrase
    phase: str
    colour: str
    is_conversation: bool
    responsible: str
    responsible_id: str | None
    department: str
    accountable: str
    accountable_id: str
    consulted: tuple[str, ...]
    informed: tuple[str, ...]
    limits: tuple[Chip, ...]
    limit_start: str | None
    more_limits: tuple[LimitRow, ...]
    actions: tuple[ActionRow, ...]
    decisions: tuple[DecisionBox, ...]
    scripts: tuple[ScriptBox, ...]
    records: tuple[RecordRow, ...]
    tips: tuple[tuple[str, Phrase], ...]
    avoid: tuple[tuple[str, Phrase], ...]
    onward: Phrase


def step_sheet(edition: Edition, step_id: str, boxes: Mapping[str, ScriptBox]) -> StepSheet:
    """The sheet of one step; `boxes` are the words of all scripts."""
    sop = edition.sop
    step = sop.steps[step_id]
    role = sop.roles[step.responsible or step.accountable]
    department = sop.departments.get(role.department or "")
    return StepSheet(
        id=step_id,
        code=step.code or "",
        number=edition.numbers.get(step_id),
        title=edition.phrase(step.title),
        purpose=edition.phrase(step.purpose),
        phase=edition.title(f"phases/{step.phase}"),
        colour=department.colour if department else "slate",
        is_conversation=step.conversation,
        responsible=_doers(edition, step),
        responsible_id=step.responsible,
        department=_departments(edition, step.responsible or step.accountable),
        accountable=edition.title(f"roles/{step.accountable}"),
        accountable_id=step.accountable,
        consulted=step.consulted,
        informed=step.informed,
        limits=edition.chips(step.within),
        limit_start=edition.words(f"from.{step.start}") if step.start else None,
        more_limits=tuple(_limit(edition, key, limit) for key, limit in step.limits.items()),
        actions=tuple(_action(edition, step, key, action) for key, action in step.actions.items()),
        decisions=tuple(_decision(edition, step_id, key, box) for key, box in step.decisions.items()),
        scripts=tuple(boxes[script] for script in scripts_of(step)),
        records=tuple(record_row(edition, record) for record in records_of(step)),
        tips=_points(edition, step.tips),
        avoid=_points(edition, step.avoid),
        onward=_onward(edition, step_id),
    )


def scripts_of(step: Step) -> tuple[str, ...]:
    """The scripts that a step uses anywhere, each once, in the order in which they come up."""
    answers = (outcome for decision in step.decisions.values() for outcome in decision.outcomes.values())
    said = [*(action.say for action in step.actions.values()), *(answer.say for answer in answers), step.scripts]
    return tuple(dict.fromkeys(script for scripts in said for script in scripts))


def records_of(step: Step) -> tuple[str, ...]:
    """The records that a step fills in, each once."""
    in_actions = [record for action in step.actions.values() for record in action.records]
    return tuple(dict.fromkeys([*step.records, *in_actions]))


def script_box(edition: Edition, script_id: str) -> ScriptBox:
    """A script in the reader's language, its slots in words."""
    script: Script = edition.sop.scripts[script_id]
    return ScriptBox(
        id=script_id,
        code=script.code or "",
        title=edition.plain(script.title),
        use=edition.phrase(script.use) if script.use else None,
        is_ordered=script.mode == "sequence",
        mode=script.mode,
        lines=tuple((key, edition.phrase(line.text, script.slots)) for key, line in script.lines.items()),
    )


def record_row(edition: Edition, record_id: str) -> RecordRow:
    """A record by its names."""
    record = edition.sop.records[record_id]
    return RecordRow(record_id, record.code or "", edition.plain(record.title))


def _doers(edition: Edition, step: Step) -> str:
    """The responsible role; where every action has a doer of its own, all of them."""
    doers = [step.responsible] if step.responsible else [action.by for action in step.actions.values() if action.by]
    return edition.words("list-separator").join(edition.title(f"roles/{role}") for role in dict.fromkeys(doers))


def _departments(edition: Edition, role_id: str) -> str:
    """The role's department; for a role filled per case, those of the roles that may fill it."""
    roles = edition.sop.roles
    role = roles[role_id]
    found = [role.department] if role.department else [roles[filler].department for filler in role.filled_by]
    if len(set(found)) > 1:
        return edition.words("per-case")
    return "".join(edition.title(f"departments/{department}") for department in dict.fromkeys(found) if department)


def _limit(edition: Edition, key: str, limit: Limit) -> LimitRow:
    return LimitRow(
        id=key,
        title=edition.phrase(limit.title),
        values=edition.chips(limit.within),
        kind=limit.kind,
        start=edition.words(f"from.{limit.start}") if limit.start else None,
        extend=edition.chips(limit.extend),
    )


def _action(edition: Edition, step: Step, key: str, action: Action) -> ActionRow:
    return ActionRow(
        id=key,
        text=edition.phrase(action.do),
        hint=edition.phrase(action.hint) if action.hint else None,
        by=edition.title(f"roles/{action.by}") if action.by else None,
        when=_condition(edition, step, action),
        say=action.say,
        words=edition.phrase(action.words) if action.words else None,
        records=action.records,
    )


def _condition(edition: Edition, step: Step, action: Action) -> str | None:
    """When an action is done, in words: “only P1, P2”, “if: sent back”."""
    if action.when is None:
        return None
    parts = []
    if severities := edition.severities(action.when.severity):
        parts.append(edition.words("only-severity", severities=severities))
    if action.when.outcome:
        decision, _, outcome = action.when.outcome.partition("/")
        label = edition.plain(step.decisions[decision].outcomes[outcome].label)
        parts.append(edition.words("only-outcome", outcome=label))
    return edition.words("list-separator").join(parts) or None


def _decision(edition: Edition, step_id: str, key: str, decision: Decision) -> DecisionBox:
    return DecisionBox(
        id=key,
        question=edition.phrase(decision.question),
        by=edition.title(f"roles/{decision.by}") if decision.by else None,
        outcomes=tuple(_outcome(edition, step_id, name, outcome) for name, outcome in decision.outcomes.items()),
    )


def _outcome(edition: Edition, step_id: str, key: str, outcome: Outcome) -> OutcomeRow:
    leads, tone = _leads(edition, step_id, outcome)
    return OutcomeRow(
        id=key,
        label=edition.phrase(outcome.label),
        do=edition.phrase(outcome.do) if outcome.do else None,
        hand_to=outcome.hand_to,
        inform=outcome.inform,
        orders=tuple(_orders(edition, outcome)),
        say=outcome.say,
        leads=leads,
        tone=tone,
    )


def _orders(edition: Edition, outcome: Outcome) -> Iterator[str]:
    if outcome.hand_to:
        yield edition.words("hand-to", role=edition.title(f"roles/{outcome.hand_to}"))
    if outcome.inform:
        names = edition.words("list-separator").join(edition.title(f"roles/{role}") for role in outcome.inform)
        yield edition.words("inform", roles=names)


def _leads(edition: Edition, step_id: str, outcome: Outcome) -> tuple[Phrase, Tone]:
    if outcome.next is None:
        return _phrase(edition, Run(edition.words("leads.stay"))), "stay"
    way = _way(edition, outcome.next)
    if outcome.at_most is not None:
        times = edition.words("leads.at-most", times=outcome.at_most.times)
        then = _way(edition, outcome.at_most.then)
        way = (*way, Run(f"{edition.words('clause-separator')}{times}"), *then)
    return _phrase(edition, *way), _tone(edition, step_id, outcome.next)


def _tone(edition: Edition, step_id: str, way: Way) -> Tone:
    if way.startswith(END):
        return "end"
    numbers = edition.numbers
    return "back" if numbers.get(way, 0) <= numbers.get(step_id, 0) else "on"


def _way(edition: Edition, way: Way) -> tuple[Run, ...]:
    if way.startswith(END):
        state = edition.plain(edition.sop.end_states[way.removeprefix(END)].title)
        return (Run(edition.words("leads.end", state=state)),)
    text = edition.words("leads.step", number=edition.numbers.get(way, ""), title=edition.title(f"steps/{way}"))
    return (Run(text, entry=f"steps/{way}"),)


def _onward(edition: Edition, step_id: str) -> Phrase:
    """Where a case goes when no outcome sends it elsewhere."""
    if step_id not in edition.numbers:
        return _phrase(edition, Run(edition.words("leads.standing")))
    ways = [edge.target for edge in edition.edges if edge.step == step_id and edge.outcome is None]
    return _phrase(edition, *(_way(edition, ways[0]) if ways else (Run(edition.words("leads.decided")),)))


def _phrase(edition: Edition, *runs: Run) -> Phrase:
    return Phrase(runs, edition.words.locale)


def _points(edition: Edition, points: Points) -> tuple[tuple[str, Phrase], ...]:
    return tuple((key, edition.phrase(point.text)) for key, point in points.items())
