"""Settings of MkDocs and the Material theme that the handbook needs, added to those of the project's mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from amends.colours import colours, own_colours, variables
from amends.documents.filled_pages import has_content
from amends.edition.edition import Edition
from amends.edition.locale_form import language_name
from amends.edition.own_words import words_of
from amends.edition.words import read_words
from amends.model.sop import Organisation, Sop
from amends.portable.settings import language_of_theme
from amends.shipped import shipped
from amends.site.assets import STYLE_SHEET, logo_file
from amends.site.installable import MANIFEST, SCRIPT
from amends.site.visible_templates import list_only_visible

_FEATURES = (
    "content.action.edit",
    "navigation.tabs",
    "navigation.indexes",
    "navigation.path",
    "navigation.prune",
    "search.highlight",
    "search.suggest",
    "toc.follow",
)
_SCRIPTS = ("assets/amends/handbook.js",)
# Before the theme's own script, which asks for a worker: the search runs on the page.
_SEARCH = ("assets/amends/no-iframe-worker.js",)
_ANSWERS = ("say", "never", "do", "who", "much", "look")
"""What kind of answer a page gives; the search names it before the title."""
_MISSING = ("missing", "missing-why", "missing-home")
"""What 404.html says."""
_LISTS = {
    "process": "process",
    "scripts": "scripts/index",
    "records": "records/index",
    "contacts": "contacts",
    "glossary": "glossary",
}
"""Pages that list much, by the names of their titles."""
_ICON = "assets/amends/icon.svg"
_ICON_OF_THE_THEME = "assets/images/favicon.png"


def configure(config: MkDocsConfig, sop: Sop, locale: str, *, is_alone: bool, is_preview: bool = False) -> None:
    """Set up one locale's site; `is_alone`: there are no sibling sites to switch to. A preview is never installed."""
    edition = Edition(sop, locale, words_of(sop, locale))
    # The theme escapes nothing by itself, so what an author wrote is handed over escaped.
    config.site_name = escape(f"{edition.plain(sop.organisation.name)} · {edition.plain(sop.title)}")
    for name in ("site_description", "site_author"):
        if config[name]:
            config[name] = escape(config[name])
    # Addresses are fixed, made of ids: QR codes on paper lead to them, and they must open without a server.
    config.use_directory_urls = False
    if sop.organisation.site_url and not config.site_url:
        config.site_url = f"{sop.organisation.site_url.rstrip('/')}/{locale}/"
    _set_up_theme(config, locale, sop.organisation)
    list_only_visible(config.theme)
    for extension in ("attr_list", "tables"):
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    # Headings in any script get an anchor of their own words; the usual one keeps only Latin letters.
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    # The pages' policy refuses style attributes, so the attribute `align` sets a column to the right.
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    config.extra_css = [STYLE_SHEET, *config.extra_css]
    is_installable = sop.organisation.installable and not is_preview
    scripts = (*_SCRIPTS, SCRIPT) if is_installable else _SCRIPTS
    config.extra_javascript = [*scripts, *config.extra_javascript]
    config.extra["generator"] = False
    config.extra["polyfills"] = [*_SEARCH, *config.extra.get("polyfills", [])]
    config.extra["amends"] = {name: escape(value) for name, value in _shown_on_every_page(edition).items()}
    config.extra["amends"]["manifest"] = MANIFEST if is_installable else ""
    before, _, after = edition.words("change.quoted").partition("{text}")
    config.extra["amends"]["quotes"] = (before, after)
    config.extra["amends"]["look_here"] = [(escape(title), address) for title, address in where_else(edition)]
    if not is_alone and len(sop.locales) > 1:
        config.extra["alternate"] = [
            {"name": language_name(other), "link": f"../{other}/", "lang": other} for other in sop.locales
        ]
    # MkDocs only mentions broken anchors; in a handbook they are mistakes.
    config.validation.links.anchors = 30


def _set_up_theme(config: MkDocsConfig, locale: str, organisation: Organisation) -> None:
    theme, words = config.theme, read_words(locale)
    # After the folder of the project's own overrides, if it has one, so that these win.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(shipped("templates") / "theme"))
    theme["language"], theme["readers"] = language_of_theme(words.locale), words.locale
    if organisation.logo is not None:
        theme["logo"] = logo_file(organisation.logo)
    if theme.get("favicon") in (None, _ICON_OF_THE_THEME):
        theme["favicon"] = theme["logo"] if organisation.logo else _ICON
    theme["font"] = False  # the theme would ask the internet for its fonts
    theme["features"] = [*_FEATURES, *(feature for feature in theme.get("features") or [] if feature not in _FEATURES)]
    if not theme.get("palette"):
        theme["palette"] = [
            _palette("default", "light", "material/weather-night", words("site.to-dark")),
            _palette("slate", "dark", "material/weather-sunny", words("site.to-light")),
        ]


def _palette(scheme: str, preferred: str, icon: str, name: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {preferred})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": name},
    }


def where_else(edition: Edition) -> Iterator[tuple[str, str]]:
    """Where to look if a search finds nothing: titles and addresses of pages that list much."""
    if edition.sop.situations:
        yield edition.words("find.situations"), "index.html#situations"
    for name, path in _LISTS.items():
        if has_content(edition.sop, path):
            yield edition.words(f"page.{name}"), f"{path}.html"


def _shown_on_every_page(edition: Edition) -> dict[str, str]:
    """Document control for the foot of each page, and the colour of the foot in print."""
    document, colours_of = edition.sop.document, edition.sop.organisation.colours
    owner = edition.title(f"roles/{document.owner}")
    return {
        "colour": colours()["paper"]["mute"],
        "number": document.number,
        "version": document.version,
        "owner": owner,
        "effective": edition.date(document.effective),
        "next_review": edition.date(document.next_review),
        "review_day": document.next_review.isoformat(),
        "kept_page": edition.words("site.kept-page", version=document.version),
        "overdue": edition.words("site.overdue", review=edition.date(document.next_review), owner=owner),
        "to_change": edition.words("site.to-change"),
        **{f"find_{kind}": edition.words(f"find.kind.{kind}") for kind in _ANSWERS},
        **{f"find_{name.replace('-', '_')}": edition.words(f"find.{name}") for name in ("none", "none-try", "failed")},
        "show_sources": edition.words("site.show-sources"),
        "path": edition.words("site.path"),
        **{
            name.replace("-", "_"): edition.words(f"site.{name}") for name in ("missing", "missing-why", "missing-home")
        },
        **{scheme: variables(own_colours(colours_of)["start"], scheme) for scheme in ("light", "dark")},
        "locale": edition.locale,
        "uncontrolled": edition.words("site.uncontrolled"),
        "line": edition.words(
            "site.control",
            number=document.number,
            version=document.version,
            owner=owner,
            effective=edition.date(document.effective),
            review=edition.date(document.next_review),
        ),
    }
