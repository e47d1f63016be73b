"""The content of a built HTML page, as a browser reads it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADED = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
)
_WITHOUT_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)

_INLINE = frozenset({"a", "b", "em", "i", "mark", "small", "span", "strong", "sub", "sup"})


@dataclass
class BuiltPage:
    """One page: `loads` are the files that the browser fetches by itself, `loads_late` those of them that wait until
    the reader comes near, `links` are the addresses for the reader.

    `text` is the visible text, without code samples.
    """

    path: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    loads_late: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    text: str = ""

    def target(self, address: str) -> tuple[str, str]:
        """The file and the anchor to which a relative address leads, seen from this page."""
        parts = urlsplit(address)
        path = posixpath.join(posixpath.dirname(self.path), unquote(parts.path)) if parts.path else self.path
        return posixpath.normpath(path + ("index.html" if path.endswith("/") else "")), unquote(parts.fragment)


def is_outside(address: str) -> bool:
    """Whether an address leaves the folder of the site; `data:` holds what it names."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data") or address.startswith("/")


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Every HTML page below a folder, by its path."""
    paths = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
    return {path: read_page(site, path) for path in paths}


def read_page(site: Path, path: str) -> BuiltPage:
    """One HTML page below a folder."""
    return _Reader(path).read((site / path).read_text(encoding="utf-8"))


def text_of(html: str) -> str:
    """The visible text of a page, or of a part of one."""
    return _Reader("").read(f"<div>{html}</div>").text


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = BuiltPage(path)
        self.open: list[str] = []
        self.said: list[str] = []

    def read(self, html: str) -> BuiltPage:
        self.feed(html)
        self.close()
        self.page.text = " ".join("".join(self.said).split())
        return self.page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in _INLINE:
            self.said.append(" ")
        if "id" in values:
            self.page.ids.append(values["id"])
        if "style" in values:
            self.page.styles.append(values["style"])
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        if tag == "link" and _LOADED & set(values.get("rel", "").split()):
            self.page.loads.append(values["href"])
        named = [values[name] for name in ("src", "srcset", "data", "poster", "action") if name in values]
        self.page.loads += named
        if values.get("loading") == "lazy":
            self.page.loads_late += named
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.page.styles.append(data)
        elif not {"style", "script", "code", "pre"} & set(self.open):
            self.said.append(data)
