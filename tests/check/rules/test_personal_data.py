from __future__ import annotations

import pytest

from builders import STEPS, Check


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("4532 0151 1283 0366", "a card number"),
        ("4532-0151-1283-0366", "a card number"),
        ("6222021234567890128", "a card number"),
        ("FR14 2004 1010 0505 0001 3M02 606", "an account number"),
        ("11010519491231002X", "an identity number"),
    ],
)
def test_a_number_with_the_right_check_digit_is_found(check: Check, number: str, what: str) -> None:
    assert [
        message for _, message in check("G905", steps=STEPS.replace("Repair or replace.", f"Pay to {number}."))
    ] == [f"steps/settle: this looks like {what} of a real person"]


@pytest.mark.parametrize(
    "number",
    [
        "4532 0151 1283 0367",
        "4111 1111 1111 1111",
        "DE89 3704 0044 0532 0130 00",
        "110105194912310021",
        "0000 0000 0000 0000",
        "+86 138 0013 8000",
        "SF1234567890123456",
    ],
)
def test_a_number_that_cannot_be_real_is_none(check: Check, number: str) -> None:
    assert check("G905", steps=STEPS.replace("Repair or replace.", f"Pay to {number}.")) == []
