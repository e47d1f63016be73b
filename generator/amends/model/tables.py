"""The decision tables: severity, routing, validity, remedies, compensation, goodwill, authority, escalation."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from amends.model.base import PlainText, RoleId, ScriptId, SettlementId, SeverityId, WayTarget
from amends.model.duration import BySeverity
from amends.model.entry import Entry
from amends.model.money import Money
from amends.model.problem import problem, shown
from amends.model.short_form import ShortForm
from amends.model.text import Points, Text


class Severity(Entry):
    """How grave a complaint is; the first severity is the gravest."""

    title: Text = Field(description="Its name: “P1 Critical”.")
    short: Text = Field(description="What stands on a time limit: “P1”.")
    summary: Text | None = Field(None, description="One sentence.")
    triggers: Points = Field(description="What puts a complaint here; any one suffices.")
    inform: tuple[RoleId, ...] = Field((), description="Who is told at once.")


class RoutingRule(Entry):
    """Which role takes a kind of complaint."""

    about: Text = Field(description="What the complaint is about.")
    to: RoleId = Field(description="Who leads.")
    support: tuple[RoleId, ...] = Field((), description="Who helps.")
    when: Text | None = Field(None, description="A condition or an exception.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


class Validity(Entry):
    """One row of the test: grounds x demand -> finding."""

    grounds: Text = Field(description="Are the grounds sufficient?")
    demand: Text = Field(description="Is the demand reasonable?")
    finding: Text = Field(description="The finding and what follows.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts that fit.")


class Remedy(Entry):
    """A way to put things right."""

    title: Text = Field(description="Name of the remedy.")
    when: Text = Field(description="When it fits.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


class Compensation(Entry):
    """What is owed in one kind of case."""

    case: Text = Field(description="Where the cause lies.")
    rule: Text = Field(description="What the customer gets.")
    never: Points = Field({}, description="What is never done.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


class Goodwill(Entry):
    """What may be given without any entitlement, by value of the relation and by trouble."""

    title: Text = Field(description="Value of the relation.")
    slight: Text = Field(description="Where the trouble was slight.")
    hardship: Text = Field(description="Where there was real hardship, or a long relation is at risk.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this row carries out.")


def _limit(value: object) -> object:
    """No sum at all stands for `unlimited`, which is never what an empty line means."""
    if value == "unlimited":
        return None
    if isinstance(value, dict | Money):
        return value
    raise problem(f"{shown(value)} is not a limit", "write  {amount: 200, currency: CNY}  or  unlimited")


class Authority(Entry):
    """Who may give how much; levels from the lowest to the highest."""

    code: PlainText = Field(description="Name of the level: `L1`.")
    roles: tuple[RoleId, ...] = Field(description="Who decides at this level.")
    limit: Annotated[Money | None, BeforeValidator(_limit), ShortForm({"const": "unlimited"})] = Field(
        description="Up to how much: money, or `unlimited`."
    )
    severities: tuple[SeverityId, ...] = Field((), description="Only for these severities.")
    how: Text | None = Field(None, description="How the decision is made.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this level carries out.")


class Escalation(Entry):
    """What happens when something does not happen, or goes too far."""

    when: Text = Field(description="What has happened, or not happened.")
    to: RoleId = Field(description="Who takes over or decides.")
    within: BySeverity | None = Field(None, description="By when.")
    then: Text | None = Field(None, description="What that role does.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts to use.")
    next: WayTarget | None = Field(None, description="Where the case goes on.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")
