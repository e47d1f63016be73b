"""The process as a graph: its ways are the order of the steps, `next`, and the outcomes that lead elsewhere."""

from __future__ import annotations

from typing import Any

from amends.finding import Location
from amends.model.flow import case_steps, numbers, reachable, rounds, runs_out, ways
from amends.model.sop import Sop
from amends.model.validate import validated

HEADER = {
    "id": "shop",
    "title": "Complaints",
    "start": "accept",
    "end_states": {"settled": {"title": "Settled"}},
    "organisation": {"name": "Shop"},
    "document": {
        "number": "1",
        "version": "1",
        "owner": "manager",
        "approver": "manager",
        "effective": "2026-01-01",
        "last_review": "2026-01-01",
        "review_every": "1 year",
    },
}


def step(**fields: Any) -> dict[str, Any]:
    return {"title": "x", "purpose": "x", "phase": "case", "accountable": "manager", "actions": {}} | fields


def decision(**outcomes: dict[str, Any]) -> dict[str, Any]:
    """A step with one decision; each outcome is what it says besides its label."""
    return step(
        decisions={"kind": {"question": "?", "outcomes": {key: {"label": "x"} | outcomes[key] for key in outcomes}}}
    )


def sop_with(**steps: dict[str, Any]) -> Sop:
    result = validated(HEADER, {"steps": steps}, lambda _: Location("x"))
    assert result.findings == ()
    assert result.sop is not None
    return result.sop


def ways_of(**steps: dict[str, Any]) -> list[str]:
    """Every way on, as `step -> target`, with the outcome that leads there."""
    return [
        f"{way.step} -> {way.target}" + (f" ({way.decision}/{way.outcome})" if way.decision else "")
        for way in ways(sop_with(**steps))
    ]


def test_the_flow_is_the_order_of_the_steps() -> None:
    assert ways_of(accept=step(), verify=step(), settle=step()) == ["accept -> verify", "verify -> settle"]


def test_next_overrides_the_order_and_may_end_the_case() -> None:
    assert ways_of(accept=step(next="settle"), verify=step(), settle=step(next="end/settled")) == [
        "accept -> settle",
        "verify -> settle",
        "settle -> end/settled",
    ]


def test_a_standing_step_is_outside_the_flow_and_has_no_number() -> None:
    sop = sop_with(watch=step(standing="true"), accept=step(), review=step(standing="true"), settle=step())

    assert case_steps(sop) == ["accept", "settle"]
    assert numbers(sop) == {"accept": 1, "settle": 2}
    assert [f"{way.step} -> {way.target}" for way in ways(sop)] == ["accept -> settle"]


def test_an_outcome_leads_on_and_one_without_next_stays_on_the_ordinary_way() -> None:
    assert ways_of(accept=decision(enquiry={"next": "end/settled"}, complaint={}), verify=step()) == [
        "accept -> end/settled (kind/enquiry)",
        "accept -> verify",
    ]


def test_where_every_outcome_leads_elsewhere_the_ordinary_way_is_closed() -> None:
    assert ways_of(
        accept=decision(yes={"next": "settle"}, no={"next": "end/settled"}), verify=step(), settle=step()
    ) == [
        "accept -> settle (kind/yes)",
        "accept -> end/settled (kind/no)",
        "verify -> settle",
    ]


def test_next_of_the_step_stays_open_beside_outcomes_that_lead_elsewhere() -> None:
    both = decision(yes={"next": "settle"}, no={"next": "end/settled"}) | {"next": "verify"}

    assert ways_of(accept=both, verify=step(), settle=step())[:3] == [
        "accept -> settle (kind/yes)",
        "accept -> end/settled (kind/no)",
        "accept -> verify",
    ]


def test_a_decision_without_outcomes_closes_no_way() -> None:
    empty = step(decisions={"kind": {"question": "?", "outcomes": {}}})

    assert runs_out(sop_with(accept=empty).steps["accept"])
    assert ways_of(accept=empty, verify=step()) == ["accept -> verify"]


def test_a_step_runs_out_unless_next_or_a_whole_decision_leads_elsewhere() -> None:
    sop = sop_with(
        accept=decision(yes={"next": "verify"}, no={}),
        verify=decision(yes={"next": "accept"}, no={"next": "end/settled"}),
        settle=step(next="end/settled"),
        thank=step(),
    )

    assert {name: runs_out(it) for name, it in sop.steps.items()} == {
        "accept": True,
        "verify": False,
        "settle": False,
        "thank": True,
    }


def test_a_bounded_way_back_leads_elsewhere_once_it_is_used_up() -> None:
    again = {"next": "accept", "at_most": {"times": "1", "then": "end/settled"}}
    found = ways(sop_with(accept=step(), verify=decision(again=again, good={})))

    assert [(way.target, way.bounded) for way in found if way.step == "verify"] == [
        ("accept", True),
        ("end/settled", True),
    ]


def test_a_way_knows_where_it_is_written() -> None:
    again = {"next": "accept", "at_most": {"times": "1", "then": "end/settled"}}
    found = ways(sop_with(accept=step(), verify=decision(again=again, good={}), settle=step(next="accept")))

    assert [way.path for way in found] == [
        ("steps", "accept"),
        ("steps", "verify", "decisions", "kind", "outcomes", "again", "next"),
        ("steps", "verify", "decisions", "kind", "outcomes", "again", "at_most", "then"),
        ("steps", "verify"),
        ("steps", "settle", "next"),
    ]


def test_reachable_is_whatever_a_case_can_come_to_loops_included() -> None:
    sop = sop_with(
        accept=decision(again={"next": "accept"}, no={"next": "end/settled"}, yes={"next": "settle"}),
        verify=step(),
        settle=step(next="end/settled"),
    )

    assert reachable(ways(sop), "accept") == {"accept", "settle", "end/settled"}
    assert reachable(ways(sop), "verify") == {"verify", "settle", "end/settled"}
    assert reachable([], "nowhere") == {"nowhere"}


def test_a_round_holds_the_steps_from_which_a_case_can_come_back() -> None:
    sop = sop_with(
        accept=step(),
        verify=decision(yes={"next": "accept"}, no={}),
        settle=step(next="settle"),
        thank=step(next="end/settled"),
    )

    found = rounds(ways(sop))

    assert found["accept"] == found["verify"]
    assert len({found[name] for name in ("accept", "settle", "thank", "end/settled")}) == 4
