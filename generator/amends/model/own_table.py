"""Tables of the SOP's own, whose columns are data, too."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from amends.model.base import Id
from amends.model.entry import Entry
from amends.model.short_form import ShortForm
from amends.model.text import TEXT_SCHEMA, Text


class Column(Entry):
    """One column of a table."""

    title: Text = Field(description="What stands above the column.")


def _long_column(value: object) -> object:
    """The long form of a column that is written as a title only."""
    is_long = isinstance(value, dict) and Column.model_fields.keys() & value.keys()
    return value if is_long or isinstance(value, Column) else {"title": value}


class OwnTable(Entry):
    """A table with columns of your own: who is on call, which system belongs to whom."""

    title: Text = Field(description="Name of the table.")
    summary: Text | None = Field(None, description="One sentence: what the table is for.")
    columns: dict[Id, Annotated[Column, BeforeValidator(_long_column), ShortForm(TEXT_SCHEMA)]] = Field(
        description="Its columns, from left to right: each an `ID: title`. The first one says what a row is about."
    )
    rows: dict[Id, dict[Id, Text]] = Field(
        description="Its rows, in order: for each a text by the id of its column; a column left out stays empty."
    )
