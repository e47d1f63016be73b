"""The last check of every page of one build: foreign markup is a finding, and our own scripts get a policy."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from amends.codes.page import FOREIGN_MARKUP
from amends.finding import Finding, Location
from amends.security.content_security_policy import policy, with_policy
from amends.security.foreign_markup import Foreign, Own, Signature, foreign_markup, inline, signatures
from amends.security.marked_templates import mark_elements
from amends.security.preloads import preloads


class PageGuard:
    """Marks the templates, guards the pages that are made from them, and keeps what it found.

    Each build has a new random mark, so that nobody can write it into a text; no written page has the mark. A mark says
    which template an element comes from, but not what was filled in there. So an element of a template is ours if it
    also acts as on a page without any words of an author: the guard must `learn` such a page first.
    """

    def __init__(self, *, is_preview: bool = False) -> None:
        self.findings: list[Finding] = []
        self._is_preview = is_preview
        self._mark = f"data-own-{secrets.token_hex(8)}"
        self._learned: set[Signature] = set()
        self._files: set[str] = set()

    def mark_templates(self, environment: Environment) -> None:
        """Mark the elements of all templates that this environment will load as ours."""
        mark_elements(environment, self._mark)

    def learn(self, html: str) -> None:
        """Take for ours what acts on this page, on which nothing of an author stands."""
        self._learned.update(signatures(LexborHTMLParser(html), self._mark))

    def allow(self, files: Iterable[str]) -> None:
        """Let pages load these scripts and style sheets, as paths from the root of the site."""
        self._files.update(files)

    def guarded(self, html: str, at: Location, url: str | None = "") -> str:
        """The page as it may be written.

        `at` is the file that findings name. `url` is the address of the page from the root of the site; None for a page
        on which no author names a script.
        """
        page = LexborHTMLParser(html)
        own = Own(self._mark, self._learned, self._files)
        self.findings += (_finding(foreign, at) for foreign in foreign_markup(page, own, url))
        html = html.replace(f" {self._mark}", "")
        if self._is_preview:
            return html  # MkDocs will add a script to each page that it serves; a policy made here cannot know it
        is_installable = page.css_first("link[rel=manifest]") is not None
        scripts, styles = inline(page, "script", self._mark), inline(page, "style", self._mark)
        allowed = policy(scripts, styles, is_installable=is_installable)
        return with_policy(html, allowed, preloads(page))


def _finding(foreign: Foreign, at: Location) -> Finding:
    return FOREIGN_MARKUP.finding(foreign.message, foreign.hint, at)
