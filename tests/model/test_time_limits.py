"""Every time limit of an SOP, with both answers to the question from when it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.model.duration import BySeverity, Duration
from amends.model.time_limits import Allowed, TimeLimit, in_force, limits_of_law, step_starts, time_limits
from builders import HEADER, STEPS
from clock_shop import sop_of
from shipped_sops import NAMES, ShippedSops

PACK = HEADER + "use_clocks: [cn-consumer-law]\n"
WITHIN = "within: {p1: 2 business days, p2: 5 business days}"
STEPS_WITH_EVENTS = STEPS.replace("    within: 1 hour\n    sets: received", "    within: 1 hour\n    sets: assigned")


def limits(folder: Path, steps: str = STEPS, header: str = HEADER) -> dict[str, TimeLimit]:
    """The limits of the small SOP by name."""
    return {limit.name: limit for limit in time_limits(sop_of(folder, steps, header))}


def allowed(folder: Path, steps: str) -> list[tuple[str, str, str]]:
    """What the row `answer` allows for each severity."""
    rows = limits(folder, steps)["steps/verify/limits/answer"].for_each_severity()
    return [(severity, str(it.within), str(it.extended)) for severity, it in rows]


def test_the_limits_of_the_steps_stand_before_those_of_the_law_in_the_order_of_the_sop(tmp_path: Path) -> None:
    steps = STEPS.replace("    limits:\n      answer:", "    within: 2 hours\n    limits:\n      answer:")
    assert list(limits(tmp_path, steps, PACK)) == [
        "steps/accept",
        "steps/verify",
        "steps/verify/limits/answer",
        "steps/review",
        "clocks/final-response",
        "clocks/cn-consumer-law-46",
        "clocks/cn-order-121-mediation",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_limit_of_a_shipped_sop_is_left_out_and_none_comes_twice(shipped_sops: ShippedSops, name: str) -> None:
    sop = shipped_sops.sop(name)
    wanted = {f"steps/{key}" for key, step in sop.steps.items() if step.within}
    wanted |= {f"steps/{key}/limits/{row}" for key, step in sop.steps.items() for row in step.limits}
    wanted |= {f"clocks/{key}" for key, clock in sop.clocks.items() if clock.superseded_by is None}
    assert sorted(limit.name for limit in time_limits(sop)) == sorted(wanted)


def test_a_limit_says_at_which_step_it_stands_or_in_which_law(tmp_path: Path) -> None:
    found = limits(tmp_path)
    own, row, law = found["steps/accept"], found["steps/verify/limits/answer"], found["clocks/final-response"]
    assert [(it.step, it.row, bool(it.clock)) for it in (own, row, law)] == [
        ("accept", None, False),
        ("verify", "answer", False),
        (None, None, True),
    ]


def test_a_limit_knows_where_each_of_its_durations_is_written(tmp_path: Path) -> None:
    found = limits(tmp_path)
    assert found["steps/accept"].path(BySeverity.EVERY) == ("steps", "accept", "within")
    assert found["steps/verify/limits/answer"].path("p2") == ("steps", "verify", "limits", "answer", "within", "p2")


def test_a_limit_without_an_event_counts_from_what_marks_the_start_of_its_step(tmp_path: Path) -> None:
    steps = STEPS_WITH_EVENTS.replace("    limits:\n      answer:", "    within: 2 hours\n    limits:\n      answer:")
    found = limits(tmp_path, steps)
    assert [
        (found[name].start, found[name].counted_from)
        for name in ("steps/accept", "steps/verify", "steps/verify/limits/answer", "steps/review")
    ] == [(None, "received"), (None, "assigned"), ("received", "received"), (None, None)]


def test_a_step_starts_with_what_the_step_before_it_sets(tmp_path: Path) -> None:
    assert step_starts(sop_of(tmp_path)) == {"accept": (), "verify": ("received",), "settle": ()}
    events = {"accept": ("received",), "verify": ("assigned",), "settle": ()}
    assert step_starts(sop_of(tmp_path, STEPS_WITH_EVENTS)) == events


def test_the_limit_of_a_step_is_settled_by_the_event_that_the_step_brings(tmp_path: Path) -> None:
    own = limits(tmp_path)["steps/accept"]
    assert (own.by, own.settled_by) == ("received", "received")


def test_a_further_limit_is_settled_by_its_event_unless_a_step_as_a_whole_brings_that(tmp_path: Path) -> None:
    answer = limits(tmp_path)["steps/verify/limits/answer"]
    assert (answer.by, answer.settled_by) == ("decided", "decided")
    steps = STEPS.replace("    actions:\n      repair:", "    sets: decided\n    actions:\n      repair:")
    answer = limits(tmp_path, steps)["steps/verify/limits/answer"]
    assert (answer.by, answer.settled_by) == ("decided", None)


def test_an_extension_holds_for_the_severities_that_it_names(tmp_path: Path) -> None:
    two, five, ten = (Duration(count, "business day") for count in (2, 5, 10))
    answer = limits(tmp_path)["steps/verify/limits/answer"]
    assert answer.for_severity("p1") == Allowed(two, None)
    assert answer.for_severity("p2") == Allowed(five, ten)
    assert answer.for_severity("p3") is None


def test_an_extension_for_all_holds_for_each_severity_of_the_limit(tmp_path: Path) -> None:
    assert allowed(tmp_path, STEPS.replace("extend: {p2: 10 business days}", "extend: 10 business days")) == [
        ("p1", "2 business days", "10 business days"),
        ("p2", "5 business days", "10 business days"),
    ]


def test_an_extension_for_one_severity_of_a_limit_for_all_stands_beside_it(tmp_path: Path) -> None:
    assert allowed(tmp_path, STEPS.replace(WITHIN, "within: 5 business days")) == [
        ("*", "5 business days", "None"),
        ("p2", "5 business days", "10 business days"),
    ]


def test_a_clock_is_a_limit_for_every_severity_between_its_two_events(tmp_path: Path) -> None:
    law = limits(tmp_path)["clocks/final-response"]
    assert (law.start, law.counted_from, law.by, law.settled_by) == ("received", "received", "decided", "decided")
    assert (law.kind, law.for_severity("p1")) == ("within", Allowed(Duration(8, "week"), None))


def test_a_superseded_clock_is_not_in_force_but_can_still_be_asked_for(tmp_path: Path) -> None:
    sop = sop_of(tmp_path, header=PACK)
    assert list(in_force(sop)) == ["final-response", "cn-consumer-law-46", "cn-order-121-mediation"]
    assert "clocks/cn-order-20-mediation" in [limit.name for limit in limits_of_law(sop.clocks)]
