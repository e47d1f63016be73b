"""Which limit of an SOP serves which legal clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.model.clock_limits import compared, judged
from amends.model.sop import Sop
from amends.model.time_limits import limits_of_steps
from builders import FILES, STEPS, corner_shop

WITHIN = "within: {p1: 2 business days, p2: 5 business days}"


def sop_of(folder: Path, steps: str = STEPS, header: str = "") -> Sop:
    # A limit that breaks a clock is an error; what is judged here is the SOP all the same.
    sop = corner_shop(folder, FILES | {"steps": steps, "sop": FILES["sop"] + header}).reading().sop
    assert sop is not None
    return sop


def told(sop: Sop, clock: str = "final-response") -> list[tuple[str, str, str, bool]]:
    """For each severity: the limit that decides, what it does, and whether it is an extension."""
    found = judged(limits_of_steps(sop), sop.clocks[clock])
    return [(it.severity, str(it.duration), it.verdict, it.is_extension) for it in found]


def test_a_row_of_limits_serves_the_clock_of_its_two_events(tmp_path: Path) -> None:
    sop = sop_of(tmp_path)
    assert told(sop) == [("p1", "2 business days", "keeps", False), ("p2", "5 business days", "keeps", False)]
    [first, _] = judged(limits_of_steps(sop), sop.clocks["final-response"])
    assert first.path == ("steps", "verify", "limits", "answer", "within", "p1")


def test_the_limit_of_a_step_serves_the_clock_that_ends_with_the_event_it_sets(tmp_path: Path) -> None:
    steps = STEPS.replace(
        "    within: 1 hour\n    sets: received", "    within: 9 weeks\n    from: received\n    sets: decided"
    )
    steps = steps.replace("        by: decided\n", "")
    sop = sop_of(tmp_path, steps)
    assert told(sop) == [("*", "9 weeks", "breaks", False)]
    assert [found.path for _, _, found in compared(sop)] == [("steps", "accept", "within")]


@pytest.mark.parametrize(
    "change",
    [
        ("        by: decided\n", ""),
        ("        from: received\n", ""),
        ("        by: decided\n", "        by: agreed\n"),
        ("        by: decided\n", "        by: decided\n        kind: every\n"),
    ],
)
def test_a_limit_between_other_events_or_of_another_kind_serves_no_clock(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert told(sop_of(tmp_path, STEPS.replace(*change))) == []


def test_an_extension_decides_where_it_does_worse(tmp_path: Path) -> None:
    steps = STEPS.replace("extend: {p2: 10 business days}", "extend: {p2: 12 weeks}")
    assert told(sop_of(tmp_path, steps)) == [
        ("p1", "2 business days", "keeps", False),
        ("p2", "12 weeks", "breaks", True),
    ]


def test_an_extension_for_one_severity_of_a_limit_for_all_is_judged_for_that_one(tmp_path: Path) -> None:
    steps = STEPS.replace(WITHIN, "within: 2 weeks").replace("extend: {p2: 10 business days}", "extend: {p2: 12 weeks}")
    assert told(sop_of(tmp_path, steps)) == [("*", "2 weeks", "keeps", False), ("p2", "12 weeks", "breaks", True)]


def test_of_two_limits_between_the_same_events_the_stricter_decides(tmp_path: Path) -> None:
    loose = "      loose: {title: Loose, from: received, by: decided, within: {p1: 9 weeks}}\n"
    first, _ = told(sop_of(tmp_path, STEPS.replace("      answer:\n", loose + "      answer:\n", 1)))
    assert first == ("p1", "2 business days", "keeps", False)


def test_the_start_of_a_step_is_no_event_of_a_clock(tmp_path: Path) -> None:
    steps = STEPS.replace("        from: received\n", "")
    [_, answer, _] = limits_of_steps(sop := sop_of(tmp_path, steps))
    assert answer.counted_from == "received"
    assert told(sop) == []


def test_only_clocks_in_force_are_compared(tmp_path: Path) -> None:
    steps = STEPS.replace("from: received\n        by: decided", "from: received\n        by: agreed")
    sop = sop_of(tmp_path, steps, "use_clocks: [cn-consumer-law]\n")
    clocks = [clock for clock, _, _ in compared(sop)]
    assert "cn-order-20-mediation" in sop.clocks
    assert set(clocks) == {"cn-order-121-mediation"}
