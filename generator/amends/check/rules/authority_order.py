"""The limits of authority do not rise with the level.

Why: a person asks the next level when a sum is above their own limit, so the next level must be allowed more. Levels
stand from the lowest to the highest, `unlimited` last. A level with `severities` does not count in this order.

Bad:
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 500, currency: EUR}}
      l2: {code: L2, roles: [manager], limit: {amount: 200, currency: EUR}}

Good:
    authority:
      l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}}
      l2: {code: L2, roles: [manager], limit: unlimited}

Way out: Order the levels from the lowest to the highest, give each one more than the level before it, and put
`unlimited` last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from amends.check.rule import Issue, Rule, Subject
from amends.model.money import Money


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each level whose limit is not higher than the limit of the level below it."""
    levels = [(key, level) for key, level in subject.sop.authority.items() if not level.severities]
    for (lower_id, lower), (upper_id, upper) in pairwise(levels):
        path = ("authority", upper_id, "limit")
        if lower.limit is None:
            message = f"nothing is left for `{upper_id}` to decide: `{lower_id}` before it is unlimited"
            yield Issue(path, message, "put the unlimited level last")
        elif upper.limit is not None and _is_not_above(upper.limit, lower.limit):
            message = f"the limit of `{upper_id}`, {upper.limit.amount}, is not above that of `{lower_id}`"
            hint = f"allow more than {lower.limit.amount}, or order the levels from the lowest to the highest"
            yield Issue(path, message, hint)


def _is_not_above(upper: Money, lower: Money) -> bool:
    """Whether the upper limit is the same or lower. Sums in different currencies are not compared, so False."""
    return upper.currency == lower.currency and upper.amount <= lower.amount


RULE = Rule("O303", "authority-order", "warning", __doc__, check)
