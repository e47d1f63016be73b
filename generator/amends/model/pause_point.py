"""Pause points: the few checks that nobody skips, at the moments after which nothing can be taken back."""

from __future__ import annotations

from pydantic import Field

from amends.model.base import FullName, Id, StepId
from amends.model.entry import Entry
from amends.model.text import Text


class PauseItem(Entry):
    """One check of a pause point: what does the gravest harm if it is left out."""

    do: Text = Field(description="A short command with one idea, which can be read aloud.")
    hint: Text | None = Field(None, description="One short sentence: how, or why.")
    covers: tuple[FullName, ...] = Field(
        (),
        description="The boxes and decisions that it stands for: `steps/calm/actions/listen`. Whoever closes a case is "
        "told first of those that are open.",
    )


class PausePoint(Entry):
    """A moment to stop and read a few checks: before you speak, before you promise, before you close."""

    title: Text = Field(description="The moment, as people say it: “Before you speak”.")
    summary: Text | None = Field(None, description="One sentence: why to stop here.")
    steps: tuple[StepId, ...] = Field((), description="The steps on whose page, checklist and cards it stands.")
    items: dict[Id, PauseItem] = Field(description="At most seven checks, in the order in which they are read.")
