"""What is to be built: which place, in which locale."""

from __future__ import annotations

from dataclasses import dataclass

from amends.content.layers import Resolved
from amends.content.place import Place
from amends.model.sop import Sop


@dataclass(frozen=True)
class Choice:
    """A place and a locale to build; None is the SOP's default locale. All rebuilds of `serve` share one choice.

    `read` is what was just read from the place; without it each build reads the place again.
    """

    place: Place
    locale: str | None
    read: tuple[Sop, Resolved] | None = None
