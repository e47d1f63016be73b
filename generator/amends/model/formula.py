"""Formulas of variables, numbers, brackets and `+ - * /`. A small parser reads them; they are never run as code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from amends.model.problem import problem

_TOKEN = re.compile(r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[a-z][a-z0-9_]*)|(?P<sign>[-+*/()]))")
_MAX_LENGTH: Final = 500
_MAX_DEPTH: Final = 40
_TOO_LARGE: Final = Decimal(10) ** 20

Token = tuple[str, str]
Node = Decimal | str | tuple["Node", str, "Node"]
"""A number, a variable's name, or `(left, operator, right)`."""


class FormulaError(ValueError):
    """A formula that cannot be read or computed; its text says why."""


@dataclass(frozen=True)
class Formula:
    """A formula as written, with its parsed tree: `Formula.parse("defective / delivered * 1000000")`."""

    text: str
    tree: Node

    @classmethod
    def parse(cls, text: str) -> Formula:
        """The formula that an author wrote; raises FormulaError."""
        if len(text) > _MAX_LENGTH:
            raise FormulaError(f"the formula is longer than {_MAX_LENGTH} characters")
        return cls(text, _Parser(_tokens(text)).whole())

    def variables(self) -> frozenset[str]:
        """The names that the formula uses."""
        return frozenset(_names(self.tree))

    def result(self, values: Mapping[str, Decimal]) -> Decimal:
        """The value of the formula.

        Raises FormulaError if a variable has no value, on a division by zero, or if the result is too large.
        """
        with localcontext() as context:
            context.prec = 28
            result = _value(self.tree, values)
        if abs(result) >= _TOO_LARGE:
            raise FormulaError("the result is too large to be shown")
        return result

    @classmethod
    def _validate(cls, value: object) -> Formula:
        if isinstance(value, Formula):
            return value
        if not isinstance(value, str):
            raise problem("a formula is needed here", "write for example  late / closed * 100")
        try:
            return cls.parse(value)
        except FormulaError as error:
            raise problem(str(error), "a formula has + - * /, brackets, numbers and the variables beside it") from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda formula: formula.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "maxLength": _MAX_LENGTH}


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"“{text[at:].strip()[0]}” has no meaning in a formula")
        tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
        at = match.end()
    return tokens


class _Parser:
    """A recursive descent parser, of limited depth: sum -> product -> value."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.sum()
        if self.at < len(self.tokens):
            raise FormulaError(f"“{self.tokens[self.at][1]}” is not expected here")
        return node

    def sum(self) -> Node:
        return self._chain(self.product, "+-")

    def product(self) -> Node:
        return self._chain(self.value, "*/")

    def value(self) -> Node:
        kind, text = self._next()
        if kind == "number":
            return Decimal(text)
        if kind == "name":
            return text
        if text not in "-(":
            raise FormulaError(f"“{text}” is not expected here")
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise FormulaError(f"the formula is nested more than {_MAX_DEPTH} levels deep")
        node = (Decimal(0), "-", self.value()) if text == "-" else self._bracketed()
        self.depth -= 1
        return node

    def _bracketed(self) -> Node:
        node = self.sum()
        if self._next() != ("sign", ")"):
            raise FormulaError("a bracket is not closed")
        return node

    def _chain(self, operand: Any, operators: str) -> Node:
        node: Node = operand()
        while self.at < len(self.tokens) and self.tokens[self.at][1] in operators:
            _, operator = self._next()
            node = (node, operator, operand())
        return node

    def _next(self) -> Token:
        if self.at >= len(self.tokens):
            raise FormulaError("the formula ends too early")
        self.at += 1
        return self.tokens[self.at - 1]


def _names(node: Node) -> list[str]:
    if isinstance(node, tuple):
        return _names(node[0]) + _names(node[2])
    return [node] if isinstance(node, str) else []


def _value(node: Node, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, Decimal):
        return node
    if isinstance(node, str):
        if node not in values:
            raise FormulaError(f"no value is given for “{node}”")
        return values[node]
    left, operator, right = _value(node[0], values), node[1], _value(node[2], values)
    try:
        return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[operator](right)
    except (DivisionByZero, InvalidOperation):
        raise FormulaError("the formula divides by zero") from None
    except Overflow:
        raise FormulaError("the result is too large to be shown") from None
