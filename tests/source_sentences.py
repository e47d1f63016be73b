"""The sentences of which the source makes errors and findings, with a value in their gaps."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

SOURCES = sorted((Path(__file__).parents[1] / "generator" / "amends").rglob("*.py"))
RAISED = {"UsageError": 0, "BadParameter": 0, "usage_error": 2, "told_as_usage": 1}
"""What makes an error, and which of its arguments is a text."""
IN_PARTS = {"message", "hint", "way_out", "what", "_ANOTHER"}
"""Names by which a function that makes errors, or its module, calls sentences that it puts into them."""
VALUE = "«value»"
_A_SENTENCE = 4
"""Words; less may be a name."""
AS_IT_CAME = re.compile(rf"(?:(?:{VALUE}|`theme.logo`)(?:, |/|: |:)?)+")
"""What another module says, such as `nearest`."""


@cache
def texts_of_errors() -> tuple[tuple[str, str], ...]:
    """Each text of which the source makes errors, with a value in its gaps; and where it stands."""
    trees = ((file, ast.parse(file.read_text(encoding="utf-8"))) for file in SOURCES)
    return tuple(
        (text, f"{file.name}:{node.lineno}")
        for file, tree in trees
        for part in tree.body
        if isinstance(part, ast.Assign) or any(is_error(node) for node in ast.walk(part))
        for node in ast.walk(part)
        if isinstance(node, ast.Call | ast.Assign)
        for text in texts_at(node)
    )


def is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in RAISED


def texts_at(node: ast.Call | ast.Assign) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments) if name in RAISED:
            reason = f": {VALUE}" if RAISED[name] else ""
            yield from (text_of(it) + reason for it in arguments[RAISED[name] : RAISED[name] + 1])
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.IfExp(body=one, orelse=other)) if name in IN_PARTS:
            yield from (text_of(one), text_of(other))
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in IN_PARTS:
            yield text_of(value)


def text_of(node: ast.expr) -> str:
    """A text of the source, with a value in each of its gaps."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(text_of, parts))
    return VALUE


def sentences_of(text: str) -> str:
    """The text without the sentences that another module says."""
    return "; ".join(it for it in text.split("; ") if not AS_IT_CAME.fullmatch(it))


MADE = {"problem": (0, 1), "Issue": (1, 2), "finding": (0, 1)}
"""What makes a finding, and which of its arguments are texts."""


@cache
def texts_of_findings() -> tuple[tuple[str, str], ...]:
    """Each message and way out that stands in the source as a text, with a value in its gaps; and where it stands."""
    found: dict[str, str] = {}
    for file in SOURCES:
        for part in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(part, ast.FunctionDef):
                found |= {text: f"{file.name}:{line}" for text, line in made_in(part)}
    return tuple(found.items())


def made_in(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    called = named_texts(function)
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments) if name in MADE:
                texts = [text for at in MADE[name] for it in arguments[at : at + 1] for text in texts_in(it, called)]
                yield from ((text, node.lineno) for text in texts)


def named_texts(function: ast.FunctionDef) -> Mapping[str, list[str]]:
    """The texts that a function gives a name before it uses them."""
    called: dict[str, list[str]] = defaultdict(list)
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                called[name] += texts_in(value, {})
    return called


def texts_in(node: ast.expr, called: Mapping[str, list[str]]) -> list[str]:
    match node:
        case ast.Name(id=name):
            return list(called.get(name, ()))
        case ast.IfExp(body=one, orelse=other):
            return [text_of(one), text_of(other)]
    return [text_of(node)]


@cache
def texts_of_tables() -> tuple[tuple[str, str], ...]:
    """Each sentence that a module of rules keeps in a table or under a name, and where it stands."""
    parts = ((file, part) for file in SOURCES for part in ast.parse(file.read_text(encoding="utf-8")).body)
    return tuple(
        (node.value, f"{file.name}:{node.lineno}")
        for file, part in parts
        if file.parent.name == "rules" and isinstance(part, ast.Assign)
        for node in ast.walk(part.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value.split()) >= _A_SENTENCE
    )
