"""What one build of one locale's site knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from amends.book import Handbook, Manuscript, read_manuscript
from amends.content.place import Place
from amends.documents.page import Page
from amends.finding import Location, UsageError
from amends.model.sop import Sop
from amends.nearest import nearest
from amends.printing.fonts import require_fonts
from amends.printing.pdf_cache import PdfCache
from amends.security.page_guard import PageGuard
from amends.site.choice import Choice


@dataclass(frozen=True)
class SiteBuild:
    """A checked SOP and the locale in which it is built; everything else is computed when it is first needed."""

    place: Place
    manuscript: Manuscript
    locale: str
    cache: PdfCache
    guard: PageGuard
    is_serving: bool
    is_on_demand: bool = False

    @property
    def sop(self) -> Sop:
        """The SOP that is built."""
        return self.manuscript.sop

    @cached_property
    def handbook(self) -> Handbook:
        """The pages, PDFs and other files."""
        return self.manuscript.handbook(self.locale, self.cache, is_on_demand=self.is_on_demand)

    @cached_property
    def origins(self) -> Mapping[str, Location]:
        """For each page, by its path, the line of YAML behind it: in the topmost layer, if that mentions it."""
        return {page.path: self._origin(page) for page in self.handbook.pages}

    @cached_property
    def to_copy(self) -> Mapping[str, str]:
        """The full name of the entry behind each page that the project says nothing about, by the page's path."""
        return {page.path: page.source for page in self.handbook.pages if not self._is_own(self.origins[page.path])}

    def _origin(self, page: Page) -> Location:
        path = page.source.split("/") if page.source else ("id",)
        content = self.manuscript.content
        return content.topmost_location(path) or content.location(path)

    def _is_own(self, at: Location) -> bool:
        return Path(at.file).resolve().is_relative_to(self.place.home.resolve())


def begin_build(choice: Choice, cache: PdfCache, *, is_serving: bool) -> SiteBuild:
    """A build of what was chosen; raises Findings where the SOP has errors, and UsageError for an unknown locale."""
    manuscript = choice.manuscript or read_manuscript(choice.place, date.min)  # no error depends on the day
    locale = _known(choice.locale, manuscript.sop)
    require_fonts([locale])
    guard = PageGuard(is_preview=is_serving)
    return SiteBuild(choice.place, manuscript, locale, cache, guard, is_serving, choice.is_on_demand)


def _known(locale: str | None, sop: Sop) -> str:
    """The locale to build; raises UsageError where the SOP does not have it."""
    if locale is None:
        return sop.default_locale
    if locale not in sop.locales:
        raise UsageError(f"the SOP has no locale “{locale}”; {nearest(locale, sop.locales)}")
    return locale
