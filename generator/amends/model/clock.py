"""Legal time limits, each with its source and date, and the calendar by which an organisation counts its own."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from amends.model.base import ClockId, Event, Flag, Model, PlainText
from amends.model.condition import LegalScope
from amends.model.day import Date
from amends.model.duration import Duration
from amends.model.entry import Entry
from amends.model.problem import problem, shown
from amends.model.text import Text


def _web_address(value: object) -> str:
    if not (isinstance(value, str) and re.fullmatch(r"https?://\S+", value)):
        raise problem(f"{shown(value)} is not the address of a page", "write it in full: https://example.org/rule")
    return value


class ClockSource(Model):
    """Where a legal time limit is written."""

    title: Text = Field(description="The law, the rule book, the standard.")
    section: Text = Field(description="The place in it.")
    url: Annotated[str, BeforeValidator(_web_address)] | None = Field(
        None, description="The address at which it can be read."
    )


class Clock(Entry):
    """A legal time limit between two events of a case. It names no step, so it fits every SOP."""

    title: Text = Field(description="What must be done in this time, in a few words.")
    jurisdiction: Text = Field(description="The country or region in which it holds.")
    applies: Text = Field(description="The organisations and the complaints to which it applies.")
    requires: Text = Field(description="What must have happened in this time.")
    start: Event = Field(alias="from", description="The event from which it counts.")
    by: Event = Field(description="The event that must happen in this time.")
    within: Duration = Field(description="How long it may take.")
    pause: Text | None = Field(None, description="When the time does not run.")
    when: LegalScope | None = Field(None, description="The complaints to which it applies; left out, to all.")
    unless: LegalScope | None = Field(
        None, description="Complaints to which it does not apply, since another clock does."
    )
    severity: Literal["must", "should"] = Field(
        description="`must`: binding; `should`: guidance, or binding only for others."
    )
    source: ClockSource = Field(description="Where it is written.")
    as_of: Date = Field(description="The day on which the source was read.")
    recheck_by: Date = Field(description="The day by which somebody must read the source again.")
    verified: Flag = Field(description="`true`: the figure was read in the source itself or a copy of it.")
    superseded_by: ClockId | None = Field(None, description="The clock that has replaced this one.")


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


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
    return value if value == _MIDNIGHT else _time_of_day(value)


_MIDNIGHT = "24:00"
TimeOfDay = Annotated[PlainText, BeforeValidator(_time_of_day)]


class WorkingHours(Model):
    """When work begins and ends on a working day."""

    start: TimeOfDay = Field(default="09:00", description="When work begins.")
    end: Annotated[PlainText, BeforeValidator(_end_of_work)] = Field(
        default="18:00",
        description="When work ends, and business days too: up to `24:00`; a time before `start` is on the next day.",
    )

    @property
    def end_at_midnight(self) -> bool:
        """Whether people work to the end of the day."""
        return self.end in (_MIDNIGHT, "00:00")

    @property
    def end_next_day(self) -> bool:
        """Whether people work on past midnight."""
        return self.end < self.start and not self.end_at_midnight


def _some_hours(hours: WorkingHours) -> WorkingHours:
    if hours.start == hours.end:
        raise problem(
            f"work ends at {hours.end}, when it begins",
            'write for example  {start: "09:00", end: "18:00"}, or {start: "00:00", end: "24:00"} for day and night',
        )
    return hours


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
    working_hours: Annotated[WorkingHours, AfterValidator(_some_hours)] = Field(
        WorkingHours(), description="Working hours."
    )
    working_days: Annotated[tuple[Weekday, ...] | None, AfterValidator(_some_days)] = Field(
        None, description="The working days of an ordinary week; without it, all but the weekend of the country."
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

    @model_validator(mode="after")
    def _says_one_thing_of_a_day(self) -> Calendar:
        for day in self.open:
            if day in self.closed:
                raise problem(f"{day} is both `open` and `closed`", "take it out of one of the two lists")
        return self
