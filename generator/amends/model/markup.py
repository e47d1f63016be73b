"""The limited Markdown of an author's text: how its marks are recognised, and which links are safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Possessive, so that no blank is tried twice: a thousand blanks after "{{" would else take seconds.
_PLACEHOLDER = r"\{\{\s*+(?P<placeholder>(?:[^{}\s]++|\s++(?=[^{}\s]))*+)\s*+\}\}"
TOKEN: Final = re.compile(
    r"\*\*(?P<strong>.+?)\*\*"
    r"|\*(?P<emphasis>[^*\s](?:[^*]*[^*\s])?)\*"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<label>[^\]\[]+)\]\((?P<link>[^()\s]+)\)"
    r"|\[(?P<slot>[a-z][a-z0-9-]*)\]"
    rf"|{_PLACEHOLDER}"
)
SIGN_OF_MARK: Final = re.compile(r"[*`\[{]")
"""With one of these every mark begins; most texts have none of them."""
PLACEHOLDER: Final = re.compile(_PLACEHOLDER)
"""`{{ name }}`, wherever it stands."""
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class Mark(NamedTuple):
    """A marked place in a string: `Mark("link", "https://example.org")`, `Mark("slot", "time")`."""

    kind: str
    value: str


def marks_in(string: str) -> Iterator[Mark]:
    """Every code span, link, slot and placeholder of a string, also inside strong and emphasised words."""
    for match in TOKEN.finditer(string) if SIGN_OF_MARK.search(string) else ():
        kind = str(match.lastgroup)
        if kind not in ("strong", "emphasis"):
            yield Mark(kind, match[kind])
        yield from marks_in(match["strong"] or match["emphasis"] or match["label"] or "")


def outside_marks(string: str) -> str:
    """The prose of a string: a blank stands in place of each code span, link address and placeholder."""
    return TOKEN.sub(_blanked, string) if SIGN_OF_MARK.search(string) else string


def is_safe_link(address: str) -> bool:
    """Whether a link may lead to this address: http, https, mailto, tel, or a relative one; never a script."""
    # Browsers ignore control characters and blanks inside a scheme, so we do, too; otherwise they could hide a scheme.
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    return scheme[1].lower() in _SAFE_SCHEMES if scheme else not address.startswith(("//", "\\"))


def _blanked(match: re.Match[str]) -> str:
    if match["slot"] is not None:
        return match[0]
    inner = match["strong"] or match["emphasis"] or match["label"]
    return f" {outside_marks(inner)} " if inner else " "
