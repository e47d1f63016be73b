"""The limits of authority do not rise with the level, or are in several currencies.

Why: a person asks the next level when a sum is above their own limit, so the next level must be allowed more. Levels
stand from the lowest to the highest, `unlimited` last. A level that is only for graver `severities` does not count in
this order. Nobody can say which of two sums in different currencies is the higher one; usually one of them is still the
base's.

Bad:
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 500, currency: EUR}}
      l2: {code: L2, roles: [manager], limit: {amount: 200, currency: EUR}}

Good:
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}}
      l2: {code: L2, roles: [manager], limit: unlimited}

Way out: Order the levels from the lowest to the highest, give each one more than the level before it, and put
`unlimited` last. Write all sums in one currency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amends.check.rule import Issue, Rule, Subject
from amends.model.money import Money


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each level whose limit is not higher than that of the level below it, or in another currency."""
    yield from _in_another_currency(subject)
    slightest = next(reversed(subject.sop.severities), None)
    levels = [
        (key, level)
        for key, level in subject.sop.authority.items()
        if level.may is None and (not level.severities or slightest in level.severities)
    ]
    for (lower_id, lower), (upper_id, upper) in pairwise(levels):
        path = ("authority", upper_id, "limit")
        if lower.limit is None:
            message = f"nothing is left for `{upper_id}` to decide: `{lower_id}` before it is unlimited"
            yield Issue(path, message, "put the unlimited level last")
        elif upper.limit is not None and _is_not_above(upper.limit, lower.limit):
            message = f"the limit of `{upper_id}`, {upper.limit.amount}, is not above that of `{lower_id}`"
            hint = f"allow more than {lower.limit.amount}, or order the levels from the lowest to the highest"
            yield Issue(path, message, hint)


def _in_another_currency(subject: Subject) -> Iterator[Issue]:
    """An issue for each limit in another currency than that of the most limits, or of the topmost layer's own."""
    limits = {key: level.limit for key, level in subject.sop.authority.items() if level.limit is not None}
    own = [key for key in limits if not subject.is_inherited(("authority", key, "limit"))]
    if len({limit.currency for limit in limits.values()}) <= 1:
        return
    [(usual, _)] = Counter(limits[key].currency for key in own or limits).most_common(1)
    others = [key for key, limit in limits.items() if limit.currency != usual]
    of_base = [key for key in others if key not in own]
    if own and of_base:  # one cause: the layer has changed the currency of some levels alone
        named = ", ".join(f"`{key}`" for key in of_base)
        changed = next(key for key in own if limits[key].currency == usual)
        message = f"the limit of `{changed}` is in {usual}, and those of the base are not: {named}"
        yield Issue(("authority", changed, "limit"), message, _in_currency(usual, of_base))
    for key in (it for it in others if it not in of_base or not own):
        message = f"the limit of `{key}` is in {limits[key].currency}, others are in {usual}"
        yield Issue(("authority", key, "limit"), message, _in_currency(usual, [key]))


def _in_currency(currency: str, levels: Sequence[str]) -> str:
    """The patch that writes the limits of these levels in this currency."""
    patch = ", ".join(f"{key}: {{limit: {{amount: ..., currency: {currency}}}}}" for key in levels)
    return f"write {'it' if len(levels) == 1 else 'them'} in {currency}:  authority: {{{patch}}}"


def _is_not_above(upper: Money, lower: Money) -> bool:
    """Whether the upper limit is the same or lower. Sums in different currencies are not compared, so False."""
    return upper.currency == lower.currency and upper.amount <= lower.amount


RULE = Rule("O303", "authority-order", "warning", __doc__, check)
