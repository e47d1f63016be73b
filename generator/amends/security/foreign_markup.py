"""Elements of a page that could act and are not ours: the last check, in case an earlier one failed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from amends.model.markup import is_safe_link
from amends.security.marked_templates import ACTING

_FOLLOWED = frozenset({"href", "xlink:href", "src", "action", "formaction", "data", "poster", "background", "ping"})
_LOADED = frozenset({"src", "srcset", "data", "poster", "background"})
_LOADED_BY_LINK = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
)
_CHANGES_OTHERS = frozenset({"animate", "set"})
_IN_A_FILE = "put it into a file below docs/, and name that in extra_javascript or extra_css of mkdocs.yml"
_WAYS_OUT = {
    "script": _IN_A_FILE,
    "style": _IN_A_FILE,
    "iframe": "link to it: a handbook works without internet, and shows nothing of other sites",
}
_DELETE = "delete it; a page of the handbook is read, and does nothing"
_COPY = "keep a copy below docs/ and name that: a handbook asks nobody else for anything"


class Foreign(NamedTuple):
    """An element that has no place on a page: its tag, what is wrong with it, and the way out."""

    tag: str
    message: str
    hint: str


def foreign_markup(page: LexborHTMLParser, mark: str) -> Iterator[Foreign]:
    """Every element of a parsed page that runs, embeds or loads from elsewhere and is not ours; ours have a `mark`."""
    # The parser reads a page as browsers do, since only their reading of it counts.
    for element in page.css("*"):
        attributes = element.attributes
        tag = element.tag or ""
        if tag in ACTING and mark not in attributes and not _is_harmless(tag, attributes):
            yield Foreign(tag, f"<{tag}> would act on its own", _WAYS_OUT.get(tag, _DELETE))
        if attributes:
            yield from _foreign_attributes(tag, attributes)


def inline(page: LexborHTMLParser, tag: str, mark: str) -> list[str]:
    """The text of each script or style of ours that stands in the page itself."""
    return [_text(element) for element in page.css(tag) if mark in element.attributes and _is_inline(element)]


def _foreign_attributes(tag: str, attributes: dict[str, str | None]) -> Iterator[Foreign]:
    for name, value in attributes.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield Foreign(tag, f"<{tag} {name}=…> would act on its own", _IN_A_FILE)
        elif name in _FOLLOWED and not _may_be_followed(value or "", tag):
            yield Foreign(tag, f"<{tag} {name}=…> leads to “{value}”, which cannot be followed", _DELETE)
        elif name.lower() == "attributename" and tag in _CHANGES_OTHERS:
            yield Foreign(tag, f"<{tag}> would change “{value}” of another element", _DELETE)
        if _is_loaded(name, tag, attributes) and _is_elsewhere(value or ""):
            yield Foreign(tag, f"<{tag} {name}=…> asks “{value}”", _COPY)


def _is_harmless(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element cannot act by itself: data for our scripts, files that the policy governs, dialogs."""
    kind = (attributes.get("type") or "").lower()
    if tag == "script":
        return kind == "application/json" or bool(attributes.get("src"))
    if tag == "form":
        return (attributes.get("method") or "").lower() == "dialog"  # closes its dialog, and sends nothing
    return tag == "meta" and "http-equiv" not in attributes


def _is_inline(element: LexborNode) -> bool:
    attributes = element.attributes
    return "src" not in attributes and attributes.get("type") != "application/json"


def _text(element: LexborNode) -> str:
    return element.text(deep=True, strip=False)


@lru_cache(maxsize=20_000)
def _may_be_followed(address: str, tag: str) -> bool:
    return is_safe_link(address) or (tag == "img" and address.startswith("data:image/"))


def _is_loaded(name: str, tag: str, attributes: dict[str, str | None]) -> bool:
    if tag == "link":
        return name == "href" and bool(_LOADED_BY_LINK & set((attributes.get("rel") or "").lower().split()))
    return name in _LOADED


@lru_cache(maxsize=20_000)
def _is_elsewhere(address: str) -> bool:
    return bool(urlsplit(address.strip().replace("\\", "/")).netloc)
