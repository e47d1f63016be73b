"""A metric's formula, its variables and its worked examples do not fit together.

Why: every build computes the examples from the formula. If a figure is missing, or nothing says what it is, nobody
can use the metric.

Bad:
    metrics:
      on-time:
        formula: punctual / al * 100

Good:
    metrics:
      on-time:
        formula: punctual / all * 100

Way out: Correct the name, declare the variable in `variables`, or give its value in the example. Delete variables
that the formula does not use.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject
from amends.model.formula import Formula, FormulaError
from amends.model.measures import Example, Metric
from amends.model.walk import FieldPath
from amends.nearest import nearest


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each variable and each example that does not fit its formula."""
    for metric_id, metric in subject.sop.metrics.items():
        path = ("metrics", metric_id)
        if metric.formula is not None:
            yield from _variables(metric, metric.formula, path)
            if metric.formula.variables() - metric.variables.keys():
                continue  # examples have the right name, which is no second mistake
        for example_id, example in metric.examples.items():
            here = (*path, "examples", example_id)
            if metric.formula is None:
                hint = "write the `formula`, or tell the example in `how`"
                yield Issue(here, f"there is no formula from which to compute the example `{example_id}`", hint)
            else:
                yield from _example(example, metric.formula, (*here, "values"))


def _variables(metric: Metric, formula: Formula, path: FieldPath) -> Iterator[Issue]:
    used = formula.variables()
    for name in sorted(used - metric.variables.keys()):
        hint = f"{nearest(name, metric.variables, 'variables')}; or declare it:  variables: {{{name}: what it counts}}"
        yield Issue((*path, "formula"), f"the formula uses `{name}`, which is not declared", hint)
    if used - metric.variables.keys():
        return
    for name in (name for name in metric.variables if name not in used):
        hint = "use it in the formula, or delete it"
        yield Issue((*path, "variables", name), f"the formula does not use the variable `{name}`", hint)


def _example(example: Example, formula: Formula, path: FieldPath) -> Iterator[Issue]:
    used = formula.variables()
    missing = sorted(used - example.values.keys())
    for name in sorted(example.values.keys() - used):
        hint = nearest(name, used, "variables")
        yield Issue((*path, name), f"the formula has no variable `{name}`", hint)
    for name in missing:
        yield Issue(path, f"the example gives no value for `{name}`", f'add  {name}: "..."')
    if missing:
        return
    try:
        formula.result(example.values)
    except FormulaError as error:
        yield Issue(path, f"the example cannot be computed: {error}", "give other values, or mend the formula")


RULE = Rule("F603", "metric-formula", "error", __doc__, check, needs_all=False)
