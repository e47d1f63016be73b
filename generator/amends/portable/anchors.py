"""The ids to which links lead, on elements to which Markdown can give one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from amends.portable.ordinary_html import BLOCKS, HEADINGS

_CARRIES = frozenset((*HEADINGS, "p", "td", "th"))
MARK = "anchor"
"""The element that stands for an id where Markdown writes it."""


def mark_anchors(page: BeautifulSoup, wanted: Collection[str]) -> Mapping[str, str]:
    """Mark the places of the wanted ids; gives, for each id that found no place, the id that stands nearest before."""
    instead = {}
    for element in page.find_all(id=True):
        name = str(element["id"])
        if name in wanted:
            there = _marked(element, name)
            if there != name:
                instead[name] = there
    return instead


def _marked(element: Tag, name: str) -> str:
    """The id that stands at the element in the end: its own, or one that was there before."""
    cell = element if element.name in _CARRIES else element.find_parent(["td", "th"])
    holder = cell or _first_text(element)
    there = holder.find(MARK, recursive=False)
    if isinstance(there, Tag):
        return str(there["id"])
    mark = Tag(name=MARK, attrs={"id": name})
    own = list(takewhile(lambda node: not _is_block(node), holder.children))
    if own:
        own[-1].insert_after(mark)
    else:
        holder.insert(0, mark)
    return name


def _first_text(element: Tag) -> Tag:
    """The element, or the first one in it, that has text of its own."""
    for child in element.children:
        if isinstance(child, Tag) and child.name in BLOCKS | {"tr", "tbody", "thead", "td", "th"}:
            return child if child.name in _CARRIES else _first_text(child)
        if child.get_text(strip=True):
            break
    return element


def _is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in BLOCKS
