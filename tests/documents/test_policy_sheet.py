"""The policy promises the times that the SOP sets, and never others."""

from __future__ import annotations

import pytest

from amends.book import editions
from amends.documents.policy_sheet import cited_in, policy_sheet
from amends.read import usable_sop
from hotel import TODAY, Hotel


@pytest.fixture
def hotel(hotel: Hotel) -> Hotel:
    return hotel.with_letters()


def times(hotel: Hotel, locale: str = "en") -> dict[str, tuple[str, str | None]]:
    [part] = policy_sheet(hotel.edition(locale))
    return {row.id: (row.value, row.extended) for row in part.times}


def test_of_several_severities_the_longest_time_counts(hotel: Hotel) -> None:
    assert times(hotel) == {
        "news": ("within 1 hour", "in difficult cases 4 hours; we tell you why"),
        "heard": ("within 2 business days", None),
    }
    assert times(hotel, "zh")["heard"] == ("最长2个工作日", None)


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("{high: 2 business days, low: 3 calendar days}", "within 3 calendar days"),
        ("{high: 8 working hours, low: 1 hour}", "within 8 working hours"),
        ("{high: at once, low: same day}", "same day"),
        ("at once", "at once"),
        ("{high: 1 year, low: unlimited}", "no limit"),
    ],
)
def test_times_of_different_units_are_compared(hotel: Hotel, within: str, said: str) -> None:
    hotel.replace("within: {high: at once, low: 2 business days}", f"within: {within}")

    assert times(hotel)["heard"] == (said, None)


def test_a_change_of_the_limit_changes_the_policy_of_a_layer(hotel: Hotel) -> None:
    english = editions(usable_sop(hotel.branch(), TODAY)[0])[0]

    [part] = policy_sheet(english)
    assert [row.value for row in part.times] == ["within 1 hour", "within 1 business day"]


def test_the_page_cites_for_all_sections_together(hotel: Hotel) -> None:
    hotel.replace("    contacts: [office]", "    sources: [old-book/listen]")

    assert cited_in(policy_sheet(hotel.edition())).sources == ("old-book/listen",)
