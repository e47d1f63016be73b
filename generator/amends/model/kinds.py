"""Kinds of complaint and channels: what decides, beside the severity, which time limits and actions hold."""

from __future__ import annotations

from pydantic import Field

from amends.model.base import Id, RecordId, RoleId, ScriptId
from amends.model.entry import Entry
from amends.model.text import Points, Text


class Kind(Entry):
    """One kind of complaint to which something of its own applies. A complaint has one kind, or none."""

    title: Text = Field(description="Its name: “Payment services”.")
    short: Text = Field(description="The same in a sentence, after “only for”: “payment services”.")
    summary: Text | None = Field(
        None, description="One sentence: why such complaints are handled in a way of their own."
    )
    signs: Points = Field({}, description="How to recognise it; one of them is enough.")
    known_as: tuple[Id, ...] = Field((), description="Other names of it, which packs of legal clocks use.")


class Channel(Entry):
    """One way by which complaints come in."""

    title: Text = Field(description="Its name: “Letter”.")
    short: Text = Field(description="The same in a sentence, after “only”: “by letter”.")
    summary: Text | None = Field(None, description="One sentence: what is special about it.")
    owner: RoleId | None = Field(None, description="Who watches it, and takes up what comes in.")
    say: tuple[ScriptId, ...] = Field((), description="The first words.")
    records: tuple[RecordId, ...] = Field((), description="The form on which the complaint is taken down.")
    known_as: tuple[Id, ...] = Field((), description="Other names of it, which packs of legal clocks use.")
