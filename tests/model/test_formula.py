"""Formulas are read by a small parser and computed exactly; nothing in them is ever run as code."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.model.formula import Formula, FormulaError
from values import accepted, refused


def computed(text: str, **values: str) -> Decimal:
    return Formula.parse(text).result({name: Decimal(value) for name, value in values.items()})


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("24 / 4 / 2", "3"),
        ("-2 * 3", "-6"),
        ("2 - -3", "5"),
        ("0.1 + 0.2", "0.3"),
        ("  7\n", "7"),
    ],
)
def test_a_formula_is_computed_as_on_paper(text: str, result: str) -> None:
    assert computed(text) == Decimal(result)


def test_the_source_s_example_comes_out() -> None:
    assert computed("defective / delivered * 1000000", defective="3", delivered="150000") == Decimal(20)


def test_a_formula_names_its_variables() -> None:
    assert Formula.parse("late / (closed - late) * 100").variables() == {"late", "closed"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the formula ends too early"),
        ("1 +", "the formula ends too early"),
        ("(1", "the formula ends too early"),
        ("(1 2", "a bracket is not closed"),
        ("1)", "“)” is not expected here"),
        ("2a", "“a” is not expected here"),
        ("* 2", "“*” is not expected here"),
        ("a ** 2", "“*” is not expected here"),
        ("late % 100", "“%” has no meaning in a formula"),
        ("Late", "“L” has no meaning in a formula"),
        ("a.b", "“.” has no meaning in a formula"),
        ("__import__('os')", "“_” has no meaning in a formula"),
        ("1 + " * 200 + "1", "the formula is longer than 500 characters"),
        ("(" * 50 + "1" + ")" * 50, "the formula is nested more than 40 levels deep"),
        ("-" * 499 + "1", "the formula is nested more than 40 levels deep"),
    ],
)
def test_what_is_no_formula_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(FormulaError) as caught:
        Formula.parse(text)

    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("text", "values", "reason"),
    [
        ("a / b", {"a": "1", "b": "0"}, "the formula divides by zero"),
        ("a / b", {"a": "0", "b": "0"}, "the formula divides by zero"),
        ("a / b", {"a": "1"}, "no value is given for “b”"),
        ("a * a * a", {"a": "1e400000"}, "the result is too large to be shown"),
        ("a * a", {"a": "99999999999"}, "the result is too large to be shown"),
    ],
)
def test_what_cannot_be_computed_is_told_why(text: str, values: dict[str, str], reason: str) -> None:
    with pytest.raises(FormulaError) as caught:
        computed(text, **values)

    assert str(caught.value) == reason


@given(st.text("()+-*/0123456789.ab x", max_size=60))
def test_any_text_is_a_formula_or_a_formula_error(text: str) -> None:
    try:
        told = Formula.parse(text).text
    except FormulaError as error:
        told = str(error)

    assert told.strip() or not text.strip()


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 999))
def test_brackets_and_precedence_agree_with_arithmetic(a: int, b: int, c: int) -> None:
    values = {"a": str(a), "b": str(b), "c": str(c)}

    assert computed("a + b * c - (a - b) * c", **values) == a + b * c - (a - b) * c


def test_in_a_file_a_formula_is_one_text() -> None:
    assert accepted(Formula, "late / closed").text == "late / closed"
    assert refused(Formula, ["late"]) == ("a formula is needed here", "write for example  late / closed * 100")
    assert refused(Formula, "late /")[0] == "the formula ends too early"
