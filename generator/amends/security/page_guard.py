"""The last look at every page of one build: what is foreign is a finding, and what is ours gets its policy."""

from __future__ import annotations

import secrets

from jinja2 import BaseLoader
from selectolax.lexbor import LexborHTMLParser

from amends.codes.page import FOREIGN_MARKUP
from amends.finding import Finding, Location
from amends.security.content_security_policy import policy, with_policy
from amends.security.foreign_markup import Foreign, foreign_markup, inline
from amends.security.marked_templates import MarkedTemplates
from amends.security.preloads import preloads


class PageGuard:
    """Marks the templates, guards the pages that come of them, and keeps what it found.

    The mark is drawn anew for each build, so that nobody can write it into a text; no page that is written holds it.
    """

    def __init__(self, *, is_preview: bool = False) -> None:
        self.findings: list[Finding] = []
        self._is_preview = is_preview
        self._mark = f"data-own-{secrets.token_hex(8)}"

    def templates(self, loader: BaseLoader) -> MarkedTemplates:
        """A loader whose elements this guard knows as ours."""
        return MarkedTemplates(loader, self._mark)

    def guarded(self, html: str, at: Location) -> str:
        """The page as it may be written; `at` is the file of which an author is told."""
        page = LexborHTMLParser(html)
        self.findings += (_finding(foreign, at) for foreign in foreign_markup(page, self._mark))
        html = html.replace(f" {self._mark}", "")
        if self._is_preview:
            return html  # MkDocs adds a script to each page that it serves, which no policy made here could know
        allowed = policy(inline(page, "script", self._mark), inline(page, "style", self._mark))
        return with_policy(html, allowed, preloads(page))


def _finding(foreign: Foreign, at: Location) -> Finding:
    return FOREIGN_MARKUP.finding(foreign.message, foreign.hint, at)
