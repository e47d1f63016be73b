"""The index of the site's search: the generated pages in it, and every word as it stands on its page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from amends.site.generated_page import GeneratedPage, SearchEntry

_MARK = "\u200b"
"""The theme's plugin sets it between Chinese words where a package that cuts them happens to be installed. Our search
needs no such cuts, and the same pages must give the same index everywhere."""


_MANY = 4
"""A title that so many places have tells none of them from another; `find.js` counts in the same way."""


def complete_index(site: str, pages: Iterable[GeneratedPage], words: Mapping[str, Any]) -> None:
    """Complete the search index of a finished site with the generated pages and with words that it understands.

    A site without a search has no index.
    """
    index = Path(site) / "search" / "search_index.json"
    if index.is_file():
        written = index.read_text(encoding="utf-8")
        # An error stays one of the system, which the command tells of the whole output.
        entries = (entry for page in pages for entry in page.search_entries)
        index.write_bytes(completed(written, entries, words).encode())


def completed(index: str, entries: Iterable[SearchEntry], words: Mapping[str, Any]) -> str:
    """The index of the theme's plugin with words and with further entries, which stand first; without its marks."""
    found = json.loads(index)
    for entry in found["docs"]:
        entry.update({field: entry[field].replace(_MARK, "") for field in ("title", "text")})
    found["config"]["words"] = words
    found["docs"] = _telling([*(dict(entry) for entry in entries), *found["docs"]])
    # Chinese characters take half as many bytes as their escapes.
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _telling(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries without those of which the search has a heading only, as many pages have it: “Where it is used”."""
    uses = Counter(entry["title"] for entry in entries)

    def is_telling(entry: Mapping[str, Any]) -> bool:
        return "#" not in entry["location"] or entry["text"] != "" or uses[entry["title"]] < _MANY

    return [entry for entry in entries if is_telling(entry)]
