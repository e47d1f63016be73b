"""The formula of a metric does not give the unit that the metric names.

Why: 19 of 20 is shown as 0.95 %, and the target of 90 % is never reached. A share becomes a percentage with `* 100`,
and parts per million with `* 1000000`.

Bad:
    metrics:
      on-time: {unit: percent, formula: punctual / all}

Good:
    metrics:
      on-time: {unit: percent, formula: punctual / all * 100}

Way out: Multiply the share, or name another unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from amends.check.rule import Issue, Rule, Subject
from amends.model.formula import Node

_FACTORS = {"percent": Decimal(100), "ppm": Decimal(1_000_000)}
_SHOWN = {"percent": "percent", "ppm": "parts per million"}


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each formula of a share without the factor of its unit, or with that of another unit."""
    for metric_id, metric in subject.sop.metrics.items():
        if metric.formula is None or not _is_share(metric.formula.tree):
            continue
        factors, wanted = set(_factors(metric.formula.tree)), _FACTORS.get(metric.unit)
        path = ("metrics", metric_id, "formula")
        if wanted is not None and wanted not in factors:
            message = f"the result of this formula is no figure in {_SHOWN[metric.unit]}"
            yield Issue(path, message, f"multiply the share:  ... * {wanted}; or name another `unit`")
        elif wanted is None and Decimal(100) in factors:
            message = f"this formula gives a percentage, and the unit is `{metric.unit}`"
            yield Issue(path, message, "write  unit: percent")


def _is_share(node: Node) -> bool:
    """Whether something is divided by something that varies: only then does the unit need a factor."""
    if not isinstance(node, tuple):
        return False
    left, sign, right = node
    return (sign == "/" and not isinstance(right, Decimal)) or _is_share(left) or _is_share(right)


def _factors(node: Node) -> Iterator[Decimal]:
    """The numbers by which something is multiplied."""
    if isinstance(node, tuple):
        left, sign, right = node
        if sign == "*":
            yield from (part for part in (left, right) if isinstance(part, Decimal))
        yield from _factors(left)
        yield from _factors(right)


RULE = Rule("F604", "unit-of-formula", "warning", __doc__, check, needs_all=False)
