"""The decision tables: severity, routing, validity, remedies, compensation, goodwill, authority, escalation."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from amends.model.base import LetterId, PlainText, RecordId, RoleId, ScriptId, SettlementId, SeverityId, WayTarget
from amends.model.duration import BySeverity
from amends.model.entry import Entry
from amends.model.money import Money
from amends.model.problem import problem, shown
from amends.model.short_form import ShortForm
from amends.model.text import Donts, Points, Text


class Severity(Entry):
    """One level of severity, with what leads to it."""

    title: Text = Field(description="Its name: “P1 Critical”.")
    short: Text = Field(description="Its short name beside a time limit: “P1”.")
    summary: Text | None = Field(None, description="One sentence.")
    triggers: Points = Field(description="What gives a complaint this severity; one of them is enough.")
    inform: tuple[RoleId, ...] = Field((), description="Who is told at once.")


class RoutingRule(Entry):
    """Which role takes a kind of complaint."""

    about: Text = Field(description="What the complaint is about.")
    to: RoleId = Field(description="Who leads.")
    support: tuple[RoleId, ...] = Field((), description="Who helps.")
    when: Text | None = Field(None, description="A condition or an exception.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


class Validity(Entry):
    """One row of the test: grounds and demand lead to a finding."""

    grounds: Text = Field(description="Whether the grounds are sufficient.")
    demand: Text = Field(description="Whether the demand is reasonable.")
    finding: Text = Field(description="The finding, and what follows from it.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts that fit.")


class Remedy(Entry):
    """A way to put things right."""

    title: Text = Field(description="Name of the remedy.")
    when: Text = Field(description="When it fits.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


class Compensation(Entry):
    """One kind of case, and what the customer gets."""

    case: Text = Field(description="Where the cause lies.")
    rule: Text = Field(description="What the customer gets.")
    never: Donts = Field({}, description="What is never done, and what is done instead.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


class Goodwill(Entry):
    """One kind of customer relation, and what may be given although nothing is owed."""

    title: Text = Field(description="How valuable the relation with the customer is.")
    slight: Text = Field(description="What may be given if the trouble was slight.")
    hardship: Text = Field(description="What may be given after real hardship, or if a long relation is at risk.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


def _limit(value: object) -> object:
    """The sum, or None for `unlimited`. An empty line is an error: it must not mean `unlimited`."""
    if value == "unlimited":
        return None
    if isinstance(value, dict | Money):
        return value
    raise problem(f"{shown(value)} is not a limit", "write  {amount: 200, currency: CNY}  or  unlimited")


class Authority(Entry):
    """One level of authority: who decides, and up to which sum; or what else may be decided at this level."""

    code: PlainText = Field(description="Name of the level: `L1`.")
    roles: tuple[RoleId, ...] = Field(description="Who decides at this level.")
    limit: Annotated[Money | None, BeforeValidator(_limit), ShortForm({"const": "unlimited"})] = Field(
        None, description="The highest sum, or `unlimited`."
    )
    may: Text | None = Field(
        None, description="What this level may do, where that is no sum: “Switch the service off”. In place of `limit`."
    )
    severities: tuple[SeverityId, ...] = Field((), description="Only for these severities.")
    how: Text | None = Field(None, description="How the decision is made.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this level carries out.")

    @model_validator(mode="after")
    def _says_how_far(self) -> Authority:
        if (self.may is None) == ("limit" not in self.model_fields_set):
            message = "a level says either its `limit` or what it `may` do"
            raise problem(message, "write  limit: {amount: 200, currency: CNY}  or  may: Switch the service off", ())
        return self


class Escalation(Entry):
    """What to do if something does not happen, or goes too far."""

    when: Text = Field(description="What has happened, or not happened.")
    to: RoleId = Field(description="Who takes over or decides.")
    within: BySeverity | None = Field(None, description="How soon that role takes over or decides.")
    then: Text | None = Field(None, description="What that role does.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts to use.")
    letters: tuple[LetterId, ...] = Field((), description="Letters to send.")
    records: tuple[RecordId, ...] = Field((), description="Forms on which it is noted.")
    next: WayTarget | None = Field(None, description="Where the case goes on.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")
