"""A page of the handbook before it becomes text: what is on it, not how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One page: `path` without suffix (`steps/accept`), its title, its template and what the template is given.

    `source` is the full name of the entry that the page shows, or none where it is made of many.
    `boost` is its weight in the search of the site.
    `short` is its title among its like in the navigation, where that need not say what kind of page it is.
    `repeats`: its text stands on other pages too, so the search knows it by its title alone.
    `assets` are the scripts and styles that this page needs beyond those of every page: `cases.js`, `cases.css`.
    """

    path: str
    title: str
    template: str
    data: Mapping[str, object] = field(default_factory=dict)
    source: str = ""
    boost: float = 1
    short: str = ""
    assets: tuple[str, ...] = ()
    repeats: bool = False


@dataclass(frozen=True)
class Section:
    """A heading of the navigation with what stands under it: pages, by path, and further sections."""

    title: str
    children: tuple[str | Section, ...]
