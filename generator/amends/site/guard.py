"""Where a MkDocs build calls the page guard: when templates are loaded, before and after every page, and at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from amends.finding import Finding, Findings, Location
from amends.security.page_guard import PageGuard

_TRACE = re.compile(r"<[^\s>]+|(?<=“)[^“”]+(?=”)")


class GuardedTemplates:
    """The templates of one build: their elements are marked as ours, and the guard learns what acts in them."""

    def __init__(self, environment: Environment, config: MkDocsConfig, guard: PageGuard) -> None:
        guard.mark_templates(environment)
        named = (*config.extra_javascript, *config.extra_css, *config.extra.get("polyfills", ()))
        guard.allow(str(file) for file in named)
        self._environment, self._config, self._guard = environment, config, guard
        self._learned: set[tuple[str, str]] = set()

    def learn(self, page: Page, context: TemplateContext) -> None:
        """Show the guard an empty page of the same template.

        The theme's script names the way to the root of the site, so there is one for each depth of folders.
        """
        template = page.meta.get("template", "main.html")
        if (template, context["base_url"]) in self._learned:
            return
        self._learned.add((template, context["base_url"]))
        empty = Page("", File.generated(self._config, page.file.src_uri, content=""), self._config)
        empty.content = ""
        values: dict[str, Any] = {**context, "page": empty}
        self._guard.learn(self._environment.get_template(template).render(values))


def guarded_page(html: str, file: File, guard: PageGuard) -> str:
    """The page as it may be written; a finding names the line written by hand, or the address of a generated page."""
    is_by_hand = file.generated_by is None and file.abs_src_path is not None
    before = len(guard.findings)
    page = guard.guarded(html, Location(str(file.abs_src_path) if is_by_hand else file.dest_uri), file.dest_uri)
    if is_by_hand:
        guard.findings[before:] = [_placed(finding, file.content_string) for finding in guard.findings[before:]]
    return page


def _placed(finding: Finding, source: str) -> Finding:
    """The finding with the first line of the page that holds what it names: an address, or the begin of a tag."""
    text = source.lower()
    for trace in reversed(_TRACE.findall(finding.message.lower())):
        if (index := text.find(trace)) >= 0:
            line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
            return replace(finding, location=replace(finding.location, line=line, column=column))
    return finding


def guarded_template(output: str, name: str, guard: PageGuard) -> str:
    """404.html and other pages that only the theme has, as they may be written; other files stay as they are."""
    if not name.endswith(".html"):
        return output
    guard.learn(output)  # no page stands on it, so no author's text in what acts
    return guard.guarded(output, Location(name), None)


def refuse_foreign_markup(guard: PageGuard) -> None:
    """Raise Findings if a page held foreign markup."""
    if guard.findings:
        raise Findings(guard.findings)
