"""One part of plain data: a block, a name of an entry, or a string that people read."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

PathPart: TypeAlias = "str | int"
"""One part of a path: a key, or the index of an item."""
PartKind = Literal["block", "item", "field", "key", "text"]


class PlainPart(NamedTuple):
    """What stands at `path`.

    - `block`: a block of fields; `value` is its full name, and `collection` is "entries".
    - `item`, `field`, `key`: an item of a list, a single field, or a key that names the entry `value` of `collection`.
      `is_needed` says that the list or field must be there.
    - `text`: the string of a text in one locale.
    """

    kind: PartKind
    path: tuple[PathPart, ...]
    value: str
    collection: str = ""
    is_needed: bool = False
