"""The index of the site's search: the generated pages in it, and every word as it stands on its page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from amends.site.generated_page import GeneratedPage, SearchEntry

_MARK = "\u200b"
"""The theme's plugin sets it between Chinese words where a package that cuts them happens to be installed. Our search
needs no such cuts, and the same pages must give the same index everywhere."""


def complete_index(site: str, pages: Iterable[GeneratedPage]) -> None:
    """Complete the search index of a finished site with the generated pages; a site without a search has no index."""
    index = Path(site) / "search" / "search_index.json"
    if index.is_file():
        written = index.read_text(encoding="utf-8")
        # An error stays one of the system, which the command tells of the whole output.
        index.write_bytes(completed(written, (entry for page in pages for entry in page.search_entries)).encode())


def completed(index: str, entries: Iterable[SearchEntry]) -> str:
    """The index of the theme's plugin with further entries, which stand first, and without its marks between words."""
    found = json.loads(index)
    for entry in found["docs"]:
        entry.update({field: entry[field].replace(_MARK, "") for field in ("title", "text")})
    found["docs"] = [*(dict(entry) for entry in entries), *found["docs"]]
    # Chinese characters take half as many bytes as their escapes.
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
