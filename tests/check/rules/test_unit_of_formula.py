from __future__ import annotations

import pytest

from builders import TABLES, Check


def metric(formula: str, unit: str) -> str:
    return TABLES.replace("unit: percent", f"unit: {unit}").replace("punctual / all * 100", formula)


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("punctual / all", "percent"),
        ("punctual / all * 100", "ppm"),
        ("punctual / all * 100", "number"),
        ("punctual / (all + punctual)", "percent"),
        ("punctual / all + 100", "percent"),
    ],
)
def test_a_formula_that_does_not_give_its_unit_is_found(check: Check, formula: str, unit: str) -> None:
    [(place, message)] = check("F604", tables=metric(formula, unit))

    assert place == f"tables.yml: formula: {formula}"
    assert message.startswith("metrics/on-time: ")


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("100 * punctual / all", "percent"),
        ("(all - punctual) * 100 / all", "percent"),
        ("punctual * 1000000 / all", "ppm"),
        ("punctual / all", "number"),
        ("punctual / all", "days"),
        ("punctual - all", "percent"),
        ("(punctual + all) / 2", "percent"),
    ],
)
def test_a_formula_that_gives_its_unit_is_none(check: Check, formula: str, unit: str) -> None:
    assert check("F604", tables=metric(formula, unit)) == []
