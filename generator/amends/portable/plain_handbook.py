"""The handbook of one locale as plain files: Markdown, pictures, downloads and a `mkdocs.yml`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

from bs4 import BeautifulSoup

from amends.book import Handbook
from amends.portable.anchors import mark_anchors
from amends.portable.markdown import markdown
from amends.portable.ordinary_html import ordinary
from amends.portable.pictures import taken_pictures
from amends.portable.settings import settings
from amends.portable.signs import signs_of
from amends.render.process_files import CASE_DATA, CASE_MORE

LEFT_OUT = frozenset({"cases"})
"""Pages that only scripts fill."""
_PAGES = "docs"


@dataclass
class _PlainPage:
    """A page on its way to Markdown; `path` has no suffix. `instead` names the id that stands for a lost one."""

    path: str
    content: BeautifulSoup
    instead: Mapping[str, str] = field(default_factory=dict)


def plain_files(book: Handbook) -> Iterator[tuple[str, bytes]]:
    """Each file with its path: `mkdocs.yml`, `docs/steps/accept.md`, `docs/print/cards.pdf`."""
    yield "mkdocs.yml", settings(book, LEFT_OUT).encode()
    signs = signs_of(book.edition.words)
    pages = []
    for page in book.pages:
        if page.path not in LEFT_OUT:
            content = BeautifulSoup(book.html(page), "html.parser")
            pages.append(_PlainPage(page.path, content))
            yield from _below(taken_pictures(content, page.path, brand=book.edition.sop.organisation.colours))
            ordinary(content, signs)
    yield from _below((f"{path}.md", text.encode()) for path, text in _written(pages))
    yield from _below((path, make()) for path, make in book.downloads.items() if path not in (CASE_DATA, CASE_MORE))


def _below(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    return ((f"{_PAGES}/{path}", content) for path, content in files)


def _written(pages: list[_PlainPage]) -> Iterator[tuple[str, str]]:
    """Each page as Markdown, with the ids to which another page or itself leads."""
    wanted: dict[str, set[str]] = {}
    for page in pages:
        for link in page.content.find_all("a", href=True):
            target, anchor = _target(page.path, str(link["href"]))
            wanted.setdefault(target, set()).add(anchor)
    by_path = {page.path: page for page in pages}
    for page in pages:
        page.instead = mark_anchors(page.content, wanted.get(page.path, ()))
    for page in pages:
        for link in page.content.find_all("a", href=True):
            link["href"] = _plain_link(by_path, page.path, str(link["href"]))
        yield page.path, markdown(page.content)


def _target(page: str, href: str) -> tuple[str, str]:
    """The page, without suffix, and the id to which an address leads from a page."""
    address, anchor = urldefrag(href)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address)) if address else f"{page}.html"
    return path.removesuffix(".html"), anchor


def _plain_link(pages: Mapping[str, _PlainPage], page: str, href: str) -> str:
    """An address of the site as it is among Markdown files: `../steps/accept.md#action--greet`."""
    if urlsplit(href).scheme or urlsplit(href).netloc:
        return href
    target, anchor = _target(page, href)
    address, _ = urldefrag(href)
    if target in pages:
        anchor = pages[target].instead.get(anchor, anchor)
    return address.replace(".html", ".md") + (f"#{anchor}" if anchor else "")
