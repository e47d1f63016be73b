"""The site of one locale for a preview: each page and file is made when somebody asks for it, as a build makes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePosixPath
from threading import Lock

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from amends.finding import Finding
from amends.site.generated_page import GeneratedPage
from amends.site.plugin import plugin_of
from amends.site.search import completed
from amends.site.search_words import search_words

_INDEX = "search/search_index.json"
_INDEX_IN_A_FOLDER = "search/search_index.js"
_NOT_FOUND = "404.html"


class SiteOnDemand:
    """What a site needs before its first page: the configuration, all files, the navigation, the templates.

    Making it raises what a build raises. `content` may be called by several threads at once.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._plugin = plugin_of(config)
        events = config.plugins
        events.on_startup(command="build", dirty=False)
        self._config = events.on_config(config)
        events.on_pre_build(config=config)
        env = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(env, config)
        self._files: Files = events.on_files(files, config=config)
        set_exclusions(self._files, config)
        self._nav = events.on_nav(get_navigation(self._files, config), config=config, files=self._files)
        self._pages = self._files.documentation_pages()
        for file in self._pages:
            _read(file.page or Page(None, file, config), config, self._files)
        self._env: Environment = events.on_env(env, config=config, files=self._files) or env
        self._by_address = {file.dest_uri: file for file in self._files if not file.inclusion.is_excluded()}
        self._made: dict[str, bytes] = {}
        self._lock = Lock()

    @property
    def findings(self) -> Sequence[Finding]:
        """What is wrong with the pages that were made so far."""
        return tuple(self._plugin.build.guard.findings)

    def content(self, address: str) -> bytes | None:
        """The page or the file at an address below the site, `steps/accept.html`; None if there is none."""
        with self._lock:
            if address not in self._made:
                made = self._make(address)
                if made is None:
                    return None
                self._made[address] = made
            return self._made[address]

    def not_found(self) -> bytes:
        """The theme's page for an address at which there is nothing."""
        with self._lock:
            context = get_context(self._nav, self._files, self._config, base_url=f"/{self._plugin.build.locale}")
            events = self._config.plugins
            context = events.on_template_context(context, template_name=_NOT_FOUND, config=self._config)
            output = self._env.get_template(_NOT_FOUND).render(context)
            return events.on_post_template(output, template_name=_NOT_FOUND, config=self._config).encode()

    def _make(self, address: str) -> bytes | None:
        if address == _INDEX:
            return self._search_index().encode()
        if address == _INDEX_IN_A_FOLDER:
            return f"var __index = {self._search_index()}".encode()
        if make := self._plugin.build.handbook.downloads.get(address):
            return make()
        file = self._by_address.get(address)
        if file is None:
            return None
        return self._html(file.page).encode() if file.page is not None else file.content_bytes

    def _html(self, page: Page) -> str:
        config, events = self._config, self._config.plugins
        page.render(config, self._files)
        page.content = events.on_page_content(page.content or "", page=page, config=config, files=self._files)
        page.active = True
        try:
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = get_context(self._nav, self._pages, config, page)
            context = events.on_page_context(context, page=page, config=config, nav=self._nav)
            return str(events.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False

    def _search_index(self) -> str:
        """The index of all pages. The theme's plugin collects those written by hand while they are made."""
        own = self._plugin.pages
        entries = [entry for page in own for entry in page.search_entries]
        found = [plugin for plugin in self._config.plugins.values() if isinstance(plugin, SearchPlugin)]
        for plugin in found[:1]:
            plugin.search_index.entries = []
            for file in self._pages:
                if file.page is not None and not isinstance(file.page, GeneratedPage):
                    self._html(file.page)
            written = str(plugin.search_index.generate_search_index(None))
            return completed(written, entries, search_words(self._plugin.build.handbook.edition))
        return json.dumps({"config": {}, "docs": []})


def is_page(address: str) -> bool:
    """Whether an address is that of a page, and not of a picture or the like."""
    return PurePosixPath(address).suffix == ".html"


def _read(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read the source of a page, which gives its title."""
    events = config.plugins
    page = events.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = events.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
