"""What to say and what not: scripts, wording, difficult customers, situations, glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from amends.model.base import Event, FullName, Id, PlainText, RoleId, ScriptId, SettlementId, TermId
from amends.model.entry import Entry
from amends.model.problem import problem
from amends.model.text import Points, ShortPoint, Text


class Script(Entry):
    """Words to say, line by line."""

    title: Text = Field(description="What the script is for: “Promise”.")
    code: PlainText | None = Field(None, description="A label of your own: `S09`.")
    use: Text | None = Field(None, description="When to use it.")
    mode: Literal["sequence", "alternatives", "whole"] = Field(
        "whole", description="`sequence`: say the lines in this order; `alternatives`: choose one; `whole`: say it all."
    )
    lines: dict[Id, ShortPoint] = Field(description="The words, keyed, in order; no links.")
    slots: dict[Id, Text] = Field(
        {}, description="What is filled in: a line writes `[time]`, the reader sees the slot's words."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this script carries out.")


class Wording(Entry):
    """Words that must not be said, with better ones."""

    never: Points = Field(description="The phrases not to say.")
    why: Text | None = Field(None, description="Why not.")
    instead: tuple[ScriptId, ...] = Field((), description="Scripts to say instead.")
    words: Text | None = Field(None, description="Better words, where no script fits.")
    until: Event | None = Field(None, description="Wrong only before this event, right after it.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


class CustomerType(Entry):
    """A kind of difficult behaviour: how to recognise it, what to do, what to say."""

    title: Text = Field(description="A neutral name that describes behaviour, never the person.")
    summary: Text | None = Field(None, description="One sentence on what lies behind it.")
    recognise: Points = Field(description="How to recognise it.")
    do: Points = Field(description="What to do.")
    avoid: Points = Field({}, description="What not to do.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts that fit.")
    words: Points = Field({}, description="Words for this type only.")
    escalate: Text | None = Field(None, description="When to hand over.")
    escalate_to: RoleId | None = Field(None, description="To whom.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


def _leading_somewhere(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise problem("the situation leads nowhere", "name one to three entries:  [scripts/promise, steps/accept]")
    return names


class Situation(Entry):
    """Something that staff meet, in their own words, and where the handbook helps with it."""

    title: Text = Field(description="What staff would say: “The customer wants money back”.")
    hint: Text | None = Field(None, description="One sentence: what to do first.")
    also: Text | None = Field(
        None, description="Other words for it, that somebody may search for: “refund, reimburse, pay back”."
    )
    go: Annotated[tuple[FullName, ...], AfterValidator(_leading_somewhere)] = Field(
        description="Where to go, most helpful first, best one to three: `scripts/promise`, `severities/p1`."
    )


class Term(Entry):
    """A word of the field."""

    term: Text = Field(description="The word.")
    meaning: Text = Field(description="What it means in this SOP.")
    see: tuple[TermId, ...] = Field((), description="Related terms.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that fixed this meaning.")
