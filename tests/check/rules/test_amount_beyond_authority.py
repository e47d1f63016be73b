from __future__ import annotations

import pytest

from builders import STEPS, WORDS, Check

LINE = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'


def said(en: str, zh: str = "[time]") -> str:
    return WORDS.replace(LINE, f"call:\n        en: '{en} [time].'\n        zh: '{zh}'")


LEVELS = """
authority:
  l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}}
  l2: {code: L2, roles: [manager], limit: {amount: 500, currency: EUR}}
"""


@pytest.mark.parametrize("line", ["You get 51 EUR.", "You get €1,200.", "You get 50.01 euros.", "You get EUR 60."])
def test_a_sum_beyond_the_limit_of_the_role_is_found(check: Check, line: str) -> None:
    [(place, message)] = check("S514", words=said(line), levels=LEVELS)

    assert place.startswith("words.yml: en: ")
    assert message == "scripts/promise: `assistant` says this, and may give no more than 50 EUR"


@pytest.mark.parametrize("line", ["You get 50 EUR.", "You get 300 USD.", "It took 300 days.", "We have 300 Europeans."])
def test_a_sum_within_the_limit_or_in_another_currency_is_none(check: Check, line: str) -> None:
    assert check("S514", words=said(line), levels=LEVELS) == []


def test_chinese_sums_are_read(check: Check) -> None:
    levels = LEVELS.replace("EUR", "CNY")
    assert len(check("S514", words=said("Yes, by", "赔您200元。[time]"), levels=levels)) == 1


def test_who_does_the_action_counts(check: Check) -> None:
    steps = STEPS.replace("say: [promise]}", 'say: [promise], by: manager, words: "You get 600 EUR."}')
    found = check("S514", words=said("You get 300 EUR."), steps=steps, levels=LEVELS)

    assert [message for _, message in found] == ["steps/accept: `manager` says this, and may give no more than 500 EUR"]


@pytest.mark.parametrize(
    "levels", ["", LEVELS.replace("{amount: 50, currency: EUR}", "unlimited"), LEVELS.replace("assistant", "manager")]
)
def test_a_role_without_a_limit_is_not_judged(check: Check, levels: str) -> None:
    assert check("S514", words=said("You get 51 EUR."), levels=levels or "glossary: {a: {term: a, meaning: b}}") == []


@pytest.mark.parametrize("line", ["The call costs you nothing. It costs 85 EUR.", "That is 85 EUR plus VAT."])
def test_what_the_customer_pays_is_no_sum_that_we_give(check: Check, line: str) -> None:
    assert check("S514", words=said(line), levels=LEVELS) == []
    assert len(check("S514", words=said(f"{line} You get 60 EUR."), levels=LEVELS)) == 1
