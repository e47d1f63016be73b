"""What a page shows at a glance says the same as its tables, and every place that it leads to is there."""

from __future__ import annotations

import re

import pytest

from amends.documents.sheets import Sheets
from hotel import Hotel
from page_html import html_of_pages

TARGET = re.compile(r'href="#([^"]+)"')


def page(hotel: Hotel, path: str, locale: str = "en") -> str:
    return html_of_pages([Sheets(hotel.edition(locale))])[path]


def part(text: str, element: str, name: str) -> str:
    """The first element with a class."""
    return text[text.index(f'<{element} class="{name}"') :].partition(f"</{element}>")[0]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_severities_are_a_staircase_that_needs_no_colour(hotel: Hotel, locale: str) -> None:
    decisions = page(hotel, "decisions", locale)
    steps = part(decisions, "ol", "am-scale").split("<li")[1:]

    assert [step.count('class="am-grade__full"') for step in steps] == [2, 1]
    assert [TARGET.findall(step) for step in steps] == [["severity--high"], ["severity--low"]]
    assert all(f'id="{target}"' in decisions for target in TARGET.findall("".join(steps)))


def test_routing_says_whose_matter_it_is_and_leads_to_the_row(hotel: Hotel) -> None:
    decisions = page(hotel, "decisions")
    lookup = part(decisions, "ul", "am-lookup")

    assert TARGET.findall(lookup) == ["routing--room"]
    assert 'id="routing--room"' in decisions
    assert 'href="roles/front-desk.html">Front desk</a>' in lookup


def test_a_role_with_a_telephone_can_be_called_from_the_lookup(hotel: Hotel) -> None:
    hotel.replace("to: front-desk, support: [manager]", "to: manager")

    assert "100</small>" in part(page(hotel, "decisions"), "ul", "am-lookup")


def test_the_ladder_has_a_rung_for_each_level_with_its_sum(hotel: Hotel) -> None:
    rungs = part(page(hotel, "decisions"), "ol", "am-ladder").split("<li")[1:]

    sums = [re.findall(r'am-ladder__sum">([^<]+)<', rung) for rung in rungs]
    assert sums == [["CNY 2,000"], ["no limit"]]


def test_sums_in_two_currencies_have_a_table_and_no_ladder(hotel: Hotel) -> None:
    hotel.replace("limit: unlimited, sources", "limit: {amount: 5000, currency: EUR}, sources")
    decisions = page(hotel, "decisions")

    assert "am-ladder" not in decisions
    assert 'id="authority--l2"' in decisions


def test_the_matrix_leads_to_the_single_actions_of_others(hotel: Hotel) -> None:
    text = page(hotel, "responsibilities")

    assert text.count('data-letter="R" data-part') == 3  # the legend, the table, and the list for a phone
    assert 'href="steps/accept.html#action--note">Write down what is said.</a>' in text
    assert 'role="region" aria-label="' in text


def test_no_page_of_these_carries_a_style_that_a_policy_would_forbid(hotel: Hotel) -> None:
    for path in ("decisions", "responsibilities", "timeline", "process"):
        assert " style=" not in page(hotel, path), path
