"""Words to say offer more money than the role that says them may give.

Why: what is promised at the counter binds the house. The colleague has broken the rule of authority without noticing,
and the manager can only pay, or break the promise. A script is held against the role of each action that says it, by
the highest `limit` of `authority` that names this role, or one that fills it. A `[slot]` is not judged, nor a sentence
that says what the customer pays (the list `price`).

Bad:
    scripts:
      promise:
        lines: {call: "I will call by [time]. You will get 300 EUR from us."}
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}}

Good:
    scripts:
      promise:
        lines: {call: "I will call by [time]. You will get 30 EUR from us."}
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}}

Way out: Let a slot stand for the sum, lower it, or let a role with more authority say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from amends.check.phrases import PhraseList, sentences
from amends.check.rule import Issue, Rule, Subject
from amends.model.authority_limits import highest_limit
from amends.model.sop import Sop
from amends.model.text import Text
from amends.model.walk import FieldPath

_CURRENCIES = {
    "EUR": ("EUR", "€", "euro", "euros", "欧元"),
    "CNY": ("CNY", "RMB", "yuan", "元", "¥"),
    "GBP": ("GBP", "£", "pounds", "英镑"),
    "USD": ("USD", "$", "dollars", "美元"),
}
_SIGNS = {name: code for code, names in _CURRENCIES.items() for name in names}
_NAME = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_FIGURE = r"[0-9]{1,9}(?:[, ][0-9]{3}(?![0-9])){0,2}+(?:\.[0-9]{1,2})?"
_MONEY = re.compile(rf"(?P<before>{_NAME}) ?(?P<one>{_FIGURE})|(?P<two>{_FIGURE}) ?(?P<after>{_NAME})(?![A-Za-z])")


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each sum in words to say that is beyond the limit of who says them."""
    prices = PhraseList(subject.sop, "price")
    for path, text, role in _said_by(subject.sop):
        limit = highest_limit(subject.sop, role)
        if limit is None:
            continue
        for locale, string in text.strings.items():
            for amount, currency in _offered(string, locale, prices):
                if currency == limit.currency and amount > limit.amount:
                    message = f"`{role}` says this, and may give no more than {limit.amount:f} {limit.currency}"
                    hint = "let a [slot] stand for the sum, or let a role with more authority say it"
                    yield Issue((*path, locale), message, hint)


def _said_by(sop: Sop) -> Iterator[tuple[FieldPath, Text, str]]:
    """Each text that an action says, with the role that does the action; a script once for each role."""
    seen: set[tuple[str, str]] = set()
    for step_id, step in sop.steps.items():
        for action_id, action in step.actions.items():
            role = action.by or step.responsible
            if role is None:
                continue
            if action.words is not None:
                yield ("steps", step_id, "actions", action_id, "words"), action.words, role
            for script_id in action.say:
                script = sop.scripts.get(script_id)
                if script is not None and (script_id, role) not in seen:
                    seen.add((script_id, role))
                    for line_id, line in script.lines.items():
                        yield ("scripts", script_id, "lines", line_id, "text"), line.text, role


def _offered(string: str, locale: str, prices: PhraseList) -> Iterator[tuple[Decimal, str]]:
    """The sums of a string, but not those of a sentence that says what the customer pays."""
    for sentence in sentences(string):
        if not prices.found_in(sentence, locale):
            yield from _sums(sentence)


def _sums(string: str) -> Iterator[tuple[Decimal, str]]:
    for match in _MONEY.finditer(string):
        figure = re.sub("[, ]", "", match["one"] or match["two"])
        yield Decimal(figure), _SIGNS[match["before"] or match["after"]]


RULE = Rule("S514", "amount-beyond-authority", "warning", __doc__, check, needs_all=True)
