"""The calendar by which an organisation counts: where it is, on which days it works, and in which hours of a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple, get_args
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from amends.model.base import Model, PlainText
from amends.model.day import Date, day_of
from amends.model.problem import problem, shown

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

MIDNIGHT = 1440
"""The end of a day, in minutes after its beginning."""

_END_OF_DAY = "24:00"


class Shift(NamedTuple):
    """From when to when people work without a break, in minutes after the midnight with which a working day begins.

    What lasts beyond `MIDNIGHT` ends on the day after.
    """

    begin: int
    end: int


def _country(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[A-Z]{2}", value):
        raise problem(f"{shown(value)} is not the code of a country", "write two capitals: CN, GB, AU, US")
    return value


Country = Annotated[str, BeforeValidator(_country)]
"""The code of a country, two capitals as in ISO 3166: `CN`."""


def _time_zone(value: object) -> object:
    try:
        if isinstance(value, str):
            ZoneInfo(value)
    except (OSError, ValueError, KeyError):  # the name is a folder of zones, an absolute path, or no zone
        hint = "write its name: Asia/Shanghai, Europe/London, Australia/Sydney"
        raise problem(f"{shown(value)} is not a time zone", hint) from None
    return value


def _time_of_day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise problem(f"{shown(value)} is not a time of day", 'write hours and minutes: "09:00"')
    return value


def _end_of_work(value: object) -> object:
    return value if value == _END_OF_DAY else _time_of_day(value)


def _day_or_weekday(value: object) -> object:
    try:
        return value if value in WEEKDAYS else day_of(value).isoformat()
    except type(problem("")):
        hint = "write a date, or a day of every week: 2026-12-24, sat"
        raise problem(f"{shown(value)} is not a day", hint) from None


TimeOfDay = Annotated[PlainText, BeforeValidator(_time_of_day)]
EndOfWork = Annotated[PlainText, BeforeValidator(_end_of_work)]
DayOrWeekday = Annotated[str, BeforeValidator(_day_or_weekday)]


def minutes_of(time: str) -> int:
    """Minutes from midnight to a time of day: 540 for `09:00`."""
    hours, minutes = time.split(":")
    return 60 * int(hours) + int(minutes)


class Break(Model):
    """A time in which nobody works."""

    start: TimeOfDay = Field(description="When the break begins.")
    end: EndOfWork = Field(description="When work goes on.")

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


class WorkingHours(Model):
    """When work begins and ends on a working day, and its breaks."""

    start: TimeOfDay = Field(default="09:00", description="When work begins.")
    end: EndOfWork = Field(
        default="18:00",
        description="When work ends, and business days too: up to `24:00`; a time before `start` is on the next day.",
    )
    breaks: tuple[Break, ...] = Field(
        default=(), description="When nobody works in between: `[{start: 12:00, end: 13:00}]`."
    )

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    @property
    def span(self) -> Shift:
        """From the beginning to the end of work, breaks included."""
        return self.within(self.start, self.end)

    def within(self, start: str, end: str) -> Shift:
        """Two times of the clock as minutes of the working day to which they belong."""
        begin = minutes_of(start)
        if begin < minutes_of(self.start):
            begin += MIDNIGHT
        return Shift(begin, self.end_at(end, begin))

    def end_at(self, end: str, begin: int | None = None) -> int:
        """A time at which something ends, in minutes of the working day; what begins then would end a day later."""
        after = minutes_of(self.start) if begin is None else begin
        minutes = minutes_of(end)
        while minutes <= after:
            minutes += MIDNIGHT
        return minutes

    def shifts(self, end: int) -> tuple[Shift, ...]:
        """What is left between the breaks of a day on which work ends at `end`."""
        begin, found = self.span.begin, []
        for rest in sorted(self.within(each.start, each.end) for each in self.breaks):
            found.append(Shift(begin, min(rest.begin, end)))
            begin = rest.end
        return tuple(shift for shift in (*found, Shift(begin, end)) if shift.begin < shift.end)

    @model_validator(mode="after")
    def _has_work(self) -> WorkingHours:
        if self.start == self.end:
            raise problem(
                f"work ends at {self.end}, when it begins",
                'write for example  {start: "09:00", end: "18:00"}; for day and night  {start: "00:00", end: "24:00"}',
            )
        for place, each in enumerate(self.breaks):
            _lies_within(self, each, place)
        if not self.shifts(self.span.end):
            raise problem("the breaks leave no time for work", "shorten them, or begin earlier", ("breaks",))
        return self

    @model_validator(mode="after")
    def _takes_one_break_at_a_time(self) -> WorkingHours:
        found = sorted((self.within(each.start, each.end), place) for place, each in enumerate(self.breaks))
        for (one, _), (other, place) in pairwise(found):
            if other.begin < one.end:
                message = f"the break {self.breaks[place]} begins before another one ends"
                raise problem(message, "write one break that lasts as long as both", ("breaks", place))
        return self


def _lies_within(hours: WorkingHours, each: Break, place: int) -> None:
    if each.start == each.end:
        message = f"the break ends at {each.end}, when it begins"
        raise problem(message, "write when work goes on, or delete the break", ("breaks", place))
    if hours.within(each.start, each.end).end > hours.span.end:
        message = f"the break {each} is not within the working hours {hours}"
        raise problem(message, "write a break between the beginning and the end of work", ("breaks", place))


def _some_days(days: tuple[Weekday, ...] | None) -> tuple[Weekday, ...] | None:
    if days == ():
        raise problem("no day is a working day", "write for example  [mon, tue, wed, thu, fri]")
    return days


class Calendar(Model):
    """When the organisation works: its public holidays, time zone, days and hours."""

    country: Country = Field(
        description="The country whose public holidays count, in two capitals as in ISO 3166: `CN`."
    )
    subdivision: PlainText | None = Field(None, description="A part of the country with holidays of its own: `ENG`.")
    time_zone: Annotated[PlainText, BeforeValidator(_time_zone)] = Field(
        description="The name of the time zone: `Asia/Shanghai`."
    )
    working_hours: WorkingHours = Field(WorkingHours(), description="Working hours.")
    working_days: Annotated[tuple[Weekday, ...] | None, AfterValidator(_some_days)] = Field(
        None, description="The working days of an ordinary week; without it, all but the weekend of the country."
    )
    half_days: dict[DayOrWeekday, EndOfWork] = Field(
        {}, description="When work ends earlier: `{sat: 13:00, 2026-12-24: 12:00}`; a date goes before its weekday."
    )
    holidays: Literal["closed", "open"] = Field(
        "closed", description="Whether the organisation works on public holidays; legal limits never count them."
    )
    closed: tuple[Date, ...] = Field((), description="Days on which the organisation alone does not work.")
    open: tuple[Date, ...] = Field((), description="Days on which the organisation alone works, a holiday or a Sunday.")
    cut_off: TimeOfDay | None = Field(
        None,
        description="What comes later, or on a day without work, counts as received on the next working day.",
    )

    @property
    def place(self) -> str:
        """The country with its part: `GB-ENG`."""
        return "-".join(filter(None, (self.country, self.subdivision)))

    @property
    def half_day_ends(self) -> Mapping[str, int]:
        """When work ends on each half day, by date or weekday, in minutes of that day."""
        return {day: self.working_hours.end_at(end) for day, end in self.half_days.items()}

    @model_validator(mode="after")
    def _says_one_thing_of_a_day(self) -> Calendar:
        for day in self.open:
            if day in self.closed:
                raise problem(f"{day} is both `open` and `closed`", "take it out of one of the two lists")
        for name, message in _useless_half_days(self):
            hint = "delete this half day, or make it a working day"
            raise problem(message, hint, ("half_days", name))
        return self

    @model_validator(mode="after")
    def _ends_half_days_early(self) -> Calendar:
        hours = self.working_hours
        for day, end in self.half_day_ends.items():
            if end >= hours.span.end:
                message = f"{self.half_days[day]} is no earlier end within the working hours {hours}"
                raise problem(message, f"write a time between {hours.start} and {hours.end}", ("half_days", day))
        return self


def _useless_half_days(calendar: Calendar) -> Iterator[tuple[str, str]]:
    """Half days on which this calendar itself says that nobody works; public holidays are another question."""
    closed = {day.isoformat() for day in calendar.closed}
    week = calendar.working_days or WEEKDAYS
    for name in calendar.half_days:
        if name in closed:
            yield name, f"{name} is a half day and `closed`"
        elif name in WEEKDAYS and name not in week:
            yield name, f"`{name}` is a half day, but not one of the `working_days`"
        elif name not in WEEKDAYS:
            day = date.fromisoformat(name)
            if WEEKDAYS[day.weekday()] not in week and day not in calendar.open:
                yield name, f"{name} is a half day, but its weekday is not one of the `working_days`"
