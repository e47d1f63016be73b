"""What is to be built: which place, in which locale."""

from __future__ import annotations

from dataclasses import dataclass

from amends.book import Manuscript
from amends.content.place import Place


@dataclass(frozen=True)
class Choice:
    """A place and a locale to build, the SOP's default locale where it is None; all rebuilds of `serve` share it.

    `manuscript` is what was read of the place just now; without it each build reads the place anew.
    """

    place: Place
    locale: str | None
    manuscript: Manuscript | None = None
