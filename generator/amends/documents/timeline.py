"""Every time limit of a case, own and legal, by the event from which it counts: for a picture and a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from amends.documents.legal_scope import scope_of
from amends.edition.edition import Chip, Edition
from amends.model.duration import Duration
from amends.model.events import in_order
from amends.model.span import shortest_hours
from amends.model.step import LimitKind
from amends.model.time_limits import TimeLimit, time_limits

ShownKind = Literal[LimitKind, "legal"]
"""How a limit is shown: its kind, or `legal` for a limit of the law (which always has the kind `within`)."""


@dataclass(frozen=True)
class LimitInWords:
    """A time limit in words: what must have happened, how long it may take, the number of its step.

    `brings` is the event that has happened once the limit is kept; `only` says for which complaints it holds, and
    `law` where a legal limit is written.
    """

    limit: TimeLimit
    title: str
    values: tuple[Chip, ...]
    extensions: tuple[Chip, ...]
    number: int | None = None
    brings: str = ""
    only: tuple[str, ...] = ()
    law: str = ""

    @property
    def name(self) -> str:
        """The full name of the step, row or clock that sets it."""
        return self.limit.name

    @property
    def kind(self) -> ShownKind:
        """How it is shown."""
        return "legal" if self.limit.clock else self.limit.kind


@dataclass(frozen=True)
class Beginning:
    """The limits that count from one event, or from the start of their step (`""`), in the order of the SOP."""

    event: str
    title: str
    limits: tuple[LimitInWords, ...]


@dataclass(frozen=True)
class TimeRow:
    """A limit with its words for each severity, in their order: empty where it does not hold."""

    limit: LimitInWords
    values: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether all severities have the same words."""
        return len(set(self.values)) == 1


@dataclass(frozen=True)
class Due:
    """One limit for one severity: `value` says it in words, with its extension if there is one."""

    limit: LimitInWords
    value: str
    within: Duration
    extended: Duration | None


@dataclass(frozen=True)
class SeverityLimits:
    """The limits for one severity, the shortest first; `severity` is its id, or empty if the SOP has no severities."""

    severity: str
    beginnings: tuple[tuple[str, tuple[Due, ...]], ...]


@dataclass(frozen=True)
class Timeline:
    """All limits of a case from receipt to closing: in the order of the SOP, and again for each severity."""

    beginnings: tuple[Beginning, ...]
    by_severity: tuple[SeverityLimits, ...]


def timeline(edition: Edition) -> Timeline:
    """The time limits of the steps of the case and of the clocks in force; limits of standing tasks are left out."""
    found: dict[str, list[LimitInWords]] = {event: [] for event in (*in_order(edition.sop.events), "")}
    for limit in time_limits(edition.sop):
        if limit.step is None or limit.step in edition.numbers:
            found[limit.start or ""].append(_in_words(edition, limit))
    beginnings = tuple(
        Beginning(event, _title(edition, event), tuple(limits)) for event, limits in found.items() if limits
    )
    severities = list(edition.sop.severities) or [""]
    return Timeline(beginnings, tuple(_of_severity(edition, severity, beginnings) for severity in severities))


def time_rows(edition: Edition, beginning: Beginning) -> tuple[TimeRow, ...]:
    """The limits that count from one event, as rows of a table with a column for each severity."""
    severities = list(edition.sop.severities) or [""]
    return tuple(TimeRow(it, tuple(_for(edition, it, severity) for severity in severities)) for it in beginning.limits)


def _for(edition: Edition, it: LimitInWords, severity: str) -> str:
    allowed = it.limit.for_severity(severity)
    return _value(edition, it, allowed.within, allowed.extended, ()) if allowed else ""


def _of_severity(edition: Edition, severity: str, beginnings: tuple[Beginning, ...]) -> SeverityLimits:
    found = ((it.title, tuple(sorted(_dues(edition, severity, it.limits), key=_length))) for it in beginnings)
    return SeverityLimits(severity, tuple((title, dues) for title, dues in found if dues))


def _dues(edition: Edition, severity: str, limits: tuple[LimitInWords, ...]) -> Iterator[Due]:
    for it in limits:
        if allowed := it.limit.for_severity(severity):
            value = _value(edition, it, allowed.within, allowed.extended, it.only)
            yield Due(it, value, allowed.within, allowed.extended)


def _value(
    edition: Edition, it: LimitInWords, within: Duration, extended: Duration | None, only: tuple[str, ...]
) -> str:
    """A limit in words: “every 2 business days, only in writing, extended 4 business days”."""
    value = edition.words(f"timeline.value.{it.kind}", value=edition.duration(within))
    value = edition.words("list-separator").join((value, *only))
    if extended is None:
        return value
    return edition.words("timeline.value.extended", value=value, longest=edition.duration(extended))


def _length(due: Due) -> float:
    hours = shortest_hours(due.within)
    return inf if hours is None else hours


def _title(edition: Edition, event: str) -> str:
    return edition.since(event) if event else edition.words("timeline.from-step")


def _in_words(edition: Edition, limit: TimeLimit) -> LimitInWords:
    return LimitInWords(
        limit=limit,
        title=edition.plain(limit.title),
        values=edition.chips(limit.within),
        extensions=edition.chips(limit.extend),
        number=edition.numbers.get(limit.step) if limit.step else None,
        brings=edition.event(limit.by) if limit.by else "",
        only=scope_of(edition, limit),
        law=edition.plain(limit.clock.source.section) if limit.clock else "",
    )
