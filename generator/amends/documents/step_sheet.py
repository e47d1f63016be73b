"""One step for the people who do it: shown on its page and its checklist and, in part, on role cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from amends.documents.pause_points import PauseSheet, pauses_at
from amends.documents.point_rows import DontRow, PointRow, dont_rows, point_rows
from amends.edition.edition import Chip, Edition, Named, Phrase
from amends.edition.inline import Run
from amends.model.base import Citable, Event, WayTarget
from amends.model.condition import Scope, When
from amends.model.duration import BySeverity
from amends.model.flow import END
from amends.model.step import Action, Decision, Limit, Outcome, Step
from amends.model.units import OPEN
from amends.model.words import Script

Tone = Literal["on", "stay", "back", "end"]


@dataclass(frozen=True)
class ActionRow:
    """One tick box; `by` is the role that does it, if another role does the step.

    Of the scripts to `say`, those that no action above has said are `said_first`: their lines stand here.
    """

    id: str
    text: Phrase
    hint: Phrase | None
    by: Named | None
    when: str | None
    say: tuple[Named, ...]
    said_first: tuple[ScriptBox, ...]
    words: Phrase | None
    records: tuple[Named, ...]
    letters: tuple[Named, ...]
    cited: Citable

    @property
    def said_above(self) -> tuple[Named, ...]:
        """The scripts to say whose lines stand at an action above."""
        here = {box.id for box in self.said_first}
        return tuple(script for script in self.say if script.id not in here)


@dataclass(frozen=True)
class OutcomeRow:
    """One answer, with what to do and where it leads. `orders` says in words who to hand over to and who to inform.

    If it `is_bounded`, its way may be taken only a limited number of times.
    """

    id: str
    label: Phrase
    do: Phrase | None
    hand_to: Named | None
    inform: tuple[Named, ...]
    orders: tuple[str, ...]
    say: tuple[Named, ...]
    letters: tuple[Named, ...]
    when: str | None
    leads: Phrase
    tone: Tone
    is_bounded: bool
    cited: Citable


@dataclass(frozen=True)
class DecisionBox:
    """A question with its answers; `by` is the role that decides, if another role does the step."""

    id: str
    question: Phrase
    by: Named | None
    outcomes: tuple[OutcomeRow, ...]
    cited: Citable


@dataclass(frozen=True)
class LimitRow:
    """A further time limit: what must have happened, how long it may take, how it may be extended.

    `start` says from when it counts, which may be the start of the step if it names no event (`is_from_event`).
    """

    id: str
    title: Phrase
    values: tuple[Chip, ...]
    kind: str
    start: str | None
    is_from_event: bool
    extend: tuple[Chip, ...]
    when: str | None
    cited: Citable


@dataclass(frozen=True)
class ScriptBox:
    """Words to say."""

    id: str
    code: str
    title: str
    use: Phrase | None
    when: str | None
    is_ordered: bool
    mode: str
    lines: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True)
class StepSheet:
    """A step, ready to be set: every text in the reader's language, every reference with its name.

    `doers` is the responsible role; if there is none, all roles that do an action. `helpers` are the other roles that
    do an action or decide something in it.
    `department` and `limit_start` are words; so is `limit_when`, for which cases the `limits` hold, and `brings`, which
    event the step brings about.
    """

    id: str
    code: str
    number: int | None
    title: Phrase
    purpose: Phrase
    phase: Named
    colour: str
    is_standing: bool
    is_conversation: bool
    responsible: Named | None
    doers: tuple[Named, ...]
    helpers: tuple[Named, ...]
    department: str
    accountable: Named
    consulted: tuple[Named, ...]
    informed: tuple[Named, ...]
    brings: str | None
    limits: tuple[Chip, ...]
    limit_start: str | None
    limit_when: str | None
    more_limits: tuple[LimitRow, ...]
    pauses: tuple[PauseSheet, ...]
    actions: tuple[ActionRow, ...]
    decisions: tuple[DecisionBox, ...]
    scripts: tuple[ScriptBox, ...]
    records: tuple[Named, ...]
    tips: tuple[PointRow, ...]
    avoid: tuple[DontRow, ...]
    onward: Phrase
    cited: Citable

    @property
    def more_scripts(self) -> tuple[ScriptBox, ...]:
        """The scripts whose lines stand at no action."""
        said = {box.id for action in self.actions for box in action.said_first}
        return tuple(box for box in self.scripts if box.id not in said)

    @property
    def limit_notes(self) -> tuple[str, ...]:
        """What stands beside the step's own limit: from when it counts, and for which cases it holds."""
        return tuple(note for note in (self.limit_start, self.limit_when) if note)


def step_sheet(edition: Edition, step_id: str, boxes: Mapping[str, ScriptBox]) -> StepSheet:
    """The sheet of one step; `boxes` are all scripts, by id."""
    sop = edition.sop
    step = sop.steps[step_id]
    return StepSheet(
        id=step_id,
        code=step.code or "",
        number=edition.numbers.get(step_id),
        title=edition.phrase(step.title),
        purpose=edition.phrase(step.purpose),
        phase=edition.named(f"phases/{step.phase}"),
        colour=sop.colour_of(step.responsible or step.accountable),
        is_standing=step.standing,
        is_conversation=step.conversation,
        responsible=_role(edition, step.responsible),
        doers=_doers(edition, step),
        helpers=_helpers(edition, step),
        department=_departments(edition, step.responsible or step.accountable),
        accountable=edition.named(f"roles/{step.accountable}"),
        consulted=edition.all_named("roles", step.consulted),
        informed=edition.all_named("roles", step.informed),
        brings=edition.event(step.sets) if step.sets else None,
        limits=edition.chips(step.within),
        limit_start=_limit_start(edition, step),
        limit_when=_condition(edition, step, step.within_when),
        more_limits=tuple(_limit(edition, step, key, limit) for key, limit in step.limits.items()),
        pauses=pauses_at(edition, step_id),
        actions=tuple(_actions(edition, step, boxes)),
        decisions=tuple(_decision(edition, step_id, key, box) for key, box in step.decisions.items()),
        scripts=tuple(boxes[script] for script in scripts_of(step)),
        records=edition.all_named("records", records_of(step)),
        tips=point_rows(edition, step.tips),
        avoid=dont_rows(edition, step.avoid),
        onward=_onward(edition, step_id),
        cited=step,
    )


def scripts_of(step: Step) -> tuple[str, ...]:
    """The scripts that a step uses anywhere, each once: of its actions, of its answers, and of the step itself."""
    answers = (outcome for decision in step.decisions.values() for outcome in decision.outcomes.values())
    said = [*(action.say for action in step.actions.values()), *(answer.say for answer in answers), step.scripts]
    return tuple(dict.fromkeys(script for scripts in said for script in scripts))


def records_of(step: Step) -> tuple[str, ...]:
    """The records that people fill in during a step, each once."""
    in_actions = [record for action in step.actions.values() for record in action.records]
    return tuple(dict.fromkeys([*step.records, *in_actions]))


def script_box(edition: Edition, script_id: str) -> ScriptBox:
    """A script in the reader's language, with its slots in words."""
    script: Script = edition.sop.scripts[script_id]
    return ScriptBox(
        id=script_id,
        code=script.code or "",
        title=edition.plain(script.title),
        use=edition.phrase(script.use) if script.use else None,
        when=in_words(edition, script.when),
        is_ordered=script.mode == "sequence",
        mode=script.mode,
        lines=tuple((key, edition.phrase(line.text, script.slots)) for key, line in script.lines.items()),
    )


def _limit_start(edition: Edition, step: Step) -> str | None:
    """From when the step's own limit counts, in words; nothing for a standing step, and where nothing is counted."""
    return _since(edition, step.within, step.start) if step.within and not step.standing else None


def _row_start(edition: Edition, step: Step, limit: Limit) -> str | None:
    """The same for a further limit; one that comes again has no start of its own unless the author names one."""
    if limit.start is None and (step.standing or limit.kind == "every"):
        return None
    return _since(edition, limit.within, limit.start)


def _since(edition: Edition, within: BySeverity, start: Event | None) -> str | None:
    if start:
        return edition.since(start)
    is_counted = any(duration.unit not in OPEN for _, duration in within.durations())
    return edition.words("cases.from-step") if is_counted else None


def _doers(edition: Edition, step: Step) -> tuple[Named, ...]:
    doers = [step.responsible] if step.responsible else [action.by for action in step.actions.values() if action.by]
    return edition.all_named("roles", dict.fromkeys(doers))


def _helpers(edition: Edition, step: Step) -> tuple[Named, ...]:
    if step.responsible is None:
        return ()
    doers = (*(it.by for it in step.actions.values()), *(it.by for it in step.decisions.values()))
    return edition.all_named("roles", dict.fromkeys(it for it in doers if it and it != step.responsible))


def _role(edition: Edition, role_id: str | None) -> Named | None:
    return edition.named(f"roles/{role_id}") if role_id else None


def _departments(edition: Edition, role_id: str) -> str:
    """The role's department. For a role filled per case: that of the roles that may fill it, if they share one."""
    roles = edition.sop.roles
    role = roles[role_id]
    found = [role.department] if role.department else [roles[filler].department for filler in role.filled_by]
    if len(set(found)) > 1:
        return edition.words("per-case")
    return "".join(edition.title(f"departments/{department}") for department in dict.fromkeys(found) if department)


def _limit(edition: Edition, step: Step, key: str, limit: Limit) -> LimitRow:
    return LimitRow(
        id=key,
        title=edition.phrase(limit.title),
        values=edition.chips(limit.within),
        kind=limit.kind,
        start=_row_start(edition, step, limit),
        is_from_event=limit.start is not None,
        extend=edition.chips(limit.extend),
        when=_condition(edition, step, limit.when),
        cited=limit,
    )


def _actions(edition: Edition, step: Step, boxes: Mapping[str, ScriptBox]) -> Iterator[ActionRow]:
    said: set[str] = set()
    for key, action in step.actions.items():
        first = tuple(boxes[script] for script in action.say if script not in said)
        said.update(action.say)
        yield _action(edition, step, key, action, first)


def _action(edition: Edition, step: Step, key: str, action: Action, first: tuple[ScriptBox, ...]) -> ActionRow:
    return ActionRow(
        id=key,
        text=edition.phrase(action.do),
        hint=edition.phrase(action.hint) if action.hint else None,
        by=_role(edition, action.by),
        when=_condition(edition, step, action.when),
        say=edition.all_named("scripts", action.say),
        said_first=first,
        words=edition.phrase(action.words) if action.words else None,
        records=edition.all_named("records", action.records),
        letters=edition.all_named("letters", action.letters),
        cited=action,
    )


def in_words(edition: Edition, scope: Scope | None) -> str | None:
    """For which complaints something holds, in words: “only P1/P2, only by letter”; None if for all."""
    return edition.words("list-separator").join(edition.scope(scope)) or None


def _condition(edition: Edition, step: Step, when: When | None) -> str | None:
    """When a part of a step holds, in words: “only P1/P2”, “if “sent back””."""
    if when is None:
        return None
    told = [_answered(edition, step, when.outcome)] if when.outcome else []
    return edition.words("list-separator").join([*edition.scope(when), *told]) or None


def _answered(edition: Edition, step: Step, outcomes: Sequence[str]) -> str:
    """The answers with which it holds: “if “sent back””; with their question, if another one has such an answer."""
    decisions = [step.decisions[it.partition("/")[0]] for it in outcomes]
    labels = [it.partition("/")[2] for it in outcomes]
    named = [edition.plain(it.outcomes[key].label) for it, key in zip(decisions, labels, strict=True)]
    all_answers = [edition.plain(it.label) for each in step.decisions.values() for it in each.outcomes.values()]
    answers = edition.words("only.or").join(named)
    if len(set(map(id, decisions))) > 1 or all(all_answers.count(it) == 1 for it in named):
        return edition.words("only.outcome", outcome=answers)
    return edition.words("only.answer", outcome=answers, question=edition.plain(decisions[0].question))


def _decision(edition: Edition, step_id: str, key: str, decision: Decision) -> DecisionBox:
    return DecisionBox(
        id=key,
        question=edition.phrase(decision.question),
        by=_role(edition, decision.by),
        outcomes=tuple(_outcome(edition, step_id, name, outcome) for name, outcome in decision.outcomes.items()),
        cited=decision,
    )


def _outcome(edition: Edition, step_id: str, key: str, outcome: Outcome) -> OutcomeRow:
    leads, tone = _leads(edition, step_id, outcome)
    return OutcomeRow(
        id=key,
        label=edition.phrase(outcome.label),
        do=edition.phrase(outcome.do) if outcome.do else None,
        hand_to=_role(edition, outcome.hand_to),
        inform=edition.all_named("roles", outcome.inform),
        orders=tuple(_orders(edition, outcome)),
        say=edition.all_named("scripts", outcome.say),
        letters=edition.all_named("letters", outcome.letters),
        when=_condition(edition, edition.sop.steps[step_id], outcome.when),
        leads=leads,
        tone=tone,
        is_bounded=outcome.at_most is not None,
        cited=outcome,
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


def _tone(edition: Edition, step_id: str, way: WayTarget) -> Tone:
    if way.startswith(END):
        return "end"
    numbers = edition.numbers
    return "back" if numbers.get(way, 0) <= numbers.get(step_id, 0) else "on"


def _way(edition: Edition, way: WayTarget) -> tuple[Run, ...]:
    if way.startswith(END):
        state = edition.plain(edition.sop.end_states[way.removeprefix(END)].title)
        return (Run(edition.words("leads.end", state=state)),)
    text = edition.words("leads.step", number=edition.numbers.get(way, ""), title=edition.title(f"steps/{way}"))
    return (Run(text, entry=f"steps/{way}"),)


def _onward(edition: Edition, step_id: str) -> Phrase:
    """Where a case goes if no outcome sends it elsewhere."""
    if step_id not in edition.numbers:
        return _phrase(edition, Run(edition.words("leads.standing")))
    ways = [way.target for way in edition.ways if way.step == step_id and way.outcome is None]
    return _phrase(edition, *(_way(edition, ways[0]) if ways else (Run(edition.words("leads.decided")),)))


def _phrase(edition: Edition, *runs: Run) -> Phrase:
    return Phrase(runs, edition.words.locale)
