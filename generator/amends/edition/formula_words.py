"""A formula as people write it: “steps done in time ÷ steps due × 100”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from amends.edition.edition import Edition
from amends.edition.inline import Run
from amends.model.measures import Metric

NAME = re.compile(r"([a-z][a-z0-9_]*)")
_NUMBER = re.compile(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?")


def formula_in_words(edition: Edition, metric: Metric) -> tuple[Run, ...]:
    """The formula of a metric with words instead of variables, each as a slot."""
    return tuple(_in_words(edition, metric))


def _in_words(edition: Edition, metric: Metric) -> Iterator[Run]:
    for part in NAME.split(metric.formula.text if metric.formula else ""):
        if part in metric.variables:
            yield Run(edition.plain(metric.variables[part]), "slot")
        elif part:
            yield Run(readable(edition, part))


def readable(edition: Edition, text: str) -> str:
    """The text with the usual signs (×, ÷) and separated thousands."""
    signs = text.replace("*", "×").replace("/", "÷")
    return _NUMBER.sub(lambda number: edition.words.figure(Decimal(number[0])), signs)
