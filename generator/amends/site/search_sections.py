"""A page's HTML -> the sections by which the theme's search finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# The theme's search keeps these in what it shows, and nothing else.
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
# What a page shows beside or below what stands before it, so that its text is not one word with it.
_APART = frozenset(
    {"article", "blockquote", "dd", "div", "dt", "fieldset", "figcaption", "legend", "section", "td", "th"}
)
_NOT_READ = ["script", "style", "svg", "object", "template"]
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"]|\"[^\"]*\")*+)>")
_HEADING = re.compile(r'<h[1-6](?: [^>]*?)?\bid="([^"]*)"[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_EMPTY = re.compile(r"(?:<(ul|ol)>\s*<li>\s*</li>\s*</\1>)|<(\w+)>\s*</\2>")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACE = re.compile(r"[ \n\t]+")
_NEEDLESS = re.compile("(?<=[，。：；！？、]) ")  # a full-width mark brings its own space


@dataclass(frozen=True)
class SearchSection:
    """A heading with its `anchor`, its title and the text below it, both as HTML of few elements.

    The text above the first heading has neither anchor nor title.
    """

    anchor: str
    title: str
    text: str


def search_sections(html: str, colon: str) -> Iterator[SearchSection]:
    """The sections of a page in their order, without what the page excludes from the search.

    `colon` stands between a label and its value, as the language of the page writes it.
    """
    page = LexborHTMLParser(html)
    for element in page.css("[data-search-exclude], h1"):
        element.decompose()
    for slot in page.css(".slot"):  # the results show no colours, so what staff fill in gets a frame
        slot.inner_html = f"【{slot.inner_html}】" if _HAN.search(slot.text()) else f"[{slot.inner_html}]"
    for label in page.css("dt, .am-label"):  # beside its value it is a word of its own, as on the page
        label.inner_html = _before_value(label.inner_html or "", label.text(), colon)
    page.strip_tags(_NOT_READ)
    rows = [_row(row, colon) for row in page.css("tr[id]")]
    for table in page.css("table:has(tr[id])"):
        table.decompose()
    inner = (page.body.inner_html if page.body else "") or ""
    above, *parts = _HEADING.split(inner)
    yield SearchSection("", "", _shown(above))
    for anchor, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield SearchSection(anchor, _shown(title), _shown(text))
    yield from rows


def _before_value(html: str, label: str, colon: str) -> str:
    """The HTML of a label with the colon between it and its value; a question has a mark of its own."""
    if not label or label.rstrip().endswith((":", "：")):
        return html
    return f"{html} " if label.rstrip().endswith(("?", "？")) else f"{html}{colon}"


def _cell(cell: LexborNode, colon: str) -> str:
    """A cell with the head of its column, as the narrow table shows it; nothing if it is empty."""
    label = cell.attributes.get("data-label") or ""
    return f"{_before_value(label, label, colon)}{cell.inner_html or ''}" if cell.text().strip() else ""


def _row(row: LexborNode, colon: str) -> SearchSection:
    """A row of a table as a section of its own, with the name of the row as its title."""
    name, *cells = row.css("th, td")
    small = "".join(found.html or "" for found in name.css("small"))
    for found in name.css("small"):
        found.decompose()
    text = " ".join(_cell(cell, colon) for cell in cells)
    return SearchSection(row.attributes["id"] or "", _shown(name.inner_html or ""), _shown(f"{small} {text}"))


def _whole(html: str) -> str:
    """HTML in which every element that begins ends, as a browser reads it."""
    body = LexborHTMLParser(html).body
    return (body.inner_html if body else "") or ""


def _kept(tag: re.Match[str]) -> str:
    if tag[2] in _KEPT:
        return f"<{tag[1]}{tag[2]}>"
    return " " if tag[2] in _APART else ""


def _shown(html: str) -> str:
    kept = _TAG.sub(_kept, html)
    if kept.count("<li>") != kept.count("</li>"):  # a heading inside a list has cut the list in two
        kept = _whole(kept)
    return _NEEDLESS.sub("", _SPACE.sub(" ", _EMPTY.sub("", kept.replace("&nbsp;", "\u00a0")))).strip()
