"""Syntax errors of PyYAML in plain words."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Any, Final, NamedTuple

import yaml

from amends.codes import yaml_file
from amends.codes.code import Code
from amends.content.yaml_findings import BRACKETS, ESCAPE, HEADER, PERCENT, QUESTION_MARK, QUOTE_IT, TAB

_Parsed = Any


class _Sentence(NamedTuple):
    """Message and hint for an error that PyYAML words as in `wordings`; `{line}` is where the broken part begins."""

    wordings: tuple[str, ...]
    message: str
    hint: str
    code: Code = yaml_file.NOT_YAML
    is_told_at_beginning: bool = False


# PyYAML's errors have no types or numbers, so only their wording tells them apart. libyaml and PyYAML's own parser word
# some errors differently: then both wordings stand here. The tests break a file in each of these ways, and read it with
# both parsers.
_SENTENCES: Final = (
    _Sentence(("while scanning a directive",), *PERCENT),
    _Sentence(
        ("while scanning an alias", "while scanning an anchor"),
        "a text that begins with “*” or “&” has a special meaning in YAML",
        QUOTE_IT,
        yaml_file.SPECIAL_SIGN,
        is_told_at_beginning=True,
    ),
    _Sentence(
        ("while scanning a tag", "while parsing a tag", "undefined tag handle"),
        "a text that begins with “!” has a special meaning in YAML",
        QUOTE_IT,
        yaml_file.SPECIAL_SIGN,
        is_told_at_beginning=True,
    ),
    _Sentence(("mapping keys are not allowed",), *QUESTION_MARK, yaml_file.SPECIAL_SIGN),
    _Sentence(("escape", "hexdecimal number"), *ESCAPE),
    _Sentence(
        ("unexpected end of stream", "unexpected document indicator", "unexpected document separator"),
        "the quote that opens here is never closed",
        "close it with the same sign",
        is_told_at_beginning=True,
    ),
    _Sentence(("while scanning a block scalar",), *HEADER),
    _Sentence(
        ("mapping values are not allowed",),
        "this “:” does not fit here: the line has two, or is further in than the line above allows",
        'put a text that holds “: ” in quotes:  title: "Refunds: the rules"',
    ),
    _Sentence(
        ("sequence entries are not allowed",),
        "a list cannot begin here",
        "begin the list in a line of its own; put a text that begins with “-” in quotes",
    ),
    _Sentence(
        ("could not find expected ':'",),
        "a “:” is missing after this field name",
        "write  name: value; the lines of a long text are further in than its field",
        is_told_at_beginning=True,
    ),
    _Sentence(("cannot start any token", "parsing a block node"), "a text cannot begin with this sign", QUOTE_IT),
    _Sentence(
        ("while parsing a flow sequence", "while parsing a flow mapping"),
        "a comma is missing here, or the bracket that opens in line {line} is not closed",
        BRACKETS,
    ),
    _Sentence(
        ("while parsing a flow node", "found unexpected ':'"),
        "a value is missing here, or a bracket is not closed",
        BRACKETS,
    ),
    _Sentence(
        ("in a line: while parsing a block", "in a line: document"),
        "this follows a text that has ended with its closing quote or bracket",
        "put the whole text in one pair of quotes, and the other kind of quotes inside it",
    ),
    _Sentence(
        ("while parsing a block collection",),
        "this does not fit into the list that begins in line {line}",
        "begin each item with “-”, all in the same column",
    ),
    _Sentence(
        ("while parsing a block mapping",),
        "this does not fit in with the fields that begin in line {line}",
        "write each field as  name: value, all in the same column",
    ),
    _Sentence(
        ("<document start>",),
        "this does not line up with what stands above it",
        "begin every field of the file itself in the first column; write nothing after a line with  ...",
    ),
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str) -> tuple[Code, str, str, int]:
    """Code, message and hint for an error, and the index in the text at which it is reported."""
    stumble: _Parsed = error.problem_mark
    begin: _Parsed = error.context_mark or stumble
    if text[stumble.index : stumble.index + 1] == "\t":
        return yaml_file.TAB, *TAB, stumble.index
    index = min(stumble.index, len(text.rstrip()))
    told = f"{_where(text, index)}: {error.context or 'document'}: {error.problem}"
    if "mapping values are not allowed" in told and (above := _line_with_a_value_above(text, index)):
        name, column = above
        message = f"this line is further in than `{name}` above, which has its value already"
        hint = f"begin it in column {column}, right below `{name}`; a text of two lines goes in quotes"
        return yaml_file.NOT_YAML, message, hint, index
    if "mapping values are not allowed" in told and (line := _text_with_colon(text, index)):
        return yaml_file.NOT_YAML, "a text with “: ” needs quotes", f"put the text in quotes:  {line}", index
    for look in (_text_in_brackets, _colon_without_space, _line_too_far_out, _bracket_left_open):
        if found := look(told, text, index, begin):
            message, hint, place = found
            return yaml_file.NOT_YAML, message, hint, place
    for wordings, message, hint, code, is_told_at_beginning in _SENTENCES:
        if any(wording in told for wording in wordings):
            return code, message.format(line=begin.line + 1), hint, begin.index if is_told_at_beginning else index
    return yaml_file.NOT_YAML, f"this is not YAML ({error.problem})", "compare it with an example", index


_COMMENT: Final = re.compile(r" (#[^\n]*)")
_FIELD: Final = re.compile(r"([ ]*)(?:- +)?([\w-]+):(?: (?=\S)|$)")


_LONGEST_SHOWN: Final = 80
_END_IN_BRACKETS: Final = re.compile(r"[,{}\[\]\n]|\Z")
_NO_SPACE: Final = re.compile(r"(?<![\w-])([\w-]++:)(\S.*+)")


def _line_around(text: str, index: int) -> tuple[int, str]:
    """The line in which a character stands, and the index at which it begins."""
    begin, end = text.rfind("\n", 0, index) + 1, text.find("\n", index)
    return begin, text[begin : end if end >= 0 else len(text)]


def _text_with_colon(text: str, index: int) -> str:
    """The line of a second `:` with its text in quotes; empty if it is another kind of line, or too long."""
    begin, line = _line_around(text, index)
    here = _FIELD.match(line)
    written = line[here.end() :].rstrip() if here else ""
    if here is None or begin + here.end(2) >= index or not {"'", '"', "#"}.isdisjoint(written):
        return ""
    return f'{here[2]}: "{written}"' if len(written) <= _LONGEST_SHOWN else ""


def _line_with_a_value_above(text: str, index: int) -> tuple[str, int] | None:
    """The field above the line of a `:` with the column of its name, if this line begins further in; else None."""
    begin, line = _line_around(text, index)
    here = _FIELD.match(line)
    lines = text[:begin].rstrip().splitlines()
    above = _FIELD.match(lines[-1]) if lines else None
    if here is None or above is None or begin + here.end(2) != index or len(here[1]) <= len(above[1]):
        return None
    return above[2], above.start(2) + 1


_Found = tuple[str, str, int]
"""A message, its way out, and the index of its place."""


def _text_in_brackets(told: str, text: str, index: int, _: _Parsed) -> _Found | None:
    """A `:` in a text between brackets that has no quotes."""
    if "while parsing a flow mapping" not in told or text[index : index + 1] != ":":
        return None
    begin = max(text.rfind(sign, 0, index) for sign in "{[,\n") + 1
    end = _END_IN_BRACKETS.search(text, index)
    field, colon, rest = text[begin : end.start() if end else index].strip().partition(": ")
    is_second = text.find(":", begin, index) >= 0
    if not is_second or not colon or not {"'", '"'}.isdisjoint(rest):
        return None
    return "a text with “: ” needs quotes", f'put the text in quotes:  {field}: "{rest[:_LONGEST_SHOWN]}"', index


def _colon_without_space(told: str, text: str, _: int, begin: _Parsed) -> _Found | None:
    """`sets:received` in the place of a field."""
    here = _NO_SPACE.match(text, begin.index)
    if "could not find expected ':'" not in told or here is None:
        return None
    return "a space is missing after this “:”", f"write  {here[1]} {here[2][:_LONGEST_SHOWN]}", here.end(1)


def _line_too_far_out(told: str, text: str, index: int, _: _Parsed) -> _Found | None:
    """A field that begins further out than the field above it, and yet further in than the one to which both belong."""
    begin, line = _line_around(text, index)
    here = _FIELD.match(line)
    if "while parsing a block mapping" not in told or here is None or begin + here.start(2) != index:
        return None
    fields = (field for above in reversed(text[:begin].splitlines()) if (field := _FIELD.match(above)))
    inner = list(takewhile(lambda field: field.start(2) > here.start(2), fields))
    if not inner:
        return None
    beside = min(inner, key=lambda field: field.start(2))
    message = (
        f"this line begins in column {here.start(2) + 1}, and `{beside[2]}` above it in column {beside.start(2) + 1}"
    )
    return message, "begin both in the same column", index


def _bracket_left_open(told: str, text: str, index: int, begin: _Parsed) -> _Found | None:
    """A bracket after which the next field of the file follows."""
    if "while parsing a flow" not in told:
        return None
    start, line = _line_around(text, index)
    here, opened = _FIELD.match(line), _line_around(text, begin.index)[1]
    # A field of a block stands no further in than the line with the bracket.
    is_apart = here is not None and start > begin.index and len(here[1]) <= len(opened) - len(opened.lstrip())
    if not is_apart:
        return None
    close = {"[": "]", "{": "}"}.get(text[begin.index : begin.index + 1], "]")
    comment = _COMMENT.search(text[begin.index : text.find("\n", begin.index)])
    if comment is not None and close in comment[1]:
        message = f"“{comment[1]}” counts as a comment, so the bracket before it is never closed"
        return message, f'put it in quotes:  "{comment[1].rstrip(close).rstrip()}"', begin.index + comment.start(1)
    return "the bracket that opens here is never closed", f"close it with  {close}", begin.index


def _where(text: str, index: int) -> str:
    line = text[text.rfind("\n", 0, index) + 1 : index]
    return "in a line" if line.strip() else "at the beginning of a line"
