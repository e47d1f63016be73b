"""Records: the forms on which a case is documented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from amends.model.base import CaseFact, Flag, Id, LetterId, PlainText, RoleId
from amends.model.condition import Scope
from amends.model.duration import Duration
from amends.model.entry import Entry
from amends.model.short_form import ShortForm
from amends.model.text import TEXT_SCHEMA, Points, Text


class RecordField(Entry):
    """One field of a form."""

    title: Text = Field(description="Label of the field.")
    kind: Literal[
        "line",
        "text",
        "date",
        "time",
        "date-time",
        "number",
        "money",
        "tick",
        "choice",
        "several",
        "signature",
        "list",
    ] = Field("line", description="How it is filled in: one line, several lines, a date, ...")
    choices: Points = Field({}, description="For `kind: choice` (one answer) and `several`: the answers.")
    unit: Text | None = Field(None, description="What stands behind what is written, mostly a figure: `cm`, `EUR`.")
    hint: Text | None = Field(None, description="How to fill it in.")
    required: Flag = Field(default=False, description="`true`: the form is not complete without it.")
    from_case: CaseFact | None = Field(
        None,
        description="What the case knows already, and the form on the screen fills in: `number`, `severity`, `kind`,"
        " `channel`, or the time of an event: `received`.",
    )
    column: Flag = Field(
        default=False,
        description="`true`, for a list below a list: each entry belongs to the same entry of the list before. On paper"
        " such lists are the columns of one table.",
    )


def _long_field(value: object) -> object:
    """The long form of a field that is written as a title only."""
    is_long = isinstance(value, dict) and RecordField.model_fields.keys() & value.keys()
    return value if is_long or isinstance(value, RecordField) else {"title": value}


class Record(Entry):
    """A form to fill in. Steps and actions name it in their `records`."""

    title: Text = Field(description="Name of the form.")
    code: PlainText | None = Field(None, description="A label of your own: `R01`.")
    purpose: Text | None = Field(None, description="What the form is for.")
    fields: dict[Id, Annotated[RecordField, BeforeValidator(_long_field), ShortForm(TEXT_SCHEMA)]] = Field(
        description="Its fields: each an `ID: title`, or the long form."
    )
    when: Scope | None = Field(None, description="Only in this case: `{kind: safety}`, `{channel: [letter, chat]}`.")
    letters: tuple[LetterId, ...] = Field((), description="Letters that this form records.")
    kept_by: RoleId | None = Field(None, description="Who keeps it.")
    keep: Duration | None = Field(None, description="How long it is kept after the case is closed.")
    confidential: Flag = Field(default=False, description="`true`: kept separately from the case file.")
