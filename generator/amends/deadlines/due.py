"""When everything is due: each time limit of the steps and each legal clock, counted from the events of one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from amends.deadlines.calendar import WorkingCalendar
from amends.model import flow
from amends.model.base import Event
from amends.model.complaint import Complaint, complaints, fits, under_law
from amends.model.sop import Sop
from amends.model.time_limits import Allowed, TimeLimit, limits_of_law, limits_of_steps

NO_KIND = "-"
"""How a user says that a complaint is of none of the kinds that the SOP knows."""

State = Literal["due", "not-yet-known", "no-limit", "met", "late"]


@dataclass(frozen=True)
class Case:
    """One complaint: when each event came; `received` always has. Severity, kind and channel are None if not known.

    A complaint of no special kind has the kind `NO_KIND`.
    """

    events: Mapping[Event, datetime]
    severity: str | None = None
    kind: str | None = None
    channel: str | None = None

    @property
    def received(self) -> datetime:
        """When the complaint came."""
        return self.events["received"]


@dataclass(frozen=True)
class Deadline:
    """What a time limit means in one case, for these severities, or for whichever the case has (none named).

    `starts` is when the event came from which it counts. `due` is there once that is known and there is an end;
    `extended` is when it is due at the latest. `done` is when the event came that settles it, or that shows it late.
    """

    limit: TimeLimit
    severities: tuple[str, ...]
    allowed: Allowed
    starts: datetime | None
    due: datetime | None
    extended: datetime | None
    done: datetime | None

    @property
    def state(self) -> State:
        """Where it stands; `late` means that its event came after the last moment, extension included."""
        if self.starts is None:
            return "not-yet-known"
        if self.done is not None:
            last = self.extended or self.due
            return "late" if last and _is_later(self.done, last) else "met"
        return "due" if self.due else "no-limit"


def deadlines(sop: Sop, calendar: WorkingCalendar, case: Case) -> tuple[Deadline, ...]:
    """Every deadline of the case: those of the steps, then those of the law, each group by date, the unknown last.

    The law's are counted in the working days of the country, whenever the organisation is open.
    """
    own, law = _Counter(sop, calendar, case), _Counter(sop, calendar.of_law, case)
    return (*sorted(own.of_steps(), key=_when), *sorted(law.of_clocks(), key=_when))


def _when(deadline: Deadline) -> tuple[bool, datetime]:
    return deadline.due is None, deadline.due.astimezone(UTC) if deadline.due else datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class _Counter:
    sop: Sop
    calendar: WorkingCalendar
    case: Case

    @cached_property
    def possible(self) -> tuple[Complaint, ...]:
        """What the case may be: where its kind or channel is not known, each of them."""
        case, kind = self.case, None if self.case.kind == NO_KIND else self.case.kind
        return tuple(
            it
            for it in complaints(self.sop)
            if (case.kind is None or it.kind == kind) and (case.channel is None or it.channel == case.channel)
        )

    def of_steps(self) -> Iterator[Deadline]:
        numbers = flow.numbers(self.sop)
        for limit in limits_of_steps(self.sop):
            if limit.step in numbers and any(fits(limit.when, it) for it in self.possible):
                for allowed, severities in self.allowed(limit).items():
                    yield self.deadline(limit, allowed, severities)

    def of_clocks(self) -> Iterator[Deadline]:
        held = {key: it for key, it in self.sop.clocks.items() if set(under_law(self.sop, it)) & set(self.possible)}
        for limit in limits_of_law(held):
            for _, allowed in limit.for_each_severity():
                yield self.deadline(limit, allowed, ())

    def allowed(self, limit: TimeLimit) -> dict[Allowed, tuple[str, ...]]:
        """What holds for this case; for a severity that is not known, each value with the severities that share it."""
        found: dict[Allowed, list[str]] = {}
        severities = [self.case.severity] if self.case.severity else list(self.sop.severities) or [""]
        for severity in severities:
            if allowed := limit.for_severity(severity):
                found.setdefault(allowed, []).append(severity)
        return {allowed: () if shared == severities else tuple(shared) for allowed, shared in found.items()}

    def deadline(self, limit: TimeLimit, allowed: Allowed, severities: tuple[str, ...]) -> Deadline:
        events = self.case.events
        starts = events.get(limit.counted_from) if limit.counted_from else None
        due = self.calendar.after(starts, allowed.within) if starts else None
        extended = self.calendar.after(starts, allowed.extended) if starts and allowed.extended else None
        return Deadline(
            limit=limit,
            severities=severities,
            allowed=allowed,
            starts=starts,
            due=due,
            extended=extended,
            done=self.done(limit, extended or due),
        )

    def done(self, limit: TimeLimit, last: datetime | None) -> datetime | None:
        """When the event came that settles the limit; or, too late already, the one by which it had to be kept.

        A decision that a step brings about may not have left the house yet. One that comes after the last moment is
        late all the same, for every limit that ends with it.
        """
        if limit.kind != "within":
            return None
        if limit.settled_by:
            return self.case.events.get(limit.settled_by)
        came = self.case.events.get(limit.by) if limit.by else None
        return came if came and last and _is_later(came, last) else None


def _is_later(came: datetime, last: datetime) -> bool:
    return came.astimezone(UTC) > last.astimezone(UTC)
