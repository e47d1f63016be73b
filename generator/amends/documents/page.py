"""A page of the handbook before it becomes text: what is on it, not how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One page: its `path` without suffix (`steps/accept`), its title, its template and the data for the template.

    Data that take long to find may be a function, which is called once the page is made.
    `source` is the full name of the entry that the page shows; none if it shows many.
    `boost` is its weight in the search of the site.
    `short` is a title for the navigation, where the heading above already says what kind of page it is.
    `repeats`: its text stands on other pages too, so the search finds it only by its title.
    `assets` are the scripts and styles that this page needs beyond those of every page: `cases.js`, `cases.css`.
    """

    path: str
    title: str
    template: str
    data: Mapping[str, object] | Callable[[], Mapping[str, object]] = field(default_factory=dict)
    source: str = ""
    boost: float = 1
    short: str = ""
    assets: tuple[str, ...] = ()
    repeats: bool = False

    def values(self) -> Mapping[str, object]:
        """The data for the template."""
        return self.data() if callable(self.data) else self.data


@dataclass(frozen=True)
class Section:
    """A heading of the navigation with its pages, by path, and further sections."""

    title: str
    children: tuple[str | Section, ...]
