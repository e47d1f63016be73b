"""The base of everything that has an id: an entry of a collection, or of a keyed list inside an entry."""

from __future__ import annotations

from pydantic import Field

from amends.model.base import Citable
from amends.model.text import Text


class Entry(Citable):
    """A part of the SOP that has an id: the key under which it is written."""

    note: Text | None = Field(None, description="A note for those who maintain the SOP; shown in small print.")
