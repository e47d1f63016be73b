"""Scripts as browsers get them: without the comments and the white space that only people need."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"""
    (?P<comment> /\*.*?\*/ | (?<![:\\])//[^\n]* )
  | (?P<literal> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`
               | (?<=[(,=:!&|?\[{;>])[ ]?/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/ )
  | (?P<line> \s*\n\s* )
  | (?P<space> [ \t]+ )
  | (?P<code> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_JOINS = frozenset("{}()[];,<>=!?:&|*%.")
"""Beside these no space and no line break means anything; `+`, `-` and `/` may double, and are left alone."""
_OPENS, _CLOSES = frozenset("{([;,=?:&|"), frozenset("}])?:&|.=")


def lean_script(source: str) -> str:
    """The same script, shorter: no comments, no indentation, no space where none is needed.

    Lines stay apart wherever JavaScript might end a statement there. Template literals must hold no template literal,
    and no block may end in an empty statement: `while (next()); }`.
    """
    out: list[str] = []
    gap = ""
    for token in _TOKENS.finditer(source):
        if token.lastgroup == "comment":
            continue
        if token.lastgroup in {"line", "space"}:
            gap = "\n" if token.lastgroup == "line" or gap == "\n" else " "
            continue
        text = token[0].strip() if token.lastgroup == "literal" and token[0][:1] == " " else token[0]
        if out and gap and (between := _needed(gap, out[-1][-1], text[0])):
            out.append(between)
        gap = ""
        if text == "}" and out and out[-1] == ";":
            out.pop()
        out.append(text)
    return "".join(out) + "\n"


def _needed(gap: str, before: str, after: str) -> str:
    if gap == "\n":
        return "" if before in _OPENS or after in _CLOSES else "\n"
    return "" if before in _JOINS or after in _JOINS else " "
