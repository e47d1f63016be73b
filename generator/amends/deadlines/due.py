"""When everything is due: each time limit of the steps and each legal clock, counted from the events of one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from amends.deadlines.calendar import WorkingCalendar
from amends.deadlines.pause import Pause, end_with_pauses
from amends.model import flow
from amends.model.answered import told_by
from amends.model.base import Event
from amends.model.complaint import Complaint, complaints, fits, under_law
from amends.model.duration import Duration
from amends.model.sop import Sop
from amends.model.time_limits import Allowed, TimeLimit, limits_of_law, limits_of_steps

NO_KIND = "-"
"""How a user says that a complaint is of none of the kinds that the SOP knows."""

State = Literal["due", "earliest", "not-yet-known", "not-begun", "no-limit", "met", "late", "too-early"]


@dataclass(frozen=True)
class Case:
    """One complaint: when each event came; `received` always has. Severity, kind and channel are None if not known.

    A complaint of no special kind has the kind `NO_KIND`. `pauses` are in order and do not overlap.
    """

    events: Mapping[Event, datetime]
    severity: str | None = None
    kind: str | None = None
    channel: str | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def received(self) -> datetime:
        """When the complaint came."""
        return self.events["received"]


@dataclass(frozen=True)
class Deadline:
    """What a time limit means in one case, for these severities, or for whichever the case has (none named).

    `starts` is when the event came from which it counts. `due` is there once that is known and there is an end;
    `extended` is when it is due at the latest. `done` is when the event came that settles it, or that shows it late or
    too early. A clock that counts only once an event has come does not count (`is_counting`) before. `paused` is how
    many days it has lost to pauses: of business days, so many working days.
    """

    limit: TimeLimit
    severities: tuple[str, ...]
    allowed: Allowed
    starts: datetime | None
    due: datetime | None
    extended: datetime | None
    done: datetime | None
    is_counting: bool = True
    paused: int = 0

    @property
    def state(self) -> State:
        """Where it stands; `late` means that its event came after the last moment, extension included.

        What must wait or be kept is never late: it is `too-early` if its event came before the `earliest` moment.
        """
        if not self.is_counting:
            return "not-begun"
        if self.starts is None:
            return "not-yet-known"
        if self.limit.kind in ("wait", "keep"):
            return self._state_of_what_lasts
        if self.done is not None:
            last = self.extended or self.due
            return "late" if last and _is_later(self.done, last) else "met"
        return "due" if self.due else "no-limit"

    @property
    def _state_of_what_lasts(self) -> State:
        if self.done is not None:
            return "met" if self.due and not _is_later(self.due, self.done) else "too-early"
        return "earliest" if self.due else "no-limit"


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
        clock = limit.clock
        is_counting = clock is None or clock.once is None or self.came(clock.once) is not None
        starts = self.came_last(limit.counted_from, *limit.and_from)
        due, paused = self.end(limit, starts, allowed.within) if starts and is_counting else (None, 0)
        extended = self.calendar.after(starts, allowed.extended) if starts and allowed.extended else None
        return Deadline(
            limit=limit,
            severities=severities,
            allowed=allowed,
            starts=starts,
            due=due,
            extended=extended,
            done=self.done(limit, extended or due),
            is_counting=is_counting,
            paused=paused,
        )

    def end(self, limit: TimeLimit, starts: datetime, within: Duration) -> tuple[datetime | None, int]:
        """When the limit is over, by the law's own first day and pauses; and how many days it lost to pauses."""
        clock = limit.clock
        if clock is None:
            return self.calendar.after(starts, within), 0
        pauses = self.case.pauses if clock.pause else ()
        return end_with_pauses(self.calendar, starts, within, pauses, first_day=clock.counts_first_day)

    def done(self, limit: TimeLimit, last: datetime | None) -> datetime | None:
        """When the event came that settles the limit; or, too late already, the one by which it had to be kept.

        A decision that a step brings about may not have left the house yet. One that comes after the last moment is
        late all the same, for every limit that ends with it.
        """
        if limit.kind == "every":
            return None
        if limit.kind != "within":
            return self.came(limit.by)
        if limit.clock:
            came = [it for it in (self.came(limit.by), self.came(limit.clock.or_by)) if it]
            return min(came, key=lambda moment: moment.astimezone(UTC), default=None)
        if limit.settled_by:
            return self.came(limit.settled_by)
        late = self.came(limit.by)
        return late if late and last and _is_later(late, last) else None

    def came_last(self, *events: Event | None) -> datetime | None:
        """When the last of some events came; None as long as one of them has not."""
        came = [self.came(event) for event in events]
        known = [moment for moment in came if moment is not None]
        return max(known, key=lambda moment: moment.astimezone(UTC)) if len(known) == len(came) else None

    def came(self, event: Event | None) -> datetime | None:
        """When an event came; the decision stands for the answer in an SOP that knows no answer."""
        if event is None:
            return None
        return self.case.events.get(event) or self.case.events.get(told_by(self.sop, event))


def _is_later(came: datetime, last: datetime) -> bool:
    return came.astimezone(UTC) > last.astimezone(UTC)
