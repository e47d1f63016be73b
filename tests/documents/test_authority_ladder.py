"""Limits of money on one scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.documents.authority_ladder import Ladder, authority_ladder
from amends.model.tables import Authority
from shipped_sops import NAMES, ShippedSops


def levels(*amounts: object, currency: str = "CNY") -> dict[str, Authority]:
    return {
        f"l{at}": Authority.model_validate(
            {
                "code": f"L{at}",
                "roles": ["clerk"],
                "limit": amount if amount == "unlimited" else {"amount": str(amount), "currency": currency},
            }
        )
        for at, amount in enumerate(amounts)
    }


def ladder(*amounts: object) -> Ladder:
    found = authority_ladder(levels(*amounts))
    assert found is not None
    return found


def test_ten_times_as_much_is_one_division_further() -> None:
    found = ladder(200, 2000, 20_000)

    assert found.divisions == pytest.approx((0, 100 / 3, 200 / 3, 100))
    one, two, three = found.reach.values()
    assert (two - one, three - two) == pytest.approx((100 / 3, 100 / 3))


def test_a_level_without_a_limit_reaches_beyond_every_sum() -> None:
    found = ladder(100, 1000, "unlimited")

    assert found.open_levels == {"l2"}
    assert found.reach["l2"] == 100 > max(found.divisions) >= found.reach["l1"]


def test_sums_that_cannot_be_compared_are_on_no_ladder() -> None:
    assert authority_ladder({}) is None
    assert authority_ladder(levels("unlimited")) is None
    assert authority_ladder(levels(100) | {"x": levels(5, currency="EUR")["l0"]}) is None


@given(st.lists(st.integers(0, 10**14), min_size=1, max_size=8))
def test_more_money_never_has_a_shorter_bar(amounts: list[int]) -> None:
    reach = list(ladder(*sorted(amounts)).reach.values())
    assert reach == sorted(reach)
    assert all(0 <= it <= 100.000001 for it in reach)


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_limit_has_a_bar_that_one_can_see(shipped_sops: ShippedSops, name: str) -> None:
    found = authority_ladder(shipped_sops.sop(name).authority)
    assert found is not None
    assert min(found.reach.values()) > 5
