"""The `mkdocs.yml` of a plain handbook, which needs only MkDocs with the theme Material, or Zensical."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml
from markupsafe import escape

from amends.book import Handbook
from amends.documents.page import Section
from amends.edition.words import FALLBACK
from amends.spelling import parents

EXTENSIONS: tuple[str, ...] = ("attr_list", "tables", "pymdownx.tasklist")
"""Ids of headings and rows, tables, boxes to tick: all come with the theme."""


def settings(book: Handbook, left_out: frozenset[str]) -> str:
    """The file as text: the names, the theme in the language of the handbook, the navigation."""
    edition = book.edition
    sop = edition.sop
    # The themes escape nothing by themselves.
    titles = {page.path: str(escape(page.short or page.title)) for page in book.pages}
    titles["index"] = edition.words("nav.home")
    address = sop.organisation.site_url
    data: dict[str, Any] = {
        "site_name": str(escape(f"{edition.plain(sop.organisation.name)} · {edition.plain(sop.title)}")),
        **({"site_url": f"{address.rstrip('/')}/{edition.locale}/"} if address else {}),
        # The same addresses as before, so that links and the codes on paper still lead here.
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "language": language_of_theme(edition.words.locale),
            "font": False,
            "features": ["navigation.indexes", "navigation.tabs", "navigation.top"],
        },
        "plugins": ["search"],
        "markdown_extensions": list(EXTENSIONS),
        "validation": {"links": {"anchors": "warn"}},
        "nav": [_item(child, titles) for child in book.navigation if child not in left_out],
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def language_of_theme(locale: str) -> str:
    """The language of the theme Material for a locale: its own, or the nearest on which it stands: `en` for `en-US`."""
    known = resources.files("material") / "templates" / "partials" / "languages"
    return next((it for it in (locale, *parents(locale)) if (known / f"{it}.html").is_file()), FALLBACK)


def _item(child: str | Section, titles: dict[str, str]) -> dict[str, Any]:
    if isinstance(child, str):
        return {titles[child]: f"{child}.md"}
    return {str(escape(child.title)): [_item(inner, titles) for inner in child.children]}
