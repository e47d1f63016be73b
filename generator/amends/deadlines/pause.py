"""Days on which the time of a clock does not run: how far they move its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from amends.deadlines.calendar import WorkingCalendar
from amends.model.duration import Duration

COUNTING_WORK = ("business days", "working hours")
"""The measures that count only the time in which people work, so that they lose only working days."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """The first and the last day of a pause."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    def days(self, after: date, last: date) -> list[date]:
        """Those of its days that come after one day and not after another."""
        begin = max(self.first, after + _DAY)
        return [begin + count * _DAY for count in range((min(self.last, last) - begin).days + 1)]


def end_with_pauses(
    calendar: WorkingCalendar, start: datetime, duration: Duration, pauses: Sequence[Pause], *, first_day: bool
) -> tuple[datetime | None, int]:
    """When `duration` from `start` is over if it does not run on the days of the pauses, and how many it lost.

    `pauses` are in order and do not overlap. The days lost are of the duration's own kind: of business days, working
    days. What begins within a pause begins to run after it; a pause that begins after the end moves nothing.
    `first_day`: the day of the start counts.
    """
    count = _Count(calendar, start.astimezone(calendar.zone), duration, tuple(pauses), first_day)
    end = count.end
    return end, count.lost(end.astimezone(calendar.zone).date()) if end else 0


@dataclass(frozen=True)
class _PausedCalendar(WorkingCalendar):
    """A calendar in which no day of a pause is a working day."""

    pauses: tuple[Pause, ...] = ()

    def is_working_day(self, day: date) -> bool:
        return super().is_working_day(day) and not any(pause.first <= day <= pause.last for pause in self.pauses)


@dataclass(frozen=True)
class _Count:
    calendar: WorkingCalendar
    start: datetime
    duration: Duration
    pauses: tuple[Pause, ...]
    first_day: bool

    @property
    def end(self) -> datetime | None:
        if self.counts_work:
            paused = _PausedCalendar(self.calendar.plan, self.calendar.is_of_law, self.pauses)
            return paused.after(self.start, self.duration, first_day=self.first_day)
        return self.after_time() if self.duration.measured[0] == "seconds" else self.after_days()

    @property
    def counts_work(self) -> bool:
        return self.duration.measured[0] in COUNTING_WORK

    def after_time(self) -> datetime | None:
        """Hours and minutes: only the time between the pauses is used up."""
        now, (_, seconds) = self.start.astimezone(UTC), self.duration.measured
        for pause in self.pauses:
            begins, ends = self.midnight(pause.first), self.midnight(pause.last + _DAY)
            free = max((begins - now) // timedelta(seconds=1), 0)
            if now < ends and seconds > free:
                now, seconds = ends, seconds - free
        return self.calendar.after(now, Duration(seconds, "second"))

    def after_days(self) -> datetime | None:
        """Days, weeks, months: the last day is moved by the days lost, and by those that are lost because it is."""
        begin = self.start
        for pause in self.pauses:
            if pause.first <= begin.date() <= pause.last:
                begin = datetime.combine(pause.last + _DAY if self.first_day else pause.last, begin.timetz())
        plain, lost = self.calendar.after(begin, self.duration, first_day=self.first_day), -1
        end = plain
        while end and plain and (found := len(self.days(begin.date(), end.date()))) != lost:
            lost = found
            end = self.calendar.after(plain, Duration(lost, "calendar day"))
        return end

    def lost(self, last: date) -> int:
        """How many days of the pauses lie between start and end, working days where only those are counted."""
        day = self.start.date()
        is_first_lost = self.first_day or self.duration.measured[0] == "seconds"
        days = self.days(day - _DAY if is_first_lost else day, last)
        return sum(map(self.calendar.is_working_day, days)) if self.counts_work else len(days)

    def days(self, after: date, last: date) -> list[date]:
        return [day for pause in self.pauses for day in pause.days(after, last)]

    def midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.calendar.zone).astimezone(UTC)
