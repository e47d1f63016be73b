"""What a command says of its work: a name with arguments. It becomes words only where somebody reads it.

So every language says it in its own order, and nothing has to be found again in an English sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias


class Said(NamedTuple):
    """A message: `said.NAME` in `templates/words/`, and what stands in its gaps."""

    name: str
    values: Mapping[str, str]


Say: TypeAlias = Callable[[Said], None]
"""What a library function gets to speak with."""


def said(name: str, /, **values: object) -> Said:
    """A message with its arguments."""
    return Said(name, {key: str(value) for key, value in values.items()})
