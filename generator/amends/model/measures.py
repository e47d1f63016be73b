"""Controls and metrics: how the organisation sees whether people keep the SOP, and whether it works."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from amends.model.base import Family, Id, RecordId, RoleId, SettlementId
from amends.model.duration import Duration
from amends.model.entry import Entry
from amends.model.formula import Formula
from amends.model.problem import problem, shown
from amends.model.text import Points, Text


class Control(Entry):
    """A regular check."""

    title: Text = Field(description="Name of the check.")
    what: Text = Field(description="What is checked, and how.")
    by: RoleId = Field(description="Who checks.")
    every: Duration | None = Field(
        None, description="How often; left out if the check is unannounced or made for each case."
    )
    records: tuple[RecordId, ...] = Field((), description="Records that are checked or written.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


def _decimal(value: object) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,15})?", str(value)):
        raise problem(f"{shown(value)} is not a number", "write digits, with a point for decimals: 12 or 0.5")
    return Decimal(str(value))


class Example(Entry):
    """A worked example; its result is computed from the formula."""

    title: Text | None = Field(None, description="What the figures stand for.")
    values: dict[str, Annotated[Decimal, BeforeValidator(_decimal)]] = Field(description="A number for each variable.")


class Metric(Entry):
    """A figure, with what it means and how to find it."""

    title: Text = Field(description="Name of the metric.")
    family: Family = Field(description="What the figure is about.")
    meaning: Text = Field(description="What the figure shows, and what it does not show.")
    unit: Literal["percent", "ppm", "days", "number"] = Field("number", description="Unit of the result.")
    formula: Formula | None = Field(None, description="`late / closed * 100`; left out if `how` says it in words.")
    variables: dict[str, Text] = Field({}, description="What each variable of the formula counts.")
    how: Text | None = Field(None, description="How to find the figure, if there is no formula.")
    examples: dict[Id, Example] = Field({}, description="Worked examples.")
    target: Text | None = Field(None, description="What to aim for.")
    by: RoleId | None = Field(None, description="Who reports it.")
    every: Duration | None = Field(None, description="How often.")
    cautions: Points = Field({}, description="How the figure can mislead.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")
