"""What is to be built: which place, in which locale."""

from __future__ import annotations

from dataclasses import dataclass

from amends.book import Manuscript
from amends.content.place import Place


@dataclass(frozen=True)
class Choice:
    """A place and a locale to build; None is the SOP's default locale. All rebuilds of `serve` share one choice.

    `manuscript` is what was just read from the place; without it each build reads the place again.
    With `is_on_demand`, a page or a PDF is made only when somebody asks for it.
    """

    place: Place
    locale: str | None
    manuscript: Manuscript | None = None
    is_on_demand: bool = False
