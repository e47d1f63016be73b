"""Legal time limits, each with its source and date, and the calendar by which an organisation counts its own."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from amends.model.base import ClockId, Event, Flag, Model, PlainText
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
    severity: Literal["must", "should"] = Field(
        description="`must`: binding; `should`: guidance, or binding only for others."
    )
    source: ClockSource = Field(description="Where it is written.")
    as_of: Date = Field(description="The day on which the source was read.")
    recheck_by: Date = Field(description="The day by which somebody must read the source again.")
    verified: Flag = Field(description="`true`: the figure was read in the source itself or a copy of it.")
    superseded_by: ClockId | None = Field(None, description="The clock that has replaced this one.")


Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_ORDINARY_WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")


def _country(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[A-Z]{2}", value):
        raise problem(f"{shown(value)} is not the code of a country", "write two capitals: CN, GB, AU, US")
    return value


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


TimeOfDay = Annotated[PlainText, BeforeValidator(_time_of_day)]


class WorkingHours(Model):
    """When work begins and ends on a working day."""

    start: TimeOfDay = Field(default="09:00", description="When work begins.")
    end: TimeOfDay = Field(default="18:00", description="When work ends; business days end then too.")


def _forwards(hours: WorkingHours) -> WorkingHours:
    if hours.start >= hours.end:
        raise problem(
            f"work ends at {hours.end}, before it begins", 'write for example  {start: "09:00", end: "18:00"}'
        )
    return hours


def _some_days(days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    if not days:
        raise problem("no day is a working day", "write for example  [mon, tue, wed, thu, fri]")
    return days


class Calendar(Model):
    """When the organisation works: its public holidays, time zone, days and hours."""

    country: Annotated[PlainText, BeforeValidator(_country)] = Field(
        description="The country whose public holidays count, in two capitals as in ISO 3166: `CN`."
    )
    subdivision: PlainText | None = Field(None, description="A part of the country with holidays of its own: `ENG`.")
    time_zone: Annotated[PlainText, BeforeValidator(_time_zone)] = Field(
        description="The name of the time zone: `Asia/Shanghai`."
    )
    working_hours: Annotated[WorkingHours, AfterValidator(_forwards)] = Field(
        WorkingHours(), description="Working hours."
    )
    working_days: Annotated[tuple[Weekday, ...], AfterValidator(_some_days)] = Field(
        _ORDINARY_WEEK, description="The working days of an ordinary week."
    )
