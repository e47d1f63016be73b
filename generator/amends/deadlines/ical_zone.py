"""A time zone as iCalendar describes it, so that every calendar shows the local time of the case."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_OF_A_WEEK = 7
_LAST = -1
_YEARS = 9


@dataclass(frozen=True)
class _Change:
    """A change of the clocks: `wall` is what they show when it comes, before anybody has touched them."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def place(self) -> tuple[object, ...]:
        """All of it but the year and the week of the month."""
        return self.wall.month, self.wall.weekday(), self.wall.time(), self.before, self.after, self.name

    @property
    def weeks(self) -> set[int]:
        """Which one of its weekday in its month it is, counted from the first day, and from the last if it is that."""
        day, last = self.wall.day, monthrange(self.wall.year, self.wall.month)[1]
        number = {(day - 1) // _DAYS_OF_A_WEEK + 1}
        return number | {_LAST} if day + _DAYS_OF_A_WEEK > last else number


def zone_component(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The zone, right from the first to the last year.

    Where the clocks change in the same weeks each year, as a rule for each change, which is what Outlook can read;
    elsewhere each change by itself.
    """
    component = Timezone()
    component.add("tzid", zone.key)
    # Ten years show whether weeks that are the same for three years are a rule: those of Jerusalem or Cairo are not.
    years = range(max(2, first_year - 1), min(MAXYEAR - 2, max(last_year + 1, first_year + _YEARS)) + 1)
    changes = [list(_changes(zone, year)) for year in years]
    if rules := _rules(changes):
        for change, week in rules:
            weekday = f"{week}{_WEEKDAYS[change.wall.weekday()]}"
            _add(component, change, {"freq": "YEARLY", "bymonth": change.wall.month, "byday": weekday})
        return component
    begin = datetime(years[0], 1, 1, tzinfo=UTC).astimezone(zone)
    offset = _offset(begin)
    _add(component, _Change(datetime(years[0], 1, 1), offset, offset, begin.tzname() or zone.key))  # noqa: DTZ001
    for change in (change for year in changes for change in year):
        _add(component, change)
    return component


def _add(component: Timezone, change: _Change, rule: dict[str, object] | None = None) -> None:
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("dtstart", change.wall)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", rule)
    component.add_component(part)


def _rules(years: Sequence[Sequence[_Change]]) -> list[tuple[_Change, int]]:
    """The changes of the first year with the week in which they come every year; none where there is no such week."""
    rules = []
    for each in zip(*years, strict=False):
        weeks = set.intersection(*(change.weeks for change in each))
        if len({change.place for change in each}) != 1 or not weeks:
            return []
        rules.append((each[0], min(weeks)))
    return rules if {len(year) for year in years} == {2} else []


def _changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    """Each change of the clocks in this year, found by halving the days on which the offset changes."""
    day, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while day < end:
        following = day + timedelta(days=1)
        if _offset(day.astimezone(zone)) != _offset(following.astimezone(zone)):
            yield _change(zone, day, following)
        day = following


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> _Change:
    before = _offset(low.astimezone(zone))
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (middle, high) if _offset(middle.astimezone(zone)) == before else (low, middle)
    after = high.astimezone(zone)
    return _Change((high + before).replace(tzinfo=None), before, _offset(after), after.tzname() or zone.key)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
