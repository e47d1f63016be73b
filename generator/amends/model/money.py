"""Sums of money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from amends.model.base import Model
from amends.model.problem import problem, shown


def _amount(value: object) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,4})?", str(value)):
        raise problem(f"{shown(value)} is not an amount", "write digits with a point: 2000 or 49.50")
    return Decimal(str(value))


def _currency(value: object) -> str:
    if not (isinstance(value, str) and re.fullmatch("[A-Z]{3}", value)):
        raise problem("a currency is three capital letters", "write the ISO 4217 code: CNY, EUR, GBP, USD")
    return value


class Money(Model):
    """An amount with its currency: `{amount: 200, currency: CNY}`."""

    amount: Annotated[Decimal, BeforeValidator(_amount)] = Field(description="Digits, with a point for decimals.")
    currency: Annotated[str, BeforeValidator(_currency)] = Field(description="ISO 4217 code.")
