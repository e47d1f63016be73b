"""Every time limit of a case, own and legal, by the event from which it counts: what a picture and a table show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from amends.edition.edition import Chip, Edition
from amends.model.base import EVENTS, Event
from amends.model.clock_limits import in_force
from amends.model.duration import BySeverity, Duration
from amends.model.flow import case_steps
from amends.model.span import shortest_hours
from amends.model.step import Step

Kind = Literal["within", "every", "wait", "legal"]


@dataclass(frozen=True)
class TimeLimit:
    """One time limit: the full name of what sets it, what must have happened, how long it may take.

    `brings` is the event that has come once it is kept, in words; `law` says where a legal limit is written.
    """

    name: str
    title: str
    kind: Kind
    within: BySeverity
    extend: BySeverity | None
    values: tuple[Chip, ...]
    extensions: tuple[Chip, ...]
    number: int | None = None
    brings: str = ""
    law: str = ""


@dataclass(frozen=True)
class Beginning:
    """The limits that count from one event, or from the start of their step (`""`), in the order of the SOP."""

    event: Event | Literal[""]
    title: str
    limits: tuple[TimeLimit, ...]


@dataclass(frozen=True)
class Due:
    """One limit in one severity: `value` says it in words, with its extension if there is one."""

    limit: TimeLimit
    value: str
    within: Duration
    extended: Duration | None


@dataclass(frozen=True)
class Lane:
    """What holds for one severity, the shortest first; `severity` is its id, or nothing where the SOP has none."""

    severity: str
    beginnings: tuple[tuple[str, tuple[Due, ...]], ...]


@dataclass(frozen=True)
class Timeline:
    """All limits of a case from receipt to closing: in the order of the SOP, and once more for each severity."""

    beginnings: tuple[Beginning, ...]
    lanes: tuple[Lane, ...]


def timeline(edition: Edition) -> Timeline:
    """The time limits of the steps of the case, and of the clocks in force; not those of standing tasks."""
    found: dict[Event | Literal[""], list[TimeLimit]] = {event: [] for event in EVENTS} | {"": []}
    for event, limit in (*_own(edition), *_legal(edition)):
        found[event].append(limit)
    beginnings = tuple(
        Beginning(event, _title(edition, event), tuple(limits)) for event, limits in found.items() if limits
    )
    severities = list(edition.sop.severities) or [""]
    return Timeline(beginnings, tuple(_lane(edition, severity, beginnings) for severity in severities))


def _lane(edition: Edition, severity: str, beginnings: tuple[Beginning, ...]) -> Lane:
    found = ((it.title, tuple(sorted(_dues(edition, severity, it.limits), key=_length))) for it in beginnings)
    return Lane(severity, tuple((title, dues) for title, dues in found if dues))


def _dues(edition: Edition, severity: str, limits: tuple[TimeLimit, ...]) -> Iterator[Due]:
    words = edition.words
    for limit in limits:
        within = limit.within.for_severity(severity)
        extended = limit.extend.for_severity(severity) if limit.extend else None
        if within is not None:
            value = words(f"timeline.value.{limit.kind}", value=edition.duration(within))
            if extended is not None:
                value = words("timeline.value.extended", value=value, longest=edition.duration(extended))
            yield Due(limit, value, within, extended)


def _length(due: Due) -> float:
    hours = shortest_hours(due.within)
    return inf if hours is None else hours


def _title(edition: Edition, event: str) -> str:
    return edition.words(f"from.{event}") if event else edition.words("timeline.from-step")


def _own(edition: Edition) -> Iterator[tuple[Event | Literal[""], TimeLimit]]:
    for step_id in case_steps(edition.sop):
        step = edition.sop.steps[step_id]
        if step.within:
            yield step.start or "", _of_step(edition, step_id, step, step.within)
        for key, limit in step.limits.items():
            yield (
                limit.start or "",
                TimeLimit(
                    name=f"steps/{step_id}/limits/{key}",
                    title=edition.plain(limit.title),
                    kind=limit.kind,
                    within=limit.within,
                    extend=limit.extend,
                    values=edition.chips(limit.within),
                    extensions=edition.chips(limit.extend),
                    number=edition.numbers.get(step_id),
                    brings=edition.words(f"event.{limit.by}") if limit.by else "",
                ),
            )


def _of_step(edition: Edition, step_id: str, step: Step, within: BySeverity) -> TimeLimit:
    return TimeLimit(
        name=f"steps/{step_id}",
        title=edition.plain(step.title),
        kind="within",
        within=within,
        extend=None,
        values=edition.chips(within),
        extensions=(),
        number=edition.numbers.get(step_id),
        brings=edition.words(f"event.{step.sets}") if step.sets else "",
    )


def _legal(edition: Edition) -> Iterator[tuple[Event, TimeLimit]]:
    for clock_id, clock in in_force(edition.sop).items():
        within = BySeverity(clock.within)
        yield (
            clock.start,
            TimeLimit(
                name=f"clocks/{clock_id}",
                title=edition.plain(clock.title),
                kind="legal",
                within=within,
                extend=None,
                values=edition.chips(within),
                extensions=(),
                brings=edition.words(f"event.{clock.by}"),
                law=edition.plain(clock.source.section),
            ),
        )
