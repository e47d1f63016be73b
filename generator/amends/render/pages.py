"""Pages -> HTML, through the templates of the handbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from amends.documents.filled_pages import has_content
from amends.documents.page import Page
from amends.documents.point_rows import dont_rows, point_rows
from amends.drawing.layout import drawing_of
from amends.drawing.timeline import timeline_pictures
from amends.edition.address import anchor_of
from amends.edition.edition import Edition, Named, Phrase
from amends.model.text import Text
from amends.render.compiled_templates import compiled_templates
from amends.render.html import (
    entry_href,
    entry_link,
    heading_html,
    phrase_html,
    relative,
    relative_file,
    safe_text,
    without_links_in_links,
)
from amends.render.swimlane_svg import picture


class PageRenderer:
    """Renders the pages of one edition, one after the other.

    What the templates may use:
    `{{ text | t }}` gives any text of the SOP, safe for the page, and `w` gives the fixed words;
    `{{ title | heading }}` is the title of a page, which stays whole where it has a hyphen;
    `{{ reference | link }}` is a link to an entry, `entry` the same by full name, `named` makes references from ids;
    `href`, `file` and `entry_href` are relative addresses from the page, `anchor` is the id of a part of the page;
    `has` says whether a page of the handbook has content, so that it may be linked;
    `page()` is the page itself, `point_rows` short texts with their sources, `swimlane` the process map as a picture.
    All of them are global, so that imported macros are made once for all pages.
    """

    def __init__(self, templates: Path, edition: Edition) -> None:
        self._edition = edition
        self._page = Page("", "", "")
        self._environment = _environment(templates)
        self._environment.filters["t"] = self._text
        self._environment.filters["heading"] = heading_html
        self._environment.filters["link"] = self._link
        self._environment.globals.update(
            edition=edition,
            sop=edition.sop,
            w=lambda name, **values: safe_text(edition.words(name, **values)),
            anchor=lambda *parts: anchor_of(list(parts)),
            page=lambda: self._page,
            timeline_pictures=timeline_pictures,
            entry=self._entry,
            named=edition.all_named,
            point_rows=partial(point_rows, edition),
            dont_rows=partial(dont_rows, edition),
            has=partial(has_content, edition.sop),
            href=lambda target: relative(target, self._page.path),
            file=lambda path: relative_file(path, self._page.path),
            entry_href=lambda full_name: entry_href(full_name, self._page.path),
            swimlane=lambda chart, direction, said: picture(drawing_of(chart, direction), said),
        )

    def html(self, page: Page) -> str:
        """What stands on the page, without the frame that the theme puts around it."""
        self._page = page
        return without_links_in_links(self._environment.get_template(page.template).render(page.values()))

    def _text(self, value: Phrase | Text | str) -> Markup:
        if isinstance(value, str):
            return safe_text(value)
        phrase = self._edition.phrase(value) if isinstance(value, Text) else value
        return phrase_html(phrase, self._page.path)

    def _entry(self, full_name: str) -> Markup:
        return self._link(self._edition.named(full_name))

    def _link(self, named: Named) -> Markup:
        title = named.title
        return entry_link(named.entry, title.plain, self._page.path, title.locale if title.is_fallback else None)


def _environment(templates: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(templates / "handbook"),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
