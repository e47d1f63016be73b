"""A metric with its worked examples, each computed from the formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from amends.edition.edition import Edition, Phrase
from amends.edition.formula_words import NAME, formula_in_words, readable
from amends.model.base import FAMILIES
from amends.model.formula import Formula

_PLACES = Decimal("0.0001")


@dataclass(frozen=True)
class ExampleRow:
    """A worked example: its title, the formula with its figures, the result with its unit."""

    id: str
    title: Phrase | None
    calculation: str
    result: str


@dataclass(frozen=True)
class MetricView:
    """A metric, ready to be set. `in_words` is the formula with words instead of variables, each as a slot."""

    id: str
    title: str
    family: str
    formula: str | None
    in_words: Phrase
    variables: tuple[tuple[str, Phrase], ...]
    examples: tuple[ExampleRow, ...]


@dataclass(frozen=True)
class FamilyRow:
    """A family of metrics, with the ids of its metrics."""

    id: str
    title: str
    metrics: tuple[str, ...]


def metrics_by_family(edition: Edition) -> list[FamilyRow]:
    """The families, from speed to learning and then the SOP's own; those without a metric are left out."""
    metrics = edition.sop.metrics
    found: dict[str, list[str]] = {family: [] for family in (*FAMILIES, *edition.sop.families)}
    for key, metric in metrics.items():
        found[metric.family].append(key)
    return [FamilyRow(key, edition.family(key), tuple(ids)) for key, ids in found.items() if ids]


def metric_view(edition: Edition, metric_id: str) -> MetricView:
    """One metric in the reader's language."""
    metric = edition.sop.metrics[metric_id]
    formula = metric.formula
    examples = metric.examples.items() if formula else ()
    return MetricView(
        id=metric_id,
        title=edition.plain(metric.title),
        family=edition.family(metric.family),
        formula=readable(edition, formula.text) if formula else None,
        in_words=Phrase(formula_in_words(edition, metric), edition.words.locale),
        variables=tuple((name, edition.phrase(text)) for name, text in metric.variables.items()),
        examples=tuple(
            ExampleRow(
                key,
                edition.phrase(example.title) if example.title else None,
                _with_figures(edition, formula, example.values),
                edition.words(f"unit.{metric.unit}", value=_rounded(edition, formula.result(example.values))),
            )
            for key, example in examples
            if formula is not None
        ),
    )


def _with_figures(edition: Edition, formula: Formula, values: Mapping[str, Decimal]) -> str:
    """The formula with each variable replaced by its figure: “7 ÷ 350,000 × 1,000,000”."""
    parts = NAME.split(formula.text)
    return "".join(edition.words.figure(values[part]) if part in values else readable(edition, part) for part in parts)


def _rounded(edition: Edition, value: Decimal) -> str:
    """A result with at most four decimal places, separated thousands and no trailing zeros."""
    text = f"{value.quantize(_PLACES, ROUND_HALF_UP) + 0:f}"  # + 0: a tiny negative result must not give “-0”
    return edition.words.figure(Decimal(text.rstrip("0").rstrip(".") if "." in text else text))
