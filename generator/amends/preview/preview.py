"""What a preview shows now: the last good handbook, and what is wrong with the files as they are."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from amends.book import Manuscript, read_manuscript
from amends.content.place import Place
from amends.finding import Finding, Findings, UsageError
from amends.printing.fonts import require_fonts
from amends.site.build import site_on_demand
from amends.site.site_on_demand import SiteOnDemand

Trouble = Sequence[Finding] | str
"""What is wrong: findings, one sentence, or the traceback of a bug."""


@dataclass(frozen=True)
class Snapshot:
    """A handbook as it was read at one time; the site of a locale is prepared when somebody asks for it."""

    place: Place
    manuscript: Manuscript
    settings: dict[str, str]
    sites: dict[str, SiteOnDemand] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    @property
    def locales(self) -> Sequence[str]:
        """The locales of the SOP."""
        return self.manuscript.sop.locales

    def site(self, locale: str) -> SiteOnDemand:
        """The site of one locale; raises what a build raises."""
        with self.lock:
            if locale not in self.sites:
                require_fonts([locale])
                self.sites[locale] = site_on_demand(self.place, self.manuscript, locale, self.settings)
            return self.sites[locale]


class Preview:
    """The handbook of a place as its files were saved last.

    `version` grows with each change that a browser should show. Several threads may ask while one refreshes.
    """

    def __init__(self, place: Place, settings: dict[str, str]) -> None:
        self._place = place
        self._settings = settings
        self._last_good: Snapshot | None = None
        self.trouble: Trouble = ()
        self.version = 0

    @property
    def last_good(self) -> Snapshot | None:
        """The newest handbook that could be read; None if there was none yet."""
        return self._last_good

    def refresh(self) -> Trouble:
        """Read all files again: a handbook without errors takes the place of the last good one. Says what is wrong."""
        try:
            manuscript = read_manuscript(self._place, date.min)  # no error depends on the day
            snapshot = Snapshot(self._place, manuscript, self._settings)
            for locale in self._open_locales(snapshot):
                snapshot.site(locale)
        except Exception as error:  # noqa: BLE001 - whatever a plugin of the project raises, the preview goes on
            self.trouble = trouble_of(error)
        else:
            self._last_good, self.trouble = snapshot, ()
        self.version += 1
        return self.trouble

    def _open_locales(self, snapshot: Snapshot) -> Sequence[str]:
        """The locales that somebody looks at."""
        opened = tuple(self._last_good.sites) if self._last_good else ()
        return [locale for locale in opened if locale in snapshot.locales] or snapshot.locales[:1]


def trouble_of(error: BaseException) -> Trouble:
    """What an error says to an author."""
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    for link in chain:
        if isinstance(link, Findings):
            return tuple(link.findings)
        if isinstance(link, UsageError):
            return str(link)
    return "".join(traceback.format_exception(error))  # a bug: of a plugin, of a template, or ours
