"""A generated page among the pages of MkDocs: it is HTML already, so no Markdown parser reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from amends.documents.page import Page
from amends.site.search_sections import search_sections

SearchEntry = Mapping[str, Any]
"""A page or a section in the index of the theme's search: its location, its title, its text, and its weight."""

_HEADING = re.compile(r'^<h([2-6]) id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<[^<>]+>")
_ID = re.compile(r'\sid="([^"]*)"')


class GeneratedPage(MkDocsPage):
    """A page of the handbook in its file; `finished` makes the HTML when MkDocs needs it.

    Without a `title`, as the navigation gives it, the page has its own. `colon` is how its language writes one. `kept`
    is the whole page as an earlier build wrote it, if the same went into it; its `key` stands for all of that.
    """

    def __init__(  # noqa: PLR0913 - three facts of the handbook, and what MkDocs wants of any page
        self,
        page: Page,
        finished: Callable[[], str],
        title: str | None,
        file: File,
        config: MkDocsConfig,
        *,
        colon: str,
    ) -> None:
        self.handbook_page = page
        self._finished = finished
        self._colon = colon
        self.key = ""
        self.kept: str | None = None
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Set the facts that a page written by hand has in its front matter."""
        self.markdown = ""
        self.meta = dict(_facts(self.handbook_page))

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Set the content, the table of contents and the anchors."""
        self.content = self.source_html
        self.toc = get_toc(_headings(self.content))
        self.present_anchor_ids = set(_ID.findall(self.content))

    @cached_property
    def search_entries(self) -> tuple[SearchEntry, ...]:
        """The page in the index of the theme's search. A page that repeats others is found by its title alone."""
        page = self.handbook_page
        more = {"boost": page.boost} if page.boost != 1 else {}
        first, *others = search_sections(self.source_html, self._colon)
        whole = {"location": self.url, "title": self.meta["title"], "text": "" if page.repeats else first.text, **more}
        sections = () if page.repeats else others
        return whole, *(
            {"location": f"{self.url}#{section.anchor}", "title": section.title, "text": section.text, **more}
            for section in sections
        )

    @cached_property
    def source_html(self) -> str:
        """What stands on the page, before any plugin changes it."""
        return self._finished()


def _facts(page: Page) -> Mapping[str, Any]:
    """The facts of a page that the theme and its plugins read."""
    # The theme puts the title into the head of the page without escaping it.
    title = html.escape(page.title, quote=False)
    # The theme's search would parse each page once more; ours has its own entries.
    return {"title": title, "search": {"exclude": True}, "assets": page.assets}


def _headings(source: str) -> list[Any]:
    """The headings with an id, as a tree of the tokens that Python-Markdown would give."""
    tree: list[dict[str, Any]] = []
    branch: list[dict[str, Any]] = []
    for level, anchor, inner in _HEADING.findall(source):
        token = {"level": int(level), "id": anchor, "name": _TAG.sub("", inner), "children": []}
        while branch and branch[-1]["level"] >= token["level"]:
            branch.pop()
        (branch[-1]["children"] if branch else tree).append(token)
        branch.append(token)
    return tree
