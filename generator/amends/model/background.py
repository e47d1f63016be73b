"""Where the SOP comes from: principles, source documents, frameworks, and how contradictions were settled."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from amends.model.base import (
    DocumentId,
    FrameworkId,
    FullName,
    Id,
    Model,
    Order,
    PlainText,
    RecordFieldId,
    RoleId,
    SettlementId,
    StepId,
)
from amends.model.entry import Entry
from amends.model.text import Points, Text


class Principle(Entry):
    """A rule that stands above the steps."""

    title: Text = Field(description="The principle in a few words.")
    text: Text = Field(description="What the principle asks of everybody.")
    steps: tuple[StepId, ...] = Field((), description="The steps in which it matters most.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that shaped it.")


class SourceDocument(Entry):
    """A document from which frameworks were taken."""

    title: Text = Field(description="What it is.")
    code: PlainText | None = Field(None, description="A label of your own.")
    summary: Text | None = Field(None, description="What it holds.")


class Branch(Model):
    """A rule of a source, with its condition and what follows."""

    condition: Text = Field(alias="if", description="The condition.")
    then: Text = Field(description="What follows if it holds.")
    otherwise: Text | None = Field(None, alias="else", description="What follows if it does not hold.")


class Forwarding(Model):
    """Where a source sends a case."""

    condition: Text = Field(alias="if", description="The condition.")
    to: RoleId | None = Field(None, description="The role that gets the case.")
    outside: Text | None = Field(None, description="Who gets the case outside the organisation.")


class FrameworkItem(Entry):
    """One item of a framework, with its place in the source and where the SOP applies it."""

    title: Text | None = Field(None, description="Short heading.")
    text: Text = Field(description="What the source says, in other words.")
    at: PlainText | None = Field(None, description="Lines of the source document: `11.2, 13.1` (line.sentence).")
    order: Order | None = Field(None, description="Its place in the order of the source.")
    under: PlainText | None = Field(None, description="The item of this framework to which it belongs.")
    roles: tuple[RoleId, ...] = Field((), description="The roles that it concerns.")
    polarity: Literal["do", "avoid"] = Field("do", description="`avoid`: a failure that the source warns against.")
    status: Literal["rule", "background", "opinion"] = Field(
        "rule", description="`rule`: staff follow it; `background`, `opinion`: only for information."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements of contradictions with other items.")
    see: tuple[FrameworkId, ...] = Field((), description="The framework that describes it in detail.")
    decision: Branch | None = Field(None, description="`{if, then, else}`.")
    forwarding: Forwarding | None = Field(None, description="`{if, to}` or `{if, outside}`.")
    time: Text | None = Field(None, description="What the source says about time; no source gives a figure.")
    formula: Text | None = Field(None, description="A formula as the source writes it.")
    say: Points = Field({}, description="Words to say.")
    never_say: Points = Field({}, description="Words not to say.")
    records: tuple[RecordFieldId, ...] = Field((), description="The fields of records that it asks for.")
    details: Points = Field({}, description="What else the source lists.")
    neutral_title: Text | None = Field(None, description="A name that does not judge people.")
    not_applied: Text | None = Field(None, description="Why the SOP does not apply it.")


class Framework(Entry):
    """A named system of a source document, with its items. Placeholders in its texts are not replaced."""

    title: Text = Field(description="Name of the framework.")
    kind: Literal[
        "principles", "decision-rule", "techniques", "rationale", "process", "script-set",
        "definition", "record", "legal-route", "control-methods", "metric", "customer-types",
    ] = Field(description="What kind of system it is.")  # fmt: skip
    document: DocumentId = Field(description="The source document.")
    place: Text = Field(description="The place in the document.")
    at: PlainText = Field(description="Lines of the source document.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements of contradictions with other frameworks.")
    remarks: Points = Field({}, description="How unclear or missing parts of the source were understood.")
    items: dict[Id, FrameworkItem] = Field(description="Its items, in the order of the source.")


class Settlement(Entry):
    """A contradiction between sources, and how the SOP settles it."""

    code: PlainText = Field(description="A label: `C01`.")
    title: Text = Field(description="The contradiction in a few words.")
    positions: Points = Field(description="What each source says, with its `sources`.")
    settlement: Text = Field(description="How the SOP settles it, and why.")
    carried_by: tuple[FullName, ...] = Field(description="The full names of the entries that carry it out.")
