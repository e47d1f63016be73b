from __future__ import annotations

from builders import Check

CLOCK = """\
  {name}:
    title: {name}
    jurisdiction: Anywhere
    applies: Everybody
    requires: The answer is sent.
    from: received
    by: decided
    within: 6 weeks
    severity: must
    source: {{title: The law, section: "1"}}
    as_of: 2026-01-01
    recheck_by: 2027-01-01
    verified: true
"""


def clocks(**by: str) -> str:
    entries = (
        CLOCK.format(name=name) + (f"    superseded_by: {other}\n" if other else "") for name, other in by.items()
    )
    return "clocks:\n" + "".join(entries)


def test_a_clock_that_supersedes_itself_is_found(check: Check) -> None:
    assert check("K112", more=clocks(a="a")) == [
        ("more.yml: superseded_by: a", "clocks/a: `a` is superseded by itself, through `a`")
    ]


def test_a_circle_is_found_once(check: Check) -> None:
    assert [message for _, message in check("K112", more=clocks(a="b", b="c", c="a"))] == [
        "clocks/a: `a` is superseded by itself, through `b`, `c`, `a`"
    ]


def test_a_way_that_leads_into_a_circle_is_no_part_of_it(check: Check) -> None:
    assert [message for _, message in check("K112", more=clocks(x="a", a="b", b="a"))] == [
        "clocks/a: `a` is superseded by itself, through `b`, `a`"
    ]


def test_a_line_of_laws_is_fine(check: Check) -> None:
    assert check("K112", more=clocks(a="b", b="c", c="")) == []
