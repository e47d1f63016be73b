"""An amount is digits with a point; its currency is three capital letters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from amends.model.money import Money
from values import accepted, refused


@pytest.mark.parametrize(
    ("amount", "expected"), [("2000", Decimal(2000)), ("49.50", Decimal("49.50")), ("0", Decimal(0)), (7, Decimal(7))]
)
def test_an_amount_is_exact(amount: object, expected: Decimal) -> None:
    money = accepted(Money, {"amount": amount, "currency": "CNY"})

    assert (money.amount, money.currency) == (expected, "CNY")


@pytest.mark.parametrize(
    "amount",
    ["2,000", "2 000", "1e5", "1_000", "-5", "-0", "NaN", "sNaN", "Infinity", "٣", "２００", "5.", ".5", "", "9" * 16],
)
def test_what_python_would_take_for_a_number_is_not_always_an_amount(amount: str) -> None:
    message, hint = refused(Money, {"amount": amount, "currency": "CNY"})

    assert message.endswith("is not an amount")
    assert hint == "write digits with a point: 2000 or 49.50"


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        (None, "nothing is not an amount"),
        ([], "a list is not an amount"),
        ({"p1": "5"}, "a block is not an amount"),
        (True, "“True” is not an amount"),
    ],
)
def test_an_amount_of_the_wrong_shape_is_named_without_python(amount: object, message: str) -> None:
    assert refused(Money, {"amount": amount, "currency": "CNY"})[0] == message


@pytest.mark.parametrize("currency", ["cny", "RMB元", "CN", "CNYY", "A1B", "", None, ["CNY"]])
def test_a_currency_is_its_iso_code(currency: object) -> None:
    message, hint = refused(Money, {"amount": "5", "currency": currency})

    assert message == "a currency is three capital letters"
    assert hint == "write the ISO 4217 code: CNY, EUR, GBP, USD"
