"""Legal time limits, each with its source and date."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from amends.model.base import ClockId, Event, Flag, Model
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


class FirstDay(Model):
    """Whether the day of the event from which a clock counts is itself its first day, and where that is written."""

    counts: Flag = Field(description="`true`: that day is day 1; `false`: the day after it is.")
    section: Text = Field(description="The place that says so, with its words: “6 months commencing on the day ...”.")


ClockKind = Literal["within", "wait", "keep"]


class Clock(Entry):
    """A legal time limit between two events of a case. It names no step, so it fits every SOP."""

    title: Text = Field(description="What must be done in this time, in a few words.")
    jurisdiction: Text = Field(description="The country or region in which it holds.")
    applies: Text = Field(description="The organisations and the complaints to which it applies.")
    requires: Text = Field(description="What must have happened in this time.")
    start: Event = Field(alias="from", description="The event from which it counts.")
    by: Event = Field(description="The event that must happen in this time; of other kinds, only after it.")
    or_by: Event | None = Field(
        None, description="Another event that keeps it too, such as a holding reply with reasons and a new date."
    )
    once: Event | None = Field(None, description="It counts only once this event has happened, still from `from`.")
    within: Duration = Field(description="How long it may take, or must at least last.")
    kind: ClockKind = Field(
        "within", description="`within`: done in this time; `wait`: done only after it; `keep`: kept at least so long."
    )
    first_day: FirstDay | None = Field(
        None, description="Whether the day of `from` counts; left out, it does not, as nearly all laws have it."
    )
    pause: Text | None = Field(None, description="When the time does not run.")
    pause_section: Text | None = Field(None, description="The place that lets it pause, if `source` names another.")
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

    @property
    def counts_first_day(self) -> bool:
        """Whether the day of the event is day 1."""
        return self.first_day is not None and self.first_day.counts
