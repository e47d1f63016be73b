"""Texts and blocks as an author would write them in YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from textwrap import indent, wrap
from typing import TypeAlias

Block: TypeAlias = "Mapping[str, Block | str]"

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PLAIN_TEXT = re.compile(r"[^\W_][^\n:#{}\[\],&*?|<>=!%@`\"'\\-]*")
_NOTHING = frozenset({"null", "~", "true", "false", "yes", "no", "on", "off"})
_WIDTH = 100


def key(name: str) -> str:
    """The name of a field."""
    return name if _PLAIN_KEY.fullmatch(name) else quoted(name)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)


def flow(block: Block | Sequence[str] | str) -> str:
    """A text, a block between braces, or a list of locales between brackets."""
    if isinstance(block, str):
        return quoted(block)
    if not isinstance(block, Mapping):
        return f"[{', '.join(block)}]"
    return "{" + ", ".join(f"{key(name)}: {flow(value)}" for name, value in block.items()) + "}"


def same_throughout(value: Block | str) -> Block | str:
    """The one text that all fields of a block say, such as the forms of a Chinese word; else the block itself."""
    texts = {it for it in value.values() if isinstance(it, str)} if isinstance(value, Mapping) else set()
    return texts.pop() if len(texts) == 1 else value


def lines(block: Block, column: int) -> str:
    """The fields of a block, each on a line of its own; what has only texts in it stands between braces."""
    return "".join(indent(line, " " * column) + "\n" for line in _lines(block))


def in_the_style(text: str, style: str, column: int) -> str:
    """A text in the style of the one whose place it takes; in double quotes where that style cannot hold it.

    `column` is that of the lines of a text in the style `|` or `>`.
    """
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if not style and _PLAIN_TEXT.fullmatch(text) and text == text.strip() and text.lower() not in _NOTHING:
        return text
    if style in ("|", ">") and text.strip() == text.rstrip("\n") and text.count("\n\n") == 0:
        return _block_text(text, style, column)
    return quoted(text)


def _block_text(text: str, style: str, column: int) -> str:
    bare = text.rstrip("\n")
    if style == ">" and ("\n" in bare or "  " in bare):
        return quoted(text)
    rows = wrap(bare, _WIDTH, break_long_words=False, break_on_hyphens=False) if style == ">" else bare.split("\n")
    if any(row != row.strip() or not row for row in rows):
        return quoted(text)
    return "\n".join([style + ("" if text.endswith("\n") else "-"), *(" " * column + row for row in rows)])


def _lines(block: Block) -> list[str]:
    found = []
    for name, value in block.items():
        if not isinstance(value, Mapping) or not any(isinstance(it, Mapping) for it in value.values()):
            found.append(f"{key(name)}: {flow(value)}")
        else:
            found += [f"{key(name)}:", *(f"  {line}" for line in _lines(value))]
    return found
