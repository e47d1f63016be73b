"""What to say and what not: scripts, wording, difficult customers, situations, glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from amends.model.base import Event, FullName, Id, PlainText, RoleId, ScriptId, SettlementId, TermId
from amends.model.condition import Scope
from amends.model.entry import Entry
from amends.model.problem import problem
from amends.model.text import Donts, Points, ShortPoint, Text


class Script(Entry):
    """Words to say, line by line."""

    title: Text = Field(description="What the script is for: “Promise”.")
    code: PlainText | None = Field(None, description="A label of your own: `S09`.")
    use: Text | None = Field(None, description="When to use it.")
    when: Scope | None = Field(None, description="Only in this case: `{kind: safety}`, `{channel: [letter, chat]}`.")
    mode: Literal["sequence", "alternatives", "whole"] = Field(
        "whole", description="`sequence`: say the lines in order; `alternatives`: choose one; `whole`: say all of it."
    )
    lines: dict[Id, ShortPoint] = Field(description="The lines to say, each under a key, in order; no links.")
    slots: dict[Id, Text] = Field(
        {}, description="What staff fill in: a line has `[time]`, and the reader sees the words of this slot."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this script carries out.")


class Wording(Entry):
    """Words that staff must not say, with better ones."""

    never: Points = Field(description="The phrases not to say.")
    why: Text | None = Field(None, description="Why not.")
    instead: tuple[ScriptId, ...] = Field((), description="Scripts to say instead.")
    words: Text | None = Field(None, description="Better words, if no script fits.")
    until: Event | None = Field(
        None, description="The phrases are wrong only before this event; after it they are right."
    )
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


class CustomerType(Entry):
    """A kind of difficult behaviour: how to recognise it, what to do, what to say."""

    title: Text = Field(description="A neutral name that describes behaviour, never the person.")
    summary: Text | None = Field(None, description="One sentence: why customers behave so.")
    recognise: Points = Field(description="How to recognise it.")
    do: Points = Field(description="What to do.")
    avoid: Donts = Field({}, description="What not to do, and what to do instead.")
    say: tuple[ScriptId, ...] = Field((), description="Scripts that fit.")
    words: Points = Field({}, description="Words for this type only.")
    escalate: Text | None = Field(None, description="When to hand over.")
    escalate_to: RoleId | None = Field(None, description="The role that takes over.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that this carries out.")


def _leading_somewhere(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise problem("the situation leads nowhere", "name one to three entries:  [scripts/promise, steps/accept]")
    return names


class Situation(Entry):
    """Something that staff meet, in their own words, and the pages that help."""

    title: Text = Field(description="What staff would say: “The customer wants money back”.")
    hint: Text | None = Field(None, description="One sentence: what to do first.")
    also: Text | None = Field(
        None, description="Other words that people may search for: “refund, reimburse, pay back”."
    )
    go: Annotated[tuple[FullName, ...], AfterValidator(_leading_somewhere)] = Field(
        description="Where to go, the most helpful first; one to three are best: `scripts/promise`, `severities/p1`."
    )


class Term(Entry):
    """A word with a special meaning in complaint handling."""

    term: Text = Field(description="The word.")
    meaning: Text = Field(description="What it means in this SOP.")
    also: Text | None = Field(
        None,
        description="Other words for it that people type into the search: “appeal, objection”. They are not shown.",
    )
    see: tuple[TermId, ...] = Field((), description="Related terms.")
    settled_by: tuple[SettlementId, ...] = Field((), description="Settlements that decided on this meaning.")
