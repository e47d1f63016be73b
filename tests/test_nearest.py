"""A name that does not exist is told the nearest that does."""

from __future__ import annotations

import doctest

import pytest

from amends import nearest as nearest_module
from amends.nearest import nearest


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("stepz", ["roles", "steps"], "the nearest is `steps`"),
        ("fornt-desk", ["manager", "front-desk"], "the nearest is `front-desk`"),
        ("end/setled", ["settle", "end/settled"], "the nearest is `end/settled`"),
        ("Accept", ["accept"], "the nearest is `accept`"),
        ("受理投述", ["受理投诉", "调查"], "the nearest is `受理投诉`"),
    ],
)
def test_a_slip_of_the_finger_is_told_the_right_name(name: str, known: list[str], hint: str) -> None:
    assert nearest(name, known) == hint


def test_a_name_that_is_near_to_none_is_told_those_there_are() -> None:
    assert nearest("xyz", ["steps", "roles", "steps"]) == "known are: `roles`, `steps`"


def test_many_names_are_not_listed() -> None:
    known = [f"s{number:03}-item" for number in range(13)]

    assert nearest("xyz", known, "scripts") == "see the scripts that are defined"
    assert nearest("xyz", known) == "see the names that are defined"


def test_how_many_are_still_listed_is_the_caller_s_to_say() -> None:
    known = [f"s{number:03}" for number in range(13)]

    assert nearest("xyz", known, few=13) == "known are: " + ", ".join(f"`{name}`" for name in known)


def test_where_there_is_no_name_at_all_one_must_be_made() -> None:
    assert nearest("porter", [], "contacts") == "there are no contacts yet; define one first"
    assert nearest("porter", []) == "define it first"


def test_a_very_long_name_is_answered_at_once() -> None:
    assert nearest("x" * 200_000, [f"role-{number}" for number in range(200)], "roles").startswith("see the roles")


def test_the_example_in_its_description_holds() -> None:
    assert doctest.testmod(nearest_module) == (0, 2)


@pytest.mark.parametrize("name", ["step-0713-vrify", "stp-0713-verify", "step-0713-verifyy"])
def test_among_very_many_names_the_nearest_is_still_found(name: str) -> None:
    known = [f"step-{number:04}-verify" for number in range(2_000)]

    assert nearest(name, known) == "the nearest is `step-0713-verify`"
