from __future__ import annotations

import pytest

from builders import TABLES, Check

EXAMPLE = 'examples: {may: {values: {punctual: "19", all: "20"}}}'


def _example(values: str) -> str:
    return TABLES.replace(EXAMPLE, f"examples: {{may: {{values: {values}}}}}")


def test_an_undeclared_variable_is_found_at_the_formula(check: Check) -> None:
    tables = TABLES.replace("formula: punctual / all * 100", "formula: punctual / every * 100")
    assert check("F603", tables=tables)[0] == (
        "tables.yml: formula: punctual / every * 100",
        "metrics/on-time: the formula uses `every`, which is not declared",
    )


def test_a_declared_variable_that_is_not_used_is_found(check: Check) -> None:
    tables = TABLES.replace("variables: {", "variables:\n      late: late calls\n      ").replace(
        '回电总数"}}', '回电总数"}'
    )
    tables = tables.replace('zh: "按时回电数"}, all:', 'zh: "按时回电数"}\n      all:')
    assert check("F603", tables=tables) == [
        ("tables.yml: late: late calls", "metrics/on-time: the formula does not use the variable `late`")
    ]


def test_an_example_without_a_value_is_found(check: Check) -> None:
    assert check("F603", tables=_example('{punctual: "19"}')) == [
        (
            'tables.yml: examples: {may: {values: {punctual: "19"}}}',
            "metrics/on-time: the example gives no value for `all`",
        )
    ]


def test_an_example_with_a_value_too_many_is_found(check: Check) -> None:
    tables = _example('{punctual: "19", all: "20", some: "3"}')
    assert [message for _, message in check("F603", tables=tables)] == [
        "metrics/on-time: the formula has no variable `some`"
    ]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ('{punctual: "19", all: "0"}', "the formula divides by zero"),
        ('{punctual: "0", all: "0.0"}', "the formula divides by zero"),
    ],
)
def test_an_example_that_cannot_be_computed_is_found(check: Check, values: str, why: str) -> None:
    assert [message for _, message in check("F603", tables=_example(values))] == [
        f"metrics/on-time: the example cannot be computed: {why}"
    ]


def test_a_result_too_large_to_be_shown_is_found(check: Check) -> None:
    tables = TABLES.replace("formula: punctual / all * 100", "formula: punctual * all * punctual")
    values = 'values: {punctual: "999999999999999", all: "999999999999999"}'
    tables = tables.replace(EXAMPLE, f"examples: {{may: {{{values}}}}}")
    assert [message for _, message in check("F603", tables=tables)] == [
        "metrics/on-time: the example cannot be computed: the result is too large to be shown"
    ]


def test_an_example_without_a_formula_is_found(check: Check) -> None:
    tables = TABLES.replace("    formula: punctual / all * 100\n", "    how: Count them.\n")
    assert [message for _, message in check("F603", tables=tables)] == [
        "metrics/on-time: there is no formula from which to compute the example `may`"
    ]


def test_a_metric_that_is_told_in_words_needs_neither_formula_nor_example(check: Check) -> None:
    metric = "metrics:\n  mood: {title: Mood, family: quality, meaning: The mood., how: Ask.}\n"
    assert check("F603", more=metric) == []
