"""For which complaints a part of the SOP holds: their severity, kind and channel, and the answer that was given."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from amends.model.base import ChannelId, Id, KindId, Model, SeverityId
from amends.model.problem import problem
from amends.model.short_form import ShortForm


def _several(value: object) -> object:
    """One value or a list of them, as a list."""
    if value == []:
        raise problem("the list is empty, so this would never hold", "name one or more, or delete the field")
    return [value] if isinstance(value, str) else value


SEVERAL: tuple[Any, ...] = (BeforeValidator(_several), ShortForm({"type": "string"}))
"""Marks a list that may be written as a single value."""


class Scope(Model):
    """For which complaints something holds: all that fit each of the fields. A field left out fits every complaint."""

    severity: Annotated[tuple[SeverityId, ...], *SEVERAL] = Field(
        (), description="Only for this severity, or these: `p1`, `[p1, p2]`."
    )
    kind: Annotated[tuple[KindId, ...], *SEVERAL] = Field((), description="Only for this kind of complaint, or these.")
    channel: Annotated[tuple[ChannelId, ...], *SEVERAL] = Field(
        (), description="Only for complaints that come by this channel, or these."
    )


class When(Scope):
    """For which complaints part of a step holds, and after which answer."""

    outcome: Annotated[tuple[str, ...], *SEVERAL] = Field(
        (), description="Only after this outcome of the same step, or one of these: `DECISION/OUTCOME`."
    )


class LegalScope(Model):
    """The complaints to which a clock applies. A pack knows no SOP, so these names may also be a `known_as`."""

    kind: Annotated[tuple[Id, ...], *SEVERAL] = Field(
        (), description="Only for this kind of complaint, or these: ids of `kinds`, or names in their `known_as`."
    )
    channel: Annotated[tuple[Id, ...], *SEVERAL] = Field(
        (), description="Only by this channel, or these: ids of `channels`, or names in their `known_as`."
    )
