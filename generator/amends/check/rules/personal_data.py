"""A text holds what looks like the data of a real person: a card number, an IBAN, a Chinese identity number.

Why: an example is read by every colleague and stands on paper for years. Only numbers with the right check digit are
found, and those that banks publish for tests are not.

Bad:
    steps:
      settle:
        actions: {repair: {do: "Pay back to the card, such as 4532 0151 1283 0366."}}

Good:
    steps:
      settle:
        actions: {repair: {do: "Pay back to the card that was used."}}

Way out: Write a number that cannot be real, such as `1234 ....`, or say where the real one is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from amends.check.rule import Issue, Rule, Subject

_DIGITS = re.compile(r"(?<![0-9A-Za-z])[0-9]++(?:[ -][0-9]++)*+(?![0-9A-Za-z])")
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,4})?(?![0-9A-Za-z])")
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9X](?![0-9A-Za-z])")
_DIGIT = re.compile(r"\d")
_MANY_DIGITS = re.compile(r"(?:\d\D*+){14}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_CARD_LENGTHS = range(14, 20)
_FOR_TESTS = frozenset({"4111111111111111", "4242424242424242", "5555555555554444", "378282246310005"})
_FOR_TESTS_IBAN = frozenset({"DE89370400440532013000", "GB82WEST12345698765432", "GB29NWBK60161331926819"})


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each number with a right check digit in a text."""
    for path, what in subject.shown_texts.strings_where(_found, _DIGIT):
        hint = "write a number that cannot be real, or say where the real one is found"
        yield Issue(path, f"this looks like {what} of a real person", hint)


def _found(string: str, _: str) -> str:
    """“a card number”, if there is one in the string; empty if there is nothing of the kind."""
    kinds: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
        ("an identity number", _IDENTITY, _is_identity),
        ("an account number", _IBAN, _is_account),
        ("a card number", _DIGITS, _is_card),
    )
    for what, pattern, is_real in kinds if _MANY_DIGITS.search(string) else ():
        if any(is_real(re.sub("[ -]", "", match[0])) for match in pattern.finditer(string)):
            return what
    return ""


def _is_card(digits: str) -> bool:
    """Whether the last digit is right by Luhn, and the first one that of a bank's card."""
    if len(digits) not in _CARD_LENGTHS or digits[0] not in "3456" or digits in _FOR_TESTS or len(set(digits)) == 1:
        return False
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 - Luhn's rule


def _is_account(iban: str) -> bool:
    """Whether the check digits are right by ISO 13616."""
    moved = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    return iban not in _FOR_TESTS_IBAN and int(moved) % 97 == 1


def _is_identity(number: str) -> bool:
    """Whether the last sign is right by GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_SIGNS[total % 11] == number[-1]


RULE = Rule("G905", "personal-data", "warning", __doc__, check, needs_all=False)
