from __future__ import annotations

from pathlib import Path

from builders import TODAY, Check, corner_shop
from small_sop import SmallSop


def _levels(*limits: str) -> str:
    rows = (f"  l{number}: {{code: L{number}, roles: [manager], {limit}}}\n" for number, limit in enumerate(limits))
    return "authority:\n" + "".join(rows)


def _eur(amount: str) -> str:
    return f"limit: {{amount: {amount}, currency: EUR}}"


def test_a_level_that_may_give_less_than_the_one_before_is_found(check: Check) -> None:
    line = "l2: {code: L2, roles: [manager], limit: {amount: 99.50, currency: EUR}}"
    assert check("O303", more=_levels(_eur("50"), _eur("100"), _eur("99.50"))) == [
        (f"more.yml: {line}", "authority/l2: the limit of `l2`, 99.50, is not above that of `l1`")
    ]


def test_the_same_limit_twice_is_found(check: Check) -> None:
    assert len(check("O303", more=_levels(_eur("100"), _eur("100.00")))) == 1


def test_a_level_after_an_unlimited_one_is_found(check: Check) -> None:
    assert [message for _, message in check("O303", more=_levels("limit: unlimited", _eur("100")))] == [
        "authority/l1: nothing is left for `l1` to decide: `l0` before it is unlimited"
    ]


def test_rising_limits_with_unlimited_last_are_fine(check: Check) -> None:
    assert check("O303", more=_levels(_eur("9"), _eur("10"), "limit: unlimited")) == []


def test_levels_for_some_severities_stand_beside_the_order(check: Check) -> None:
    special = "limit: {amount: 5, currency: EUR}, severities: [p1]"
    assert check("O303", more=_levels(_eur("10"), special, _eur("20"))) == []


def test_levels_for_slighter_severities_alone_stand_in_the_order(check: Check) -> None:
    slight = "limit: {amount: 5, currency: EUR}, severities: [p2]"
    assert len(check("O303", more=_levels(_eur("10"), slight))) == 1


def test_sums_in_different_currencies_are_found_and_not_compared(check: Check) -> None:
    line = "l1: {code: L1, roles: [manager], limit: {amount: 90, currency: GBP}}"
    assert check("O303", more=_levels(_eur("100"), "limit: {amount: 90, currency: GBP}", _eur("200"))) == [
        (f"more.yml: {line}", "authority/l1: the limit of `l1` is in GBP, others are in EUR")
    ]


def test_the_currency_of_the_own_layer_is_the_right_one(tmp_path: Path) -> None:
    corner_shop(tmp_path / "base").write({"more.yml": _levels(_eur("100"), _eur("200"), _eur("300"))})
    own = SmallSop(
        tmp_path / "own",
        {
            "sop.yml": "id: own\nextends: ../base\n",
            "more.yml": "authority: {l0: {limit: {amount: 90, currency: GBP}}}\n",
        },
        TODAY,
    )

    patch = "{limit: {amount: ..., currency: GBP}}"
    assert [(it.message, it.hint) for it in own.reading().findings if it.code == "O303"] == [
        (
            "authority/l0: the limit of `l0` is in GBP, and those of the base are not: `l1`, `l2`",
            f"write them in GBP:  authority: {{l1: {patch}, l2: {patch}}}",
        )
    ]
