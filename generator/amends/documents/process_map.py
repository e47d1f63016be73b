"""The process of a case as a map: who does what, which answer leads where. The positions are not decided here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from amends.documents.step_sheet import StepSheet
from amends.edition.edition import Edition
from amends.model.flow import END, Way, case_steps
from amends.model.step import Decision, Outcome

START = "start"

NodeKind = Literal["start", "step", "decision", "split", "join", "end"]
"""What BPMN has events, tasks and gateways for; at a `split` all ways are taken, and a `join` waits for all of them."""


@dataclass(frozen=True)
class Lane:
    """One role, with all steps for which it is responsible; `colour` is that of the role."""

    id: str
    title: str
    colour: str


@dataclass(frozen=True)
class Helper:
    """A role, by its id, that is at work in a step of another one; or one that `is_asked` before."""

    role: str
    title: str
    colour: str
    is_asked: bool = False


@dataclass(frozen=True)
class Node:
    """One box: `id` is the entry's full name, `steps/accept`, or `start`. A click leads to `entry`, if there is one.

    `limit` is a step's own time limit; `since` says from when it counts and for which cases, for which the picture has
    no room. `helpers` are the roles of other lanes that take part in a step. An end `ends_all` if it is reached while
    other steps run.
    """

    id: str
    kind: NodeKind
    lane: str
    title: str
    entry: str | None = None
    number: int | None = None
    limit: str | None = None
    since: str = ""
    helpers: tuple[Helper, ...] = ()
    ends_all: bool = False


@dataclass(frozen=True)
class Flow:
    """One way from box to box.

    `labels` are the answers that take this way; the ordinary way on has none.
    It `is_last_resort` if it opens only after another way was taken too often. `short` is the label for a picture.
    """

    source: str
    target: str
    labels: tuple[str, ...] = ()
    is_last_resort: bool = False
    short: str = ""


@dataclass(frozen=True)
class ProcessMap:
    """The map of one SOP in one locale; lanes, boxes and ways in reading order."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    @property
    def has_helpers(self) -> bool:
        """Whether a role takes part in a step of another lane."""
        return any(node.helpers for node in self.nodes)

    @property
    def splits(self) -> bool:
        """Whether steps run at the same time anywhere."""
        return any(node.kind == "split" for node in self.nodes)


def process_map(edition: Edition, sheets: Mapping[str, StepSheet]) -> ProcessMap:
    """The steps of the case, the decisions that lead elsewhere, and the ways between them; `sheets` are by step."""
    nodes, flows = _without_idle_questions(list(_nodes(edition, sheets)), list(_flows(edition)))
    merged = tuple(_merged(edition, flows))
    return ProcessMap(edition.sop.id, edition.words("page.process"), _lanes(edition, nodes), tuple(nodes), merged)


def _without_idle_questions(nodes: list[Node], flows: list[Flow]) -> tuple[list[Node], list[Flow]]:
    """The same without questions whose answers all lead to one box: the way then leads straight to that box."""
    for node in nodes:
        targets = {flow.target for flow in flows if flow.source == node.id}
        if node.kind == "decision" and len(targets) == 1:
            [target] = targets
            flows = [
                replace(flow, target=target) if flow.target == node.id else flow
                for flow in flows
                if flow.source != node.id
            ]
    used = {end for flow in flows for end in (flow.source, flow.target)}
    return [node for node in nodes if node.id in used], flows


def _merged(edition: Edition, flows: list[Flow]) -> Iterator[Flow]:
    """One way from box to box with all answers that take it; the ordinary answers come first."""
    ways: dict[tuple[str, str], list[Flow]] = {}
    for flow in sorted(flows, key=lambda flow: flow.is_last_resort):
        ways.setdefault((flow.source, flow.target), []).append(flow)
    for source, target in dict.fromkeys((flow.source, flow.target) for flow in flows):
        same = ways[source, target]
        labels = tuple(
            edition.words("swimlane.again", answer=label) if part.is_last_resort else label
            for part in same
            for label in part.labels
        )
        is_last_resort = all(part.is_last_resort for part in same)
        yield Flow(source, target, labels, is_last_resort, _short(edition, labels))


def _short(edition: Edition, labels: tuple[str, ...]) -> str:
    if len(labels) < 2:  # noqa: PLR2004 - one answer, or none
        return "".join(labels)
    return edition.words("swimlane.more", answer=labels[0], others=len(labels) - 1)


def _nodes(edition: Edition, sheets: Mapping[str, StepSheet]) -> Iterator[Node]:
    words, start = edition.words, edition.sop.start
    yield Node(START, "start", _lane(edition, start), words("map.start"))
    for step_id in case_steps(edition.sop):
        first, *_, last = edition.side_by_side.get(step_id, ("", ""))
        if step_id == first:
            yield Node(_split(first), "split", _lane(edition, first), words("swimlane.split"), f"steps/{first}")
        yield from _nodes_of(edition, sheets[step_id])
        if step_id == last:
            yield Node(_join(first), "join", _lane(edition, first), words("swimlane.join"))
    yield from _ends(edition)


def _nodes_of(edition: Edition, sheet: StepSheet) -> Iterator[Node]:
    """The step, and its questions that lead elsewhere."""
    lane, name = _lane(edition, sheet.id), f"steps/{sheet.id}"
    limit = " · ".join(f"{chip.label} {chip.value}".strip() for chip in sheet.limits) or None
    since, helpers = edition.words("list-separator").join(sheet.limit_notes), tuple(_helpers(edition, sheet, lane))
    yield Node(name, "step", lane, sheet.title.plain, name, sheet.number, limit, since, helpers)
    for key, decision in _leading(edition, sheet.id):
        asked = f"{name}/decisions/{key}"
        yield Node(asked, "decision", decision.by or lane, edition.plain(decision.question), asked)


def _ends(edition: Edition) -> Iterator[Node]:
    """Each end to which a way leads, in the lane of the first that does; an answer given while others work ends all."""
    ways = [way for way in edition.ways if way.target.startswith(END)]
    ending_all = {way.target for way in ways if way.outcome is not None and way.step in edition.side_by_side}
    lanes: dict[str, str] = {}
    for way in ways:
        lanes.setdefault(way.target, _lane(edition, way.step))
    for target, lane in lanes.items():
        state = target.removeprefix(END)
        title = edition.plain(edition.sop.end_states[state].title)
        yield Node(f"end_states/{state}", "end", lane, title, f"end_states/{state}", ends_all=target in ending_all)


def _helpers(edition: Edition, sheet: StepSheet, lane: str) -> Iterator[Helper]:
    """The roles of other lanes: those that do part of the step, then those that are asked before."""
    colour_of = edition.sop.colour_of
    for named in sheet.at_work:
        if named.id != lane:
            yield Helper(named.id, named.title.plain, colour_of(named.id))
    for named in sheet.consulted:
        if named.id != lane and named not in sheet.at_work:
            yield Helper(named.id, named.title.plain, colour_of(named.id), is_asked=True)


def _flows(edition: Edition) -> Iterator[Flow]:
    yield Flow(START, _into(edition, edition.sop.start))
    for step_id in case_steps(edition.sop):
        first, *others = edition.side_by_side.get(step_id, (step_id,))
        if others and step_id == first:
            yield from (Flow(_split(first), f"steps/{one}") for one in (first, *others))
        yield from _flows_of(edition, step_id)
        if others and step_id == others[-1] and (onward := edition.after.get(first)):
            yield Flow(_join(first), _into(edition, onward))


def _flows_of(edition: Edition, step_id: str) -> Iterator[Flow]:
    """From the step through its decisions, one after the other, to the next step; and the ways of the answers."""
    here = f"steps/{step_id}"
    free: tuple[str, ...] = ()
    for key, decision in _leading(edition, step_id):
        name = f"steps/{step_id}/decisions/{key}"
        yield Flow(here, name, free)
        yield from _answers(edition, step_id, key, name)
        goes_on = [outcome for outcome in decision.outcomes.values() if outcome.way_from(step_id) is None]
        here, free = name, tuple(_answer(edition, outcome) for outcome in goes_on)
    for way in _ways_of(edition, step_id):
        if way.outcome is None and not way.splits:
            yield Flow(here, _target(edition, way), free)


def _answers(edition: Edition, step_id: str, key: str, name: str) -> Iterator[Flow]:
    """One way for each box that answers lead to; one that leads on in its step at last is not drawn."""
    ways: dict[tuple[str, bool], list[str]] = {}
    for way in _ways_of(edition, step_id):
        is_last_resort = way.path[-1] == "then"
        if way.decision != key or way.outcome is None or (is_last_resort and way.target == step_id):
            continue
        label = _answer(edition, edition.sop.steps[step_id].decisions[key].outcomes[way.outcome])
        ways.setdefault((_target(edition, way), is_last_resort), []).append(label)
    for (target, is_last_resort), labels in ways.items():
        yield Flow(name, target, tuple(labels), is_last_resort)


def _answer(edition: Edition, outcome: Outcome) -> str:
    """The answer, and for which complaints it is one: “Reopen (only for payment services)”."""
    label, only = edition.plain(outcome.label), edition.words("list-separator").join(edition.scope(outcome.when))
    return edition.words("swimlane.only", answer=label, only=only) if only else label


def _leading(edition: Edition, step_id: str) -> Iterator[tuple[str, Decision]]:
    """The decisions of a step that can lead elsewhere."""
    for key, decision in edition.sop.steps[step_id].decisions.items():
        if any(outcome.way_from(step_id) is not None for outcome in decision.outcomes.values()):
            yield key, decision


def _ways_of(edition: Edition, step_id: str) -> list[Way]:
    return [way for way in edition.ways if way.step == step_id]


def _target(edition: Edition, way: Way) -> str:
    """The box to which a way leads: out of steps side by side, to where they join, unless an answer ends it for all."""
    if way.target == way.step:
        return f"steps/{way.step}"
    group, is_end = edition.side_by_side.get(way.step), way.outcome is not None and way.target.startswith(END)
    return _join(group[0]) if group and not is_end else _into(edition, way.target)


def _into(edition: Edition, target: str) -> str:
    """The box by which a case comes to a step or end: the first of steps side by side is reached where they split."""
    if target.startswith(END):
        return f"end_states/{target.removeprefix(END)}"
    return _split(target) if target in edition.side_by_side else f"steps/{target}"


def _split(first: str) -> str:
    return f"steps/{first}/split"


def _join(first: str) -> str:
    return f"steps/{first}/join"


def _lane(edition: Edition, step_id: str) -> str:
    step = edition.sop.steps[step_id]
    return step.responsible or step.accountable


def _lanes(edition: Edition, nodes: Iterable[Node]) -> tuple[Lane, ...]:
    return tuple(Lane(role, edition.title(f"roles/{role}"), edition.sop.colour_of(role)) for role in _in_use(nodes))


def _in_use(nodes: Iterable[Node]) -> dict[str, None]:
    return dict.fromkeys(node.lane for node in nodes)
