"""Controls and metrics: how the organisation sees whether the SOP is kept and works."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from amends.model.base import Id, RecordId, RoleId, SettlementId
from amends.model.duration import Duration
from amends.model.entry import Entry
from amends.model.formula import Formula
from amends.model.problem import problem, shown
from amends.model.text import Points, Text


class Control(Entry):
    """A check that is made regularly."""

    title: Text = Field(description="Name of the check.")
    what: Text = Field(description="What is checked, and how.")
    by: RoleId = Field(description="Who checks.")
    every: Duration | None = Field(None, description="How often; absent: unannounced or per case.")
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
    """A figure that is followed."""

    title: Text = Field(description="Name of the metric.")
    family: Literal["speed", "quality", "satisfaction", "learning"] = Field(description="What it speaks of.")
    meaning: Text = Field(description="What it tells, and what it does not.")
    unit: Literal["percent", "ppm", "days", "number"] = Field("number", description="Unit of the result.")
    formula: Formula | None = Field(None, description="`late / closed * 100`; absent where `how` says it in words.")
    variables: dict[str, Text] = Field({}, description="What each variable of the formula counts.")
    how: Text | None = Field(None, description="How it is found, where no formula says it.")
    examples: dict[Id, Example] = Field({}, description="Worked examples.")
    target: Text | None = Field(None, description="What to aim for.")
    by: RoleId | None = Field(None, description="Who reports it.")
    every: Duration | None = Field(None, description="How often.")
    cautions: Points = Field({}, description="How the figure misleads.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")
