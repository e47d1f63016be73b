"""What is to be built: which place, in which locale."""

from __future__ import annotations

from dataclasses import dataclass

from amends.content.layers import Resolved
from amends.content.place import Place
from amends.model.sop import Sop


@dataclass(frozen=True)
class Choice:
    """A place and a locale to build, the SOP's default locale where it is None; all rebuilds of `serve` share it.

    `read` is what was read of the place just now; without it each build reads the place anew.
    """

    place: Place
    locale: str | None
    read: tuple[Sop, Resolved] | None = None
