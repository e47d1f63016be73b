"""The process: phases, and steps with their actions, decisions and time limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from amends.model.base import (
    Event,
    Flag,
    Id,
    LetterId,
    Model,
    Order,
    PhaseId,
    PlainText,
    RecordId,
    RoleId,
    ScriptId,
    SettlementId,
    StepId,
    WayTarget,
)
from amends.model.condition import When
from amends.model.duration import BySeverity
from amends.model.entry import Entry
from amends.model.text import Donts, Points, Text


class Phase(Entry):
    """A part of the process under one heading."""

    title: Text = Field(description="Heading of the phase.")
    summary: Text | None = Field(None, description="One sentence: what this phase achieves.")


LimitKind = Literal["within", "every", "wait", "keep"]


class Limit(Entry):
    """A further time limit of a step, beside the step's own `within`."""

    title: Text = Field(description="What must be done.")
    within: BySeverity = Field(
        description="How long it may take, or must at least last; for each severity, if they differ."
    )
    start: Event | None = Field(
        None, alias="from", description="The event from which it counts; if left out, the start of the step."
    )
    by: Event | None = Field(
        None,
        description="The event that has happened once this is done, and may not before `wait` or `keep` is over; "
        "legal time limits are compared by it.",
    )
    kind: LimitKind = Field(
        "within",
        description="`within`: done in this time; `every`: done again each time; `wait`: done only after it; "
        "`keep`: kept, or left as it is, at least so long.",
    )
    extend: BySeverity | None = Field(
        None, description="The whole time with an extension; allowed once, with a reason and a new date."
    )
    when: When | None = Field(None, description="Only in this case: `{kind: safety}`, `{channel: [letter, chat]}`.")


class Action(Entry):
    """One tick box: one thing to do."""

    do: Text = Field(description="A short command with one idea.")
    hint: Text | None = Field(None, description="Help to do it right, in small print under the action.")
    by: RoleId | None = Field(None, description="Who does it, if it is not the step's responsible role.")
    when: When | None = Field(
        None, description="Only in this case: `{severity: p1}`, `{kind: safety}`, `{outcome: DECISION/OUTCOME}`."
    )
    say: tuple[ScriptId, ...] = Field((), description="Scripts to use here.")
    words: Text | None = Field(None, description="Words to say here only.")
    records: tuple[RecordId, ...] = Field((), description="Records to fill in here.")
    letters: tuple[LetterId, ...] = Field((), description="Letters to send here.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


class AtMost(Model):
    """How often a way may be taken, and where it leads after that."""

    times: Order = Field(description="A whole number from 1.")
    then: WayTarget = Field(description="A step, or `end/STATE`.")


class Outcome(Entry):
    """One answer to a decision."""

    label: Text = Field(description="The answer, in a few words.")
    do: Text | None = Field(None, description="What to do in that case.")
    when: When | None = Field(None, description="It is an answer only in this case: `{kind: safety}`.")
    next: WayTarget | None = Field(
        None, description="Where it leads: a step, or `end/STATE`; if left out, it goes on with this step."
    )
    stay: Flag = Field(
        default=False,
        description="`true`: the case stays in this step until another answer holds; in place of `next`.",
    )
    at_most: AtMost | None = Field(None, description="How often the case may go back: `{times: 1, then: approve}`.")
    hand_to: RoleId | None = Field(None, description="Who takes the case over.")
    inform: tuple[RoleId, ...] = Field((), description="Who is told.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts to use in that case.")
    letters: tuple[LetterId, ...] = Field((), description="Letters to send in that case.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")

    def way_from(self, step_id: str) -> WayTarget | None:
        """Where the answer leads from its step: to the step itself if the case stays there; None if it only goes on."""
        return step_id if self.stay and self.next is None else self.next


class Decision(Entry):
    """A question with two or more outcomes."""

    question: Text = Field(description="The question to answer.")
    by: RoleId | None = Field(None, description="Who decides, if it is not the step's responsible role.")
    outcomes: dict[Id, Outcome] = Field(description="Two or more answers, keyed, in order.")


class Step(Entry):
    """A step of the process. Its number is its place among the steps of the case."""

    title: Text = Field(description="A short command: “Verify the facts”.")
    purpose: Text = Field(description="One sentence: what this step is for.")
    phase: PhaseId = Field(description="The phase to which it belongs.")
    code: PlainText | None = Field(None, description="A label of your own: `M04`.")
    standing: Flag = Field(default=False, description="`true`: staff do it all the time, outside any case.")
    conversation: Flag = Field(default=False, description="`true`: part of the talk with the customer.")
    responsible: RoleId | None = Field(
        None, description="Who does it; may be left out if every action and decision says `by`."
    )
    accountable: RoleId = Field(description="Who answers for it: exactly one.")
    consulted: tuple[RoleId, ...] = Field((), description="Who is asked before.")
    informed: tuple[RoleId, ...] = Field((), description="Who is told after.")
    within: BySeverity | None = Field(None, description="The step's time limit.")
    start: Event | None = Field(
        None, alias="from", description="The event from which `within` counts; if left out, the start of the step."
    )
    within_when: When | None = Field(None, description="`within` holds only in this case: `{kind: safety}`.")
    sets: Event | None = Field(None, description="The event that has happened once this step is done.")
    limits: dict[Id, Limit] = Field({}, description="Further time limits.")
    actions: dict[Id, Action] = Field(description="The tick boxes, in order.")
    decisions: dict[Id, Decision] = Field({}, description="The decisions, in order.")
    scripts: tuple[ScriptId, ...] = Field((), description="Scripts of the step as a whole.")
    records: tuple[RecordId, ...] = Field((), description="Records that the step fills in.")
    next: WayTarget | None = Field(None, description="The next step, if it is not the one below; or `end/STATE`.")
    alongside: StepId | None = Field(
        None,
        description="The step directly above that runs at the same time; the case goes on once both are done.",
    )
    tips: Points = Field({}, description="Hints for doing it well.")
    avoid: Donts = Field({}, description="What not to do here, and what to do instead.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this step carries out.")

    def conditions(self) -> Iterator[tuple[tuple[str, ...], When]]:
        """Each condition in the step, with its path below the step."""
        if self.within_when:
            yield ("within_when",), self.within_when
        yield from ((("actions", key, "when"), action.when) for key, action in self.actions.items() if action.when)
        yield from ((("limits", key, "when"), limit.when) for key, limit in self.limits.items() if limit.when)
        for decision_id, decision in self.decisions.items():
            for key, answer in decision.outcomes.items():
                if answer.when:
                    yield ("decisions", decision_id, "outcomes", key, "when"), answer.when
