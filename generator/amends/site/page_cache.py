"""Finished pages of earlier builds: a page into which the same went as before is taken as it was.

MkDocs goes through all its steps for every page. Only the theme's template, our guard and the sections for the search,
which cost most, are left out for a page that is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from amends.cache import Cache
from amends.installation import installation
from amends.site.generated_page import GeneratedPage
from amends.sources import KNOWN_PLUGINS

_STUB = "amends-kept-page.html"
# Objects, and what differs between two builds of the same site or is part of the key of each page.
_NOT_COMPARED = frozenset({"plugins", "theme", "hooks", "nav", "watch", "config_file_path", "docs_dir", "site_dir"})


class PageCache:
    """The cache for one build of one locale's site: ask for each page before MkDocs builds it, and keep it after."""

    def __init__(self, cache: Cache, config: MkDocsConfig, nav: Navigation) -> None:
        self._cache = cache
        self._config = config
        self._nav = nav
        self._shown: dict[int, str] = {}

    def fetch(self, page: GeneratedPage, more: object) -> None:
        """Give the page what is kept of it, if anything is; `more` also goes into the page."""
        if not self._is_usable:
            return
        page.key = digest_of(self._site, self._facts(page), more)
        if (kept := self._cache.get(page.key)) is not None:
            page.kept, page.search_entries = json.loads(kept)
            page.meta["template"] = _STUB

    def keep(self, page: GeneratedPage) -> None:
        """Keep a page as it is written, and what the search knows of it."""
        if self._is_usable:
            self._cache.put(page.key, json.dumps([page.kept, page.search_entries], ensure_ascii=False).encode())

    def add_stub(self, env: Environment) -> None:
        """Add the template of a page that is kept, which costs nothing."""
        if env.loader is not None:
            env.loader = ChoiceLoader([DictLoader({_STUB: "kept"}), env.loader])

    @cached_property
    def _is_usable(self) -> bool:
        """Whether everything that may change a page is known."""
        return self._cache.is_kept and not self._config.hooks and set(self._config.plugins) <= KNOWN_PLUGINS

    @cached_property
    def _site(self) -> str:
        """What is the same for all pages."""
        config, theme = self._config, self._config.theme
        settings = {key: value for key, value in config.items() if key not in _NOT_COMPARED}
        own = _contents(Path(theme.custom_dir)) if theme.custom_dir else []
        return digest_of(installation(), settings, {key: theme[key] for key in theme}, own)

    def _facts(self, page: GeneratedPage) -> list[Any]:
        near = [(it.title, it.url) if it else None for it in (page.previous_page, page.next_page)]
        own = page.handbook_page
        return [
            page.content,
            page.title,
            page.meta,
            page.url,
            page.canonical_url,
            page.edit_url,
            page.update_date,
            own.boost,
            own.repeats,
            near,
            *self._navigation_of(page),
        ]

    def _navigation_of(self, page: MkDocsPage) -> Iterator[str]:
        """What the navigation shows on a page: its section, the sections around it, and the top of the tree."""
        if self._config.theme.custom_dir:
            yield self._level(self._nav.items, deep=True)  # templates of a project may look anywhere
            return
        for section in _sections_of(page):
            yield self._level(section.children)
        yield self._level(self._nav.items)

    def _level(self, items: list[StructureItem], *, deep: bool = False) -> str:
        if id(items) not in self._shown:
            self._shown[id(items)] = digest_of([_seen(item, deep=deep) for item in items])
        return self._shown[id(items)]


def _seen(item: Any, *, deep: bool) -> list[Any]:
    """What can be seen of an item; of a section that is not open, the first page of all."""
    facts = [item.title, getattr(item, "url", None), getattr(item, "is_index", None)]
    meta = getattr(item, "meta", None) or {}
    facts += [meta.get(name) for name in ("icon", "status", "subtitle")]
    children = item.children or [] if isinstance(item, Section) else []
    return [*facts, len(children) > 1, [_seen(child, deep=deep) for child in (children if deep else children[:1])]]


def digest_of(*parts: Any) -> str:
    """A digest of plain data; other objects count by their text."""
    text = json.dumps(parts, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _contents(folder: Path) -> list[tuple[str, str]]:
    """The files of a folder with their digests."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [(path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def _sections_of(page: MkDocsPage) -> Iterator[Section]:
    """The sections that hold a page, the innermost first."""
    section = page.parent
    while section is not None:
        yield section
        section = section.parent
