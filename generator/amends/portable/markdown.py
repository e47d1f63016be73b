"""Ordinary HTML -> Markdown that Python-Markdown, and with it MkDocs and Zensical, reads back as the same text."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

_INDENT = 4
"""Python-Markdown wants what belongs to an item of a list four columns further in; CommonMark takes it too."""
# Python-Markdown knows a backslash before few characters only. A `#` at the end would belong to the mark of a heading.
_ALWAYS = re.compile(r"[\\`*_{}|]|#(?=\s*\Z)")
# At the start of a line these begin a list, a heading, a quotation, a rule or an admonition.
_AT_THE_START = re.compile(r"\A\s*([-+>#!]|[0-9]+[.)](?=\s|\Z))")
# Brackets that a link, a footnote, the place of a table of contents or a box to tick would have.
_BRACKET = re.compile(r"\[(?=[^\[\]]*\]\s?[\[(:]|\^|TOC\]|[ xX]\])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPACES = re.compile(r"(?<=[^\s.-]) {2,}(?=\S)")  # not after the mark of an item
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def markdown(page: BeautifulSoup) -> str:
    """A page of ordinary HTML as Markdown, one paragraph on a line."""
    text = _Writer().convert_soup(page)
    return "\n".join(map(_tidy, text.splitlines())) + "\n"


def _tidy(line: str) -> str:
    """A line without needless spaces; those before the text, and two at the end of a line, have a meaning."""
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{_SPACES.sub(' ', text)}{'  ' * line.endswith('  ')}" if text else ""


class _Writer(MarkdownConverter):
    """Markdownify, as Python-Markdown needs it."""

    def __init__(self) -> None:
        # With `wrap`, line breaks of the HTML become spaces; without a width, no line is broken.
        super().__init__(heading_style=ATX, bullets="-", wrap=True, wrap_width=None)

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Text of which no character is read as markup."""
        text = _ALWAYS.sub(r"\\\g<0>", text)
        text = _AT_THE_START.sub(lambda start: f"{start[0][:-1]}\\{start[0][-1]}", text)
        text = re.sub(r"[\[\]]", r"\\\g<0>", text) if "a" in parent_tags else _BRACKET.sub(r"\\[", text)
        # In `[a\]:](b.html)`, Python-Markdown sees the address of a reference, whatever the backslash says.
        return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text)).replace("\\]:", "&#93;:")

    def convert_anchor(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's signature
        """The id of a heading or cell at its end, of any other block on a line of its own."""
        before = " " if "_inline" in parent_tags else "\n"
        return f"{before}{{: #{el['id']} }}"

    def convert_blockquote(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A quotation, with an empty line before and after it."""
        lines = (f"> {line}" if line else ">" for line in text.strip().splitlines())
        return "\n\n" + "\n".join(lines) + "\n\n"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A new line; inside a cell there is no other way to write one."""
        return "<br>" if {"td", "th"} & parent_tags else "  \n"

    def convert_input(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A box to tick."""
        return "[ ] "

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """An item of a list, with all that belongs to it four columns further in."""
        is_numbered = el.parent is not None and el.parent.name == "ol"
        mark = f"{len(el.find_previous_siblings('li')) + 1}." if is_numbered else "-"
        lines = text.strip().replace("\n", "\n" + " " * _INDENT)
        end = "\n\n" if "\n\n" in text.strip() else "\n"
        return f"{mark:<{_INDENT - 1}} {lines}{end}"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A cell; the lines in it stand close together."""
        return f" {'<br>'.join(map(str.strip, text.split('<br>')))} |"

    convert_th = convert_td
