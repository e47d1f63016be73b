"""Finished pages of earlier builds: a page into which the same went as before is taken as it was.

MkDocs goes through all its steps for every page. Only the theme's template, our guard and the sections for the search,
which cost most, are left out for a page that is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import BuiltinFunctionType, FunctionType
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from amends.cache import Cache
from amends.installation import installation
from amends.site.generated_page import GeneratedPage
from amends.sources import KNOWN_PLUGINS, Sources

_STUB = "amends-kept-page.html"
# What no page shows, and what is part of the key in another way.
_NOT_COMPARED = frozenset(
    {"config_file_path", "dev_addr", "docs_dir", "draft_docs", "exclude_docs", "hooks", "nav", "not_in_nav", "plugins"}
    | {"remote_branch", "remote_name", "site_dir", "strict", "theme", "validation", "watch"}
)
# What a project's own template may show of other pages than its own, and what differs in each build.
_LOOKS_AROUND = re.compile(rb"\b(?:nav|pages|previous_page|next_page|parent|ancestors|children)\b")
_LOOKS_INSIDE = re.compile(rb"\b(?:content|markdown|toc|file)\b")
_NEVER_THE_SAME = re.compile(rb"\bbuild_date_utc\b")


class PageCache:
    """The cache for one build of one locale's site: ask for each page before MkDocs builds it, and keep it after."""

    def __init__(self, cache: Cache, config: MkDocsConfig, nav: Navigation, files: Files) -> None:
        self._cache = cache
        self._config = config
        self._nav = nav
        self._files = files
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
        config = self._config
        is_known = (
            self._cache.is_kept
            and not config.hooks
            and set(config.plugins) <= KNOWN_PLUGINS
            and config.theme.name == "material"
        )
        return is_known and not any(map(_NEVER_THE_SAME.search, self._templates.values()))

    @cached_property
    def _templates(self) -> dict[str, bytes]:
        """The files of the project's own templates."""
        return _files_in(Path(self._config.theme.custom_dir)) if self._config.theme.custom_dir else {}

    @cached_property
    def _site(self) -> str:
        """What is the same for all pages."""
        config, theme = self._config, self._config.theme
        settings = {key: value for key, value in config.items() if key not in _NOT_COMPARED}
        plugins = {name: plugin.config for name, plugin in config.plugins.items()}
        own = {name: hashlib.sha256(content).hexdigest() for name, content in self._templates.items()}
        return digest_of(installation(), settings, plugins, theme, own, self._other_pages)

    @cached_property
    def _other_pages(self) -> str:
        """All pages, where templates of the project may show any of them on each."""
        code = [content for content in self._templates.values() if b"{{" in content or b"{%" in content]
        if not any(map(_LOOKS_AROUND.search, code)):
            return ""
        is_inside = any(map(_LOOKS_INSIDE.search, code))
        pages = [file.page for file in self._files.documentation_pages() if file.page is not None]
        facts = [
            [page.url, page.title, page.meta, page.edit_url, page.content if is_inside else None] for page in pages
        ]
        return digest_of(facts, [_seen(item, deep=True) for item in self._nav.items])

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

    def _navigation_of(self, page: MkDocsPage) -> Iterator[object]:
        """What the navigation shows on a page: its section, the sections around it, and the top of the tree."""
        for section in _sections_of(page):
            around = section.parent.children if section.parent else self._nav.items
            yield self._level(section.children), around.index(section)
        yield self._level(self._nav.items)

    def _level(self, items: list[StructureItem]) -> str:
        if id(items) not in self._shown:
            # With this feature, sections inside the one that is open are open, too.
            is_open = "navigation.sections" in self._config.theme["features"]
            self._shown[id(items)] = digest_of([_seen(item, deep=is_open) for item in items])
        return self._shown[id(items)]


def _seen(item: Any, *, deep: bool) -> list[Any]:
    """What can be seen of an item: of a section that is not open, the first page, and how many pages there are.

    The theme looks in such a section for the section's own page, and leaves white space for each page that it passes.
    """
    children = _children_of(item)
    passed = [getattr(child, "is_index", None) for child in children]
    return [*_named(item), passed, [_seen(child, deep=True) for child in children] if deep else _first_in(children)]


def _first_in(items: list[StructureItem]) -> list[Any]:
    """The first of all pages; sections that begin with it lie between."""
    return [[*_named(item), _first_in(_children_of(item))] for item in items[:1]]


def _named(item: Any) -> list[Any]:
    """How an item is named in a list, and where it leads."""
    meta = getattr(item, "meta", None) or {}
    signs = [meta.get(name) for name in ("icon", "status", "subtitle")]
    return [item.title, getattr(item, "url", None), getattr(item, "is_index", None), *signs]


def _children_of(item: StructureItem) -> list[StructureItem]:
    return item.children if isinstance(item, Section) else []


def digest_of(*parts: Any) -> str:
    """A digest of plain data, mappings in their order; functions count by their names, other objects by their text."""
    text = json.dumps(_plain(parts), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case None | str() | int() | float():
            return value
        case Mapping():
            return {"mapping": [[_plain(key), _plain(inner)] for key, inner in value.items()]}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case partial():
            return _plain([value.func, value.args, value.keywords])
        case FunctionType() | BuiltinFunctionType() | type():
            return f"{value.__module__}.{value.__qualname__}"
    return str(value)


def _files_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names."""
    files = Sources((folder,), as_a_whole=(folder,)).files()
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _sections_of(page: MkDocsPage) -> Iterator[Section]:
    """The sections that hold a page, the innermost first."""
    section = page.parent
    while section is not None:
        yield section
        section = section.parent
