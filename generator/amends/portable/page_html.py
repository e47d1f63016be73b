"""The HTML of a page, with which every conversion begins."""

from __future__ import annotations

import markdown

_EXTENSIONS = ("attr_list", "tables")


def page_html(text: str) -> str:
    """The content of a page as HTML, from its Markdown with front matter."""
    _, _, body = text.partition("\n---\n")
    return markdown.markdown(body, extensions=list(_EXTENSIONS))
