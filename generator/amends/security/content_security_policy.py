"""The Content-Security-Policy of a page: what the browser may run and load, and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

# A page that is opened from a folder has no origin that 'self' could mean: Chromium then allows every file, the
# standard allows none. `file:` allows files in every browser; a page from a server cannot load files in any case.
_OWN = "'self' file:"
_HEAD = re.compile(r"<head[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)

HEADERS = """\
/*
  Content-Security-Policy: base-uri 'none'; form-action 'none'; frame-ancestors 'none'
  Referrer-Policy: same-origin
  X-Content-Type-Options: nosniff
"""
"""A file `_headers`, which several hosts of static sites read: rules that a page cannot set for itself.

The hashes stay in the pages, so that a server's configuration fits every build. PDFs get no `default-src` from it,
since some browsers apply that to their own reader of PDFs.
"""


def policy(scripts: Iterable[str], styles: Iterable[str], *, is_installable: bool = False) -> str:
    """The policy for a page with these inline scripts and styles of its own: the policy names the hash of each."""
    directives = {
        "default-src": "'none'",
        "script-src": _sources(scripts),
        "style-src": _sources(styles),
        "img-src": f"{_OWN} data:",  # the theme's style sheet holds its icons
        "media-src": _OWN,
        "font-src": _OWN,
        "connect-src": _OWN,
        "worker-src": _OWN,
        **({"manifest-src": "'self'"} if is_installable else {}),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def with_policy(html: str, policy: str, then: Iterable[str] = ()) -> str:
    """The page with its policy before everything that it governs, and further tags after the policy.

    Other sites do not learn from which page a reader comes.
    """
    head = _HEAD.search(html)
    if head is None:
        raise ValueError("a page without <head> cannot carry a policy")
    tags = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="same-origin">',
        *then,
    )
    return f"{html[: head.end()]}{''.join(tags)}{html[head.end() :]}"


def _sources(inline: Iterable[str]) -> str:
    return " ".join([_OWN, *sorted({_hash(text) for text in inline})])


@lru_cache(maxsize=100)
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
