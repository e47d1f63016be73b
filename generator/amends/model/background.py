"""Where the SOP comes from: principles, source documents, their frameworks, and how contradictions were settled."""

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
    text: Text = Field(description="What it asks of everybody.")
    steps: tuple[StepId, ...] = Field((), description="Where it matters most.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that shaped it.")


class SourceDocument(Entry):
    """A document from which frameworks were taken."""

    title: Text = Field(description="What it is.")
    code: PlainText | None = Field(None, description="A label of your own.")
    summary: Text | None = Field(None, description="What it holds.")


class Branch(Model):
    """A rule of a source: if, then, else."""

    condition: Text = Field(alias="if", description="In which case.")
    then: Text = Field(description="What follows.")
    otherwise: Text | None = Field(None, alias="else", description="What follows otherwise.")


class Forwarding(Model):
    """Where a source sends a case."""

    condition: Text = Field(alias="if", description="In which case.")
    to: RoleId | None = Field(None, description="To which role.")
    outside: Text | None = Field(None, description="Or to whom outside.")


class FrameworkItem(Entry):
    """One item of a framework, with its place in the source and where the SOP applies it."""

    title: Text | None = Field(None, description="Short heading.")
    text: Text = Field(description="What the source says, worded anew.")
    at: PlainText | None = Field(None, description="Lines of the source document: `11.2, 13.1` (line.sentence).")
    order: Order | None = Field(None, description="Its place in the source's own sequence.")
    under: PlainText | None = Field(None, description="The item of this framework to which it belongs.")
    roles: tuple[RoleId, ...] = Field((), description="Whom it concerns.")
    polarity: Literal["do", "avoid"] = Field("do", description="`avoid`: a failure that the source warns against.")
    status: Literal["rule", "background", "opinion"] = Field(
        "rule", description="`background`, `opinion`: not normative."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements of contradictions with other items.")
    see: tuple[FrameworkId, ...] = Field((), description="The framework that details it.")
    decision: Branch | None = Field(None, description="`{if, then, else}`.")
    forwarding: Forwarding | None = Field(None, description="`{if, to}` or `{if, outside}`.")
    time: Text | None = Field(None, description="The source's words on time; no source gives a figure.")
    formula: Text | None = Field(None, description="A formula as the source puts it.")
    say: Points = Field({}, description="Words to say.")
    never_say: Points = Field({}, description="Words not to say.")
    records: tuple[RecordFieldId, ...] = Field((), description="Fields of the records that it asks for.")
    details: Points = Field({}, description="What else the source lists.")
    neutral_title: Text | None = Field(None, description="A name for it that does not judge.")
    not_applied: Text | None = Field(None, description="Why the SOP applies it nowhere.")


class Framework(Entry):
    """A named system of a source document, item by item; its texts are the source's and are never substituted."""

    title: Text = Field(description="Name of the framework.")
    kind: Literal[
        "principles", "decision-rule", "techniques", "rationale", "process", "script-set",
        "definition", "record", "legal-route", "control-methods", "metric", "customer-types",
    ] = Field(description="What kind of system it is.")  # fmt: skip
    document: DocumentId = Field(description="The source document.")
    place: Text = Field(description="Where in the document.")
    at: PlainText = Field(description="Lines of the source document.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements of contradictions with other frameworks.")
    remarks: Points = Field({}, description="How the source was read, where it is garbled or silent.")
    items: dict[Id, FrameworkItem] = Field(description="Its items, in the source's order.")


class Settlement(Entry):
    """A contradiction between sources, and how the SOP settles it."""

    code: PlainText = Field(description="A label: `C01`.")
    title: Text = Field(description="The contradiction in a few words.")
    positions: Points = Field(description="What the sources say, each with its `sources`.")
    settlement: Text = Field(description="How the SOP settles it, and why.")
    carried_by: tuple[FullName, ...] = Field(description="The entries that carry it out: full names.")
