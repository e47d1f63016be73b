"""The order of the events of a case, with those that an SOP adds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.model.base import EVENTS
from amends.model.events import OwnEvent, comes_before, in_order
from values import accepted


def own(**after: str) -> dict[str, OwnEvent]:
    """Own events, each with the event after which it comes."""
    return {key: accepted(OwnEvent, {"title": key, "since": key, "follows": event}) for key, event in after.items()}


HOUSING = own(escalated="answered", acknowledged2="escalated", answered2="acknowledged2", visited="found")


def test_an_own_event_stands_behind_the_one_after_which_it_comes() -> None:
    assert in_order({}) == EVENTS
    assert in_order(HOUSING) == (
        *("received", "acknowledged", "assigned", "found", "visited", "decided", "answered"),
        *("escalated", "acknowledged2", "answered2", "agreed", "completed", "closed"),
    )


def test_an_own_event_comes_after_receipt_if_nothing_else_is_said() -> None:
    assert accepted(OwnEvent, {"title": "Visited", "since": "from the visit"}).follows == "received"


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("received", "answered", True),
        ("decided", "answered", True),
        ("answered", "decided", False),
        ("answered", "answered", False),
        ("received", "escalated", True),
        ("answered", "answered2", True),
        ("escalated", "answered2", True),
        ("answered2", "escalated", False),
        ("agreed", "escalated", False),  # nobody has said which of the two comes first
        ("escalated", "closed", False),
        ("visited", "escalated", False),
        ("unheard-of", "closed", False),
    ],
)
def test_an_event_is_before_another_only_where_that_is_known(
    one: str,
    other: str,
    before: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert comes_before(HOUSING, one, other) == before


def test_events_in_a_circle_come_after_themselves_and_stand_at_the_end() -> None:
    circle = own(one="two", two="one", three="two")
    assert comes_before(circle, "one", "one")
    assert not comes_before(circle, "three", "three")
    assert in_order(circle) == (*EVENTS, "one", "two", "three")


NAMES = [f"e{number}" for number in range(6)]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*NAMES, *EVENTS])))
def test_every_event_stands_once_and_behind_all_that_come_before_it(after: dict[str, str]) -> None:
    found = own(**after)
    order = in_order(found)
    assert sorted(order) == sorted([*EVENTS, *after])
    if not any(comes_before(found, event, event) for event in after):
        for event in after:
            earlier = [it for it in order if comes_before(found, it, event)]
            assert all(order.index(it) < order.index(event) for it in earlier)
