"""The last check of every page of one build: foreign markup is a finding, and our own scripts get a policy."""

from __future__ import annotations

import secrets

from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from amends.codes.page import FOREIGN_MARKUP
from amends.finding import Finding, Location
from amends.security.content_security_policy import policy, with_policy
from amends.security.foreign_markup import Foreign, foreign_markup, inline
from amends.security.marked_templates import mark_elements
from amends.security.preloads import preloads


class PageGuard:
    """Marks the templates, guards the pages that are made from them, and keeps what it found.

    Each build has a new random mark, so that nobody can write it into a text; no written page has the mark.
    """

    def __init__(self, *, is_preview: bool = False) -> None:
        self.findings: list[Finding] = []
        self._is_preview = is_preview
        self._mark = f"data-own-{secrets.token_hex(8)}"

    def mark_templates(self, environment: Environment) -> None:
        """Mark the elements of all templates that this environment will load as ours."""
        mark_elements(environment, self._mark)

    def guarded(self, html: str, at: Location) -> str:
        """The page as it may be written; `at` is the file that findings name."""
        page = LexborHTMLParser(html)
        self.findings += (_finding(foreign, at) for foreign in foreign_markup(page, self._mark))
        html = html.replace(f" {self._mark}", "")
        if self._is_preview:
            return html  # MkDocs will add a script to each page that it serves; a policy made here cannot know it
        allowed = policy(inline(page, "script", self._mark), inline(page, "style", self._mark))
        return with_policy(html, allowed, preloads(page))


def _finding(foreign: Foreign, at: Location) -> Finding:
    return FOREIGN_MARKUP.finding(foreign.message, foreign.hint, at)
