"""Phrases -> HTML that browsers read only as text."""

from __future__ import annotations

import html
import posixpath
import re
from functools import cache, lru_cache

from markupsafe import Markup

from amends.edition.address import address_of
from amends.edition.edition import Phrase
from amends.edition.inline import Run

_LINK_TAG = re.compile(r"<a\b[^<>]*>|</a>")
_KEPT_WHOLE = "\u2011"
"""The hyphen at which no line ends; paper needs it, and screens have another way."""
_HYPHENATED = re.compile(rf"\b\w{{1,12}}(?:[-{_KEPT_WHOLE}]\w{{1,12}})+\b")
_TAGS = {"strong": "strong", "emphasis": "em", "code": "code"}


@lru_cache(maxsize=20_000)
def safe_text(text: str) -> Markup:
    """Plain text as HTML, on one line."""
    return Markup(html.escape(" ".join(text.split()) if "\n" in text else text))  # noqa: S704 - escaped right here


def phrase_html(phrase: Phrase, page: str) -> Markup:
    """A phrase as inline HTML for the page at `page`. Text in another locale than the page is marked as such."""
    inner = "".join(_run(run, page) for run in phrase.runs)
    if phrase.is_fallback:
        inner = f'<span class="fallback" lang="{safe_text(phrase.locale)}">{inner}</span>'
    return Markup(inner)  # noqa: S704 - every part went through safe_text


def heading_html(title: str) -> Markup:
    """A title in which no line ends inside “thank-you” or “puis-je”: browsers break there to balance two lines.

    The hyphen is the ordinary one, also where fixed words have the one that paper keeps whole: so it is copied, and
    found on the page, as people type it.
    """
    return Markup(_HYPHENATED.sub(_whole, str(safe_text(title))))  # noqa: S704 - it is safe


def _whole(word: re.Match[str]) -> str:
    shown = word[0].replace(_KEPT_WHOLE, "-")
    return f'<span class="am-whole">{shown}</span>'


def entry_link(full_name: str, title: str, page: str, locale: str | None = None) -> Markup:
    """A link to an entry from page `page`; `locale` is given if the title is in another locale than the page."""
    href = safe_text(entry_href(full_name, page))
    lang = f' lang="{safe_text(locale)}"' if locale else ""
    return Markup(f'<a href="{href}"{lang}>{safe_text(title)}</a>')  # noqa: S704 - all parts went through safe_text


def without_links_in_links(page: str) -> str:
    """The HTML of a page with only the outer ones of its links.

    A template may put a text into a link, and the text may name a role or have a link itself. Browsers end the outer
    link where the inner one begins, and tear the page apart there.
    """
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[0] != "</a>":
            depth += 1
            return tag[0] if depth == 1 else ""
        depth -= 1
        return tag[0] if depth == 0 else ""

    return _LINK_TAG.sub(kept, page)


def relative(target: str, page: str) -> str:
    """The address of page `target` (no suffix) as seen from page `page`: `../steps/accept.html`."""
    return relative_file(f"{target}.html", page)


def relative_file(path: str, page: str) -> str:
    """The address of any file of the site as seen from page `page`: `../print/cards.pdf`."""
    folder, name = posixpath.split(path)
    return _way_to(folder, posixpath.dirname(page)) + name


@cache
def _way_to(folder: str, start: str) -> str:
    way = posixpath.relpath(folder or ".", start or ".")
    return "" if way == "." else f"{way}/"


@lru_cache(maxsize=20_000)
def entry_href(full_name: str, page: str) -> str:
    """The address of an entry as seen from page `page`: `../steps/accept.html#action--greet`."""
    address = address_of(full_name)
    return relative(address.page, page) + (f"#{address.anchor}" if address.anchor else "")


def _run(run: Run, page: str) -> str:
    text: str = safe_text(run.text)
    if run.style == "slot":
        text = f'<span class="slot">{text}</span>'
    elif run.style in _TAGS:
        text = f"<{_TAGS[run.style]}>{text}</{_TAGS[run.style]}>"
    href = entry_href(run.entry, page) if run.entry else run.link
    return f'<a href="{safe_text(href)}">{text}</a>' if href else text
