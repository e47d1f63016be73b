"""Everything that has an identity of its own: an entry of a collection, or of a keyed list inside one."""

from __future__ import annotations

from pydantic import Field

from amends.model.base import Citable
from amends.model.text import Text


class Entry(Citable):
    """A part of the SOP that is named by its id; the id is the key under which it stands."""

    note: Text | None = Field(None, description="For those who maintain the SOP; shown in small print.")
