"""Elements of a page that could act and are not ours: the last check, in case an earlier one failed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from amends.model.acting import ACTING
from amends.model.markup import is_safe_link

Signature = tuple[str, frozenset[tuple[str, str | None]], str]
"""What makes an element act: its tag, its attributes, and the text of a script or style."""

_FOLLOWED = frozenset({"href", "xlink:href", "src", "action", "data", "poster", "background"})
_LOADED = frozenset({"src", "srcset", "imagesrcset", "data", "poster", "background", "lowsrc"})
# Everywhere else an address is loaded as soon as the page is read, or leads there without our own elements.
_LINKS = frozenset({"a", "area"})
_ONLY_NAMED_BY_LINK = frozenset(
    {"alternate", "author", "canonical", "edit", "help", "index", "license", "next", "prev", "search"}
)
_ASKS_OR_SENDS = frozenset({"ping", "formaction", "attributionsrc"})
_PAINT = frozenset(
    {"fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker", "marker-start", "marker-mid", "marker-end"}
)
_ADDRESS_IN_PAINT = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_ATTRIBUTE_NAME = frozenset({"attributename", "attributeName"})  # parsers write it as SVG does
_JUDGED = _FOLLOWED | _LOADED | _ASKS_OR_SENDS | _PAINT | _ATTRIBUTE_NAME | {"style", "srcdoc"}
_CHANGES_OTHERS = frozenset({"animate", "set"})
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_IN_A_FILE = "put it into a file below docs/, and name that in extra_javascript or extra_css of mkdocs.yml"
_WAYS_OUT = {
    "script": _IN_A_FILE,
    "style": _IN_A_FILE,
    "iframe": "link to it: a handbook works without internet, and shows nothing of other sites",
}
_DELETE = "delete it; a page of the handbook is read, and does nothing"
_COPY = "keep a copy below docs/ and name that: a handbook asks nobody else for anything"
_NAME_IT = "name that file in extra_javascript or extra_css of mkdocs.yml, and delete this element"
_OTHERWISE = (
    "let the template fill in nothing there: put what changes from page to page into <script type=application/json>"
)


class Foreign(NamedTuple):
    """An element that has no place on a page: its tag, what is wrong with it, and the way out."""

    tag: str
    message: str
    hint: str


class Own(NamedTuple):
    """How to tell what is ours.

    Elements of templates have the `mark`, and act as `signatures` say. `files` are the scripts and style sheets that
    an element without a mark may load, as paths from the root of the site.
    """

    mark: str
    signatures: Collection[Signature]
    files: Collection[str]


def foreign_markup(page: LexborHTMLParser, own: Own, url: str | None) -> Iterator[Foreign]:
    """Every element of a parsed page that runs, embeds or loads from elsewhere and is not ours.

    `url` is the address of the page from the root of the site; None for a page on which no author names a file.
    """
    # The parser reads a page as browsers do, since only their reading of it counts.
    for element in page.css("*"):
        attributes = element.attributes
        tag = element.tag or ""
        if tag in ACTING and not _is_harmless(tag, attributes):
            yield from _foreign_element(element, own)
        if attributes:
            yield from _foreign_attributes(tag, attributes)
            if own.mark not in attributes and url is not None:
                yield from _foreign_file(tag, attributes, own.files, url)


def signatures(page: LexborHTMLParser, mark: str) -> Iterator[Signature]:
    """How each marked element of a page acts."""
    for element in page.css(",".join(sorted(ACTING))):
        if mark in element.attributes and not _is_harmless(element.tag or "", element.attributes):
            yield _signature(element)


def inline(page: LexborHTMLParser, tag: str, mark: str) -> list[str]:
    """The text of each script or style of ours that stands in the page itself."""
    return [_text(element) for element in page.css(tag) if mark in element.attributes and _is_inline(element)]


def _foreign_element(element: LexborNode, own: Own) -> Iterator[Foreign]:
    tag = element.tag or ""
    if own.mark not in element.attributes:
        yield Foreign(tag, f"<{tag}> would act on its own", _WAYS_OUT.get(tag, _DELETE))
    elif _signature(element) not in own.signatures:
        yield Foreign(tag, f"<{tag}> of a template would act in another way on this page", _OTHERWISE)


def _foreign_attributes(tag: str, attributes: dict[str, str | None]) -> Iterator[Foreign]:
    for name, value in attributes.items():
        if name not in _JUDGED and not name.startswith("on"):
            continue  # most attributes, such as classes
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield Foreign(tag, f"<{tag} {name}=…> would act on its own", _IN_A_FILE)
        elif name in _ASKS_OR_SENDS:
            yield Foreign(tag, f"<{tag} {name}=…> would send something to “{value or ''}”", _DELETE)
        elif name in _FOLLOWED and not _may_be_followed(value or "", tag):
            yield Foreign(tag, f"<{tag} {name}=…> leads to “{value}”, which cannot be followed", _DELETE)
        elif name in _ATTRIBUTE_NAME and tag in _CHANGES_OTHERS:
            yield Foreign(tag, f"<{tag}> would change “{value}” of another element", _DELETE)
        elif name in _PAINT and _ADDRESS_IN_PAINT.search(value or ""):
            yield Foreign(tag, f"<{tag} {name}=…> asks “{value}”", _DELETE)
        if _is_loaded(name, tag, attributes) and any(map(_is_elsewhere, _addresses(name, value or ""))):
            yield Foreign(tag, f"<{tag} {name}=…> asks “{value}”", _COPY)


def _foreign_file(tag: str, attributes: dict[str, str | None], files: Collection[str], url: str) -> Iterator[Foreign]:
    name = "src" if tag == "script" else "href" if tag == "link" and "stylesheet" in _relations(attributes) else None
    if name is None or name not in attributes:
        return
    address = attributes[name] or ""
    if not _is_elsewhere(address) and _path(address, url) not in files:
        yield Foreign(tag, f"<{tag} {name}=…> loads “{address}”, which the handbook does not name", _NAME_IT)


def _is_harmless(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element cannot act by itself: data for our scripts, files that are judged by name, dialogs."""
    kind = (attributes.get("type") or "").lower()
    if tag == "script":
        return kind == "application/json" or bool(attributes.get("src"))
    if tag == "form":
        return (attributes.get("method") or "").lower() == "dialog"  # closes its dialog, and sends nothing
    return tag == "meta" and "http-equiv" not in attributes


def _signature(element: LexborNode) -> Signature:
    tag = element.tag or ""
    return tag, frozenset(element.attributes.items()), _text(element) if tag in ("script", "style") else ""


def _is_inline(element: LexborNode) -> bool:
    attributes = element.attributes
    return "src" not in attributes and attributes.get("type") != "application/json"


def _text(element: LexborNode) -> str:
    return element.text(deep=True, strip=False)


@lru_cache(maxsize=20_000)
def _may_be_followed(address: str, tag: str) -> bool:
    return is_safe_link(address) or (tag in ("img", "image") and address.startswith("data:image/"))


def _is_loaded(name: str, tag: str, attributes: dict[str, str | None]) -> bool:
    if tag == "link" and name == "href":
        return not _relations(attributes) <= _ONLY_NAMED_BY_LINK
    if name in ("href", "xlink:href"):
        return tag not in _LINKS
    return name in _LOADED


def _relations(attributes: dict[str, str | None]) -> set[str]:
    return set((attributes.get("rel") or "").lower().split())


def _addresses(name: str, value: str) -> list[str]:
    """The addresses of an attribute; of a `srcset`, everything that a browser could take for one."""
    return re.split(r"[\s,]+", value) if name.endswith("srcset") else [value]


@lru_cache(maxsize=20_000)
def _is_elsewhere(address: str) -> bool:
    """Whether a browser leaves the site for it: `https:host` leads there too, and two backslashes are two slashes."""
    plain = _IGNORED_IN_ADDRESSES.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(plain)
    return plain.startswith("//") or (scheme is not None and scheme[0].lower() != "data:")


def _path(address: str, url: str) -> str:
    """The file at an address on the page `url`, from the root of the site; no file where it is written oddly."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(url), path))
